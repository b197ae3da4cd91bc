import { Alert } from '@mantine/core';
import { AlertIcon } from './icons.tsx';

/** What went wrong with a form as a whole. Takes the focus when no field is to blame. */
export function FormAlert({ message }: { message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <Alert color="red" variant="outline" icon={<AlertIcon />} tabIndex={-1}>
      {message}
    </Alert>
  );
}
