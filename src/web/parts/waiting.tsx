import { t } from '@lingui/core/macro';
import { Alert } from '@mantine/core';
import { AlertIcon } from './icons.tsx';

/** Why long work waits before it tries again, while it does. */
export function Waiting({ reason }: { reason: string | undefined }) {
  if (reason === undefined) return null;
  return (
    <Alert color="yellow" variant="outline" icon={<AlertIcon />} title={t`Waiting, then trying again`}>
      {reason}
    </Alert>
  );
}
