import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import type { EnvironmentType } from '../generated/graphql.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FormAlert } from '../parts/form-alert.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { useProject } from '../session/viewer.ts';
import { ENVIRONMENT_TYPES } from './environment-badges.tsx';
import { CreateEnvironmentDocument, UpdateEnvironmentDocument } from './environment-documents.ts';
import { type ListedEnvironment, useRefreshEnvironments } from './environments-query.ts';

const CHOICES = Object.entries(ENVIRONMENT_TYPES).map(([value, label]) => ({ value, label }));

/** Adds an environment, or renames the one given. */
export function EnvironmentDialog({ environment, onClose }: { environment?: ListedEnvironment; onClose: () => void }) {
  const { id: projectId } = useProject();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(environment?.name ?? '');
  const [type, setType] = useState<EnvironmentType>(environment?.type ?? 'DEVELOPMENT');
  const errors = useFormErrors(form, ['name', 'type']);
  const refresh = useRefreshEnvironments();
  const save = useMutation({
    mutationFn: () =>
      environment
        ? request(UpdateEnvironmentDocument, { input: { id: environment.id, name, type } })
        : request(CreateEnvironmentDocument, { input: { projectId, name, type } }),
    onMutate: () => errors.clear(),
    onSuccess: ({ saved }) => {
      if (saved.userErrors.length > 0) return errors.show(saved.userErrors);
      notifications.show({ message: `${saved.environment?.name} was ${environment ? 'updated' : 'added'}` });
      refresh();
      onClose();
    },
    onError: ({ message }) => errors.show([{ message: `Not saved. ${message}` }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <Dialog title={environment ? 'Edit Environment' : 'Add Environment'} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack>
          <FormAlert message={errors.general} />
          <TextInput
            name="name"
            label="Name"
            withAsterisk
            aria-required
            dir="auto"
            autoComplete="off"
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errors.of('name')}
          />
          <NativeSelect
            name="type"
            label="Type"
            description="Development for those who build the assistant, Staging for testing together, Production for the live one."
            data={CHOICES}
            value={type}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              if (chosen === 'DEVELOPMENT' || chosen === 'STAGING' || chosen === 'PRODUCTION') setType(chosen);
            }}
            error={errors.of('type')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending}>
              {environment ? 'Update Environment' : 'Add Environment'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
