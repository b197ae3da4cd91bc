import { t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import { request } from '../api/request.ts';
import type { EnvironmentType } from '../generated/graphql.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { bind, useForm } from '../parts/use-form.ts';
import { useProject } from '../viewer/viewer.ts';
import { ENVIRONMENT_TYPES } from './environment-badges.tsx';
import {
  CreateEnvironmentDocument,
  type ListedEnvironment,
  UpdateEnvironmentDocument,
} from './environment-documents.ts';
import { useRefreshEnvironments } from './use-environments.ts';

type Fields = { name: string; type: EnvironmentType };

/** Adds an environment, or renames the one given. */
export function EnvironmentDialog({ environment, onClose }: { environment?: ListedEnvironment; onClose: () => void }) {
  const { id: projectId } = useProject();
  const pristine: Fields = { name: environment?.name ?? '', type: environment?.type ?? 'DEVELOPMENT' };
  const form = useForm({
    draft: `environment:${environment?.id ?? `new in ${projectId}`}`,
    pristine,
    send: (fields) =>
      environment
        ? request(UpdateEnvironmentDocument, { input: { id: environment.id, ...changesOf(fields, environment) } })
        : request(CreateEnvironmentDocument, { input: { projectId, ...fields } }),
    notice: (saved) => (environment ? t`${saved.name} was updated` : t`${saved.name} was added`),
    onSaved: useRefreshEnvironments(),
    onDone: onClose,
  });
  const type = bind(form, 'type');
  const title = environment ? t`Edit Environment` : t`Add Environment`;
  const submitLabel = environment ? t`Update Environment` : t`Add Environment`;
  return (
    <FormDialog form={form} title={title} submitLabel={submitLabel} onClose={onClose}>
      <TextField form={form} name="name" label={t`Name`} isRequired dir="auto" data-autofocus />
      <NativeSelect
        {...type}
        name="type"
        label={t`Type`}
        description={t`Development for those who build the assistant, Staging for testing together, Production for the live one.`}
        data={Object.entries(ENVIRONMENT_TYPES).map(([value, label]) => ({ value, label }))}
        onChange={(event) => type.onChange(event.currentTarget.value as EnvironmentType)}
      />
    </FormDialog>
  );
}

// What is omitted stays, whatever it is by now.
function changesOf({ name, type }: Fields, base: Fields): Partial<Fields> {
  return { ...(name !== base.name && { name }), ...(type !== base.type && { type }) };
}
