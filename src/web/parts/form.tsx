import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Children, type ReactNode } from 'react';
import { BusyButton } from './busy-button.tsx';
import { useBusyDialog } from './dialog.tsx';
import classes from './form.module.css';
import { AlertIcon } from './icons.tsx';
import type { FormFrame } from './use-form.ts';

/** A form whose rules are the API's: nothing is checked here, and what is wrong is shown. */
export function Form({ form, children }: { form: FormFrame; children: ReactNode }) {
  const { errors, isSaving, isRestored, submit, discard } = form;
  useBusyDialog(isSaving);
  return (
    <form
      ref={errors.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        {isRestored && (
          <Group justify="space-between">
            <Text size="sm">
              <Trans>What you typed before is still here.</Trans>
            </Text>
            <Button size="compact-sm" variant="subtle" onClick={discard}>
              <Trans>Start over</Trans>
            </Button>
          </Group>
        )}
        {errors.general.length > 0 && (
          <Alert color="red" variant="outline" icon={<AlertIcon />} tabIndex={-1}>
            {Children.map(errors.general, (message) => (
              <div>{message}</div>
            ))}
          </Alert>
        )}
        {children}
      </Stack>
    </form>
  );
}

/** Whoever cancels throws away what they typed. */
export function FormButtons({
  form: { isSaving, discard },
  submitLabel,
  submitColor,
  onLeave,
}: {
  form: FormFrame;
  submitLabel: string;
  submitColor?: string;
  onLeave: () => void;
}) {
  const cancel = () => {
    discard();
    onLeave();
  };
  return (
    <Group justify="flex-end" className={classes.buttons}>
      <Button variant="default" onClick={cancel} disabled={isSaving}>
        <Trans>Cancel</Trans>
      </Button>
      <BusyButton type="submit" color={submitColor} isBusy={isSaving}>
        {submitLabel}
      </BusyButton>
    </Group>
  );
}
