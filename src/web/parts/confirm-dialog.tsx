import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { AlertIcon } from './icons.tsx';

/** Asks before something that cannot be undone. `confirm` answers with what stands in the way, if anything does. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  confirm,
  onClose,
}: {
  title: ReactNode;
  children: ReactNode;
  confirmLabel: string;
  confirm: () => Promise<{ message: string }[]>;
  onClose: () => void;
}) {
  const attempt = useMutation({
    mutationFn: confirm,
    onSuccess: (userErrors) => {
      if (userErrors.length === 0) onClose();
    },
  });
  const message = attempt.error?.message ?? attempt.data?.[0]?.message;
  return (
    <Dialog title={title} onClose={onClose} isQuestion>
      <Stack>
        {children}
        {message !== undefined && (
          <Alert color="red" variant="outline" icon={<AlertIcon />}>
            {message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color="red.9" loading={attempt.isPending} onClick={() => attempt.mutate()}>
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
