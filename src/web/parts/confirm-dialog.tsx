import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { BusyButton } from './busy-button.tsx';
import { Dialog, useBusyDialog } from './dialog.tsx';
import { AlertIcon } from './icons.tsx';

type Question = {
  children: ReactNode;
  confirmLabel: string;
  /** Answers with what stands in the way, if anything does; once the page shows the change, for the focus to find its place. */
  confirm: () => Promise<{ message: string }[]>;
  onClose: () => void;
  /** Whether it can be confirmed already. */
  isReady?: boolean;
  /** What can be done about a refusal. */
  wayOut?: ReactNode;
};

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ title, ...question }: { title: ReactNode } & Question) {
  return (
    <Dialog title={title} onClose={question.onClose} isQuestion>
      <Question {...question} />
    </Dialog>
  );
}

function Question({ children, confirmLabel, confirm, onClose, isReady = true, wayOut }: Question) {
  const { mutate, data, error, isPending } = useMutation({ mutationFn: confirm });
  useBusyDialog(isPending);
  const refusal = data?.[0];
  const message = error?.message ?? refusal?.message;
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (message !== undefined) alert.current?.focus();
  }, [message]);
  const attempt = () =>
    mutate(undefined, {
      onSuccess: (userErrors) => {
        if (userErrors.length === 0) onClose();
      },
    });
  return (
    <Stack>
      {children}
      {message !== undefined && (
        <Alert ref={alert} tabIndex={-1} color="red" variant="outline" icon={<AlertIcon />}>
          {message}
          {refusal && wayOut}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} disabled={isPending} data-autofocus>
          <Trans>Cancel</Trans>
        </Button>
        {!refusal && (
          <BusyButton color="red.9" isBusy={isPending} disabled={!isReady} onClick={attempt}>
            {confirmLabel}
          </BusyButton>
        )}
      </Group>
    </Stack>
  );
}
