import { NativeSelect, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { request } from '../api/request.ts';
import type { EnvironmentType } from '../generated/graphql.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form, FormButtons } from '../parts/form.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useSave } from '../parts/use-save.ts';
import { useProject } from '../viewer/viewer.ts';
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
  const { save, isSaving } = useSave({
    send: (fields: Fields) =>
      environment
        ? request(UpdateEnvironmentDocument, { input: { id: environment.id, ...changesOf(fields, environment) } })
        : request(CreateEnvironmentDocument, { input: { projectId, ...fields } }),
    errors,
    onSaved(saved) {
      draft.discard();
      notifications.show({ message: `${saved.name} was ${environment ? 'updated' : 'added'}` });
      refresh();
    },
    onDone: onClose,
  });
  return (
    <Dialog title={environment ? 'Edit Environment' : 'Add Environment'} onClose={onClose}>
      <Form
        errors={errors}
        isSaving={isSaving}
        onSubmit={() => save(draft.content)}
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
          onChange={(event) => {
            errors.clear('name');
            draft.change({ name: event.currentTarget.value, type });
          }}
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
          isSaving={isSaving}
          onCancel={() => {
            draft.discard();
            onClose();
          }}
        />
      </Form>
    </Dialog>
  );
}

// What is omitted stays, whatever it is by now.
function changesOf({ name, type }: Fields, base: Fields): Partial<Fields> {
  return { ...(name !== base.name && { name }), ...(type !== base.type && { type }) };
}
