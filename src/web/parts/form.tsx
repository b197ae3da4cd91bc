import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FormErrors } from './form-errors.ts';
import { AlertIcon } from './icons.tsx';

/** A form whose rules are the API's: nothing is checked here, and what is wrong is shown. */
export function Form({
  errors,
  isSaving,
  onSubmit,
  onStartOver,
  children,
}: {
  errors: FormErrors;
  isSaving: boolean;
  onSubmit: () => void;
  /** Set when the form began with what was typed before. */
  onStartOver?: () => void;
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
        {onStartOver && (
          <Group justify="space-between">
            <Text size="sm">What you typed before is still here.</Text>
            <Button size="compact-sm" variant="subtle" onClick={onStartOver}>
              Start over
            </Button>
          </Group>
        )}
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
