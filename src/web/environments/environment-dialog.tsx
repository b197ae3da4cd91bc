import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { EnvironmentType } from '../generated/graphql.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form, FormButtons } from '../parts/form.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useProject } from '../session/viewer.ts';
import { ENVIRONMENT_TYPES } from './environment-badges.tsx';
import { CreateEnvironmentDocument, UpdateEnvironmentDocument } from './environment-documents.ts';
import { type ListedEnvironment, useRefreshEnvironments } from './environments-query.ts';

const CHOICES = Object.entries(ENVIRONMENT_TYPES).map(([value, label]) => ({ value, label }));

type Fields = { name: string; type: EnvironmentType };

/** Adds an environment, or renames the one given. */
export function EnvironmentDialog({ environment, onClose }: { environment?: ListedEnvironment; onClose: () => void }) {
  const { id: projectId } = useProject();
  const pristine: Fields = { name: environment?.name ?? '', type: environment?.type ?? 'DEVELOPMENT' };
  const draft = useDraft(`environment:${environment?.id ?? `new in ${projectId}`}`, pristine);
  const { name, type } = draft.content;
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
      leave();
    },
    onError: ({ message }) => errors.show([{ message: `Not saved. ${message}` }]),
  });
  const leave = () => {
    draft.discard();
    onClose();
  };
  return (
    <Dialog title={environment ? 'Edit Environment' : 'Add Environment'} onClose={onClose}>
      <Form
        errors={errors}
        isSaving={save.isPending}
        onSubmit={() => save.mutate()}
        onStartOver={draft.isRestored ? () => draft.discard() : undefined}
      >
        <TextInput
          name="name"
          label="Name"
          withAsterisk
          aria-required
          dir="auto"
          autoComplete="off"
          data-autofocus
          value={name}
          onChange={(event) => draft.change({ name: event.currentTarget.value, type })}
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
            if (chosen === 'DEVELOPMENT' || chosen === 'STAGING' || chosen === 'PRODUCTION')
              draft.change({ name, type: chosen });
          }}
          error={errors.of('type')}
        />
        <FormButtons
          submitLabel={environment ? 'Update Environment' : 'Add Environment'}
          isSaving={save.isPending}
          onCancel={leave}
        />
      </Form>
    </Dialog>
  );
}
