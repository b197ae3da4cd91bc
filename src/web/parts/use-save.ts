import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { FormErrors, UserError } from './form-errors.ts';

/** The answer to a form: every mutation of one names what it saved `saved`. */
export type Sent<Saved, Problem> = Promise<{ answer: { saved?: Saved | null; userErrors: Problem[] } }>;

/** Sends a form, once at a time however fast it is submitted, and shows what was refused or went wrong. */
export function useSave<Content, Saved, Problem extends UserError & { message: string }>({
  send,
  errors,
  onSaved,
  onDone,
  onRefused = errors.show,
}: {
  send: (content: Content) => Sent<Saved, Problem>;
  errors: FormErrors;
  /** Whenever the answer comes, even after the form was left. */
  onSaved: (saved: Saved) => void;
  /** Only while the form is still there: what is open by then may be another one. */
  onDone?: (saved: Saved) => void;
  onRefused?: (userErrors: Problem[]) => void;
}) {
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  // A second submit may come before the page was drawn anew.
  const isSending = useRef(false);
  const { mutate, isPending } = useMutation({
    mutationFn: send,
    onSuccess({ answer: { saved, userErrors } }) {
      if (saved !== null && saved !== undefined) {
        onSaved(saved);
        if (isThere.current) onDone?.(saved);
      } else if (isThere.current) onRefused(userErrors);
      else notifyUnsaved(userErrors.map(({ message }) => message).join(' '));
    },
    onError({ message }) {
      if (isThere.current) errors.show([{ message: t`Not saved. ${message}` }]);
      else notifyUnsaved(message);
    },
    onSettled() {
      isSending.current = false;
    },
  });
  return {
    isSaving: isPending,
    save(content: Content) {
      if (isSending.current) return;
      isSending.current = true;
      errors.clear();
      mutate(content);
    },
  };
}

// The form was left meanwhile, by the back button say; what was typed is kept as a draft.
function notifyUnsaved(message: string): void {
  notifications.show({ color: 'red', title: t`Not saved`, message, autoClose: false });
}
