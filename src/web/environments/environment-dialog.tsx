import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import type { EnvironmentType } from '../generated/graphql.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form, FormButtons } from '../parts/form.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { useProject } from '../session/viewer.ts';
import { ENVIRONMENT_TYPES } from './environment-badges.tsx';
import { CreateEnvironmentDocument, UpdateEnvironmentDocument } from './environment-documents.ts';
import { type ListedEnvironment, useRefreshEnvironments } from './environments-query.ts';

const CHOICES = Object.entries(ENVIRONMENT_TYPES).map(([value, label]) => ({ value, label }));

/** Adds an environment, or renames the one given. */
export function EnvironmentDialog({ environment, onClose }: { environment?: ListedEnvironment; onClose: () => void }) {
  const { id: projectId } = useProject();
  const [name, setName] = useState(environment?.name ?? '');
  const [type, setType] = useState<EnvironmentType>(environment?.type ?? 'DEVELOPMENT');
  const errors = useFormErrors(['name', 'type']);
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
  return (
    <Dialog title={environment ? 'Edit Environment' : 'Add Environment'} onClose={onClose}>
      <Form errors={errors} isSaving={save.isPending} onSubmit={() => save.mutate()}>
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
        <FormButtons
          submitLabel={environment ? 'Update Environment' : 'Add Environment'}
          isSaving={save.isPending}
          onCancel={onClose}
        />
      </Form>
    </Dialog>
  );
}
