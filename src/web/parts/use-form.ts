import { notifications } from '@mantine/notifications';
import { type FormErrors, type UserError, useFormErrors } from './form-errors.ts';
import { useDraft } from './use-draft.ts';
import { type Sent, useSave } from './use-save.ts';

/** What the frame of any form needs to know of it. */
export type FormFrame = {
  errors: FormErrors;
  isSaving: boolean;
  /** Whether the form began with what was typed before. */
  isRestored: boolean;
  submit: () => void;
  /** Forgets what was typed. */
  discard: () => void;
};

/** What its inputs need: see TextField, and `bind` for any other. */
export type FormState<Values> = FormFrame & {
  values: Values;
  set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
};

/** A form of these values, sent as they are; an error of the API's belongs to the value that bears its field's name. */
export function useForm<Values extends object, Saved, Problem extends UserError & { message: string }>({
  draft: draftName,
  pristine,
  send,
  notice,
  onSaved,
  goOnFrom,
  onDone,
  onRefused,
}: {
  /** Where what was typed is kept until it is saved; omitted, it goes with the form. */
  draft?: string;
  /** In the order of the form. */
  pristine: Values;
  send: (values: Values) => Sent<Saved, Problem>;
  /** What is said when it was saved. */
  notice?: (saved: Saved) => string;
  onSaved?: (saved: Saved) => void;
  /** For a form that stays after saving. */
  goOnFrom?: (saved: Saved) => Values;
  onDone?: (saved: Saved) => void;
  onRefused?: (userErrors: Problem[], errors: FormErrors) => void;
}): FormState<Values> {
  const draft = useDraft(draftName, pristine);
  const errors = useFormErrors(Object.keys(pristine));
  const { save, isSaving } = useSave({
    send,
    errors,
    onSaved(saved) {
      draft.discard(goOnFrom?.(saved));
      if (notice) notifications.show({ message: notice(saved) });
      onSaved?.(saved);
    },
    onDone,
    onRefused: onRefused && ((userErrors) => onRefused(userErrors, errors)),
  });
  return {
    values: draft.content,
    errors,
    isSaving,
    isRestored: draft.isRestored,
    set(name, value) {
      errors.clear(name);
      draft.change({ ...draft.content, [name]: value });
    },
    submit: () => save(draft.content),
    discard: () => draft.discard(),
  };
}

/** The properties of an input that hands over its value as it is. */
export function bind<Values, Name extends keyof Values & string>(
  { values, errors, set }: FormState<Values>,
  name: Name,
) {
  return { value: values[name], onChange: (value: Values[Name]) => set(name, value), error: errors.of(name) };
}
