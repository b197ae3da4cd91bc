import { Alert, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FormErrors } from './form-errors.ts';
import { AlertIcon } from './icons.tsx';

/** A form whose rules are the API's: nothing is checked here, and what is wrong is shown. */
export function Form({
  errors,
  isSaving,
  onSubmit,
  children,
}: {
  errors: FormErrors;
  isSaving: boolean;
  onSubmit: () => void;
  children: ReactNode;
}) {
  return (
    <form
      ref={errors.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) onSubmit();
      }}
    >
      <Stack>
        {errors.general !== undefined && (
          <Alert color="red" variant="outline" icon={<AlertIcon />} tabIndex={-1}>
            {errors.general}
          </Alert>
        )}
        {children}
      </Stack>
    </form>
  );
}

export function FormButtons({
  submitLabel,
  isSaving,
  onCancel,
}: {
  submitLabel: string;
  isSaving: boolean;
  onCancel: () => void;
}) {
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" loading={isSaving}>
        {submitLabel}
      </Button>
    </Group>
  );
}
