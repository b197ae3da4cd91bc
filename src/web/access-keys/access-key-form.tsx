import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { EnvironmentCheckboxes } from '../environments/environment-checkboxes.tsx';
import { useEnvironmentChoices } from '../environments/environment-choices.ts';
import { graphql } from '../generated/gql.ts';
import type { CreateAccessKeyInput, Role } from '../generated/graphql.ts';
import { Form, FormButtons } from '../parts/form.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useSave } from '../parts/use-save.ts';
import { RoleChoice } from '../viewer/role-choice.tsx';
import { useProject } from '../viewer/viewer.ts';

const CreateAccessKeyDocument = graphql(`
  mutation CreateAccessKey($input: CreateAccessKeyInput!) {
    answer: createAccessKey(input: $input) {
      saved: secret
      userErrors {
        ...FormError
      }
    }
  }
`);

const FIELDS = ['name', 'role', 'environmentIds', 'expiresAt'];

type Fields = { name: string; role: Role | null; environmentIds: string[]; lastDay: string };

const PRISTINE: Fields = { name: '', role: null, environmentIds: [], lastDay: '' };

export function AccessKeyForm({ onCreated, onLeave }: { onCreated: (secret: string) => void; onLeave: () => void }) {
  const { id: projectId } = useProject();
  const draft = useDraft(`access-key:new in ${projectId}`, PRISTINE);
  const { name, role, environmentIds, lastDay } = draft.content;
  const set = (changes: Partial<Fields>, field: string) => {
    errors.clear(field);
    draft.change({ ...draft.content, ...changes });
  };
  const { isSuccess: canChoose } = useEnvironmentChoices(projectId);
  const errors = useFormErrors(FIELDS);
  const client = useQueryClient();
  const { save, isSaving } = useSave({
    send: (input: CreateAccessKeyInput) => request(CreateAccessKeyDocument, { input }),
    errors,
    onSaved(secret) {
      draft.discard();
      client.invalidateQueries({ queryKey: ['access-keys'] });
      onCreated(secret);
    },
    onDone: onLeave,
  });
  const submit = () => {
    // None would mean all of them.
    if (role === 'GATEWAY' && !canChoose) {
      return errors.show([{ message: 'Not saved. The environments to choose from are not there yet.' }]);
    }
    save({
      projectId,
      name,
      role,
      environmentIds: role === 'GATEWAY' ? environmentIds : [],
      expiresAt: lastDay ? endOfDay(lastDay) : null,
    });
  };
  return (
    <Form
      errors={errors}
      isSaving={isSaving}
      onSubmit={submit}
      onStartOver={draft.isRestored ? () => draft.discard() : undefined}
    >
      <TextInput
        name="name"
        label="Name"
        description="Whose it is, or what for"
        withAsterisk
        aria-required
        dir="auto"
        autoComplete="off"
        data-autofocus
        value={name}
        onChange={(event) => set({ name: event.currentTarget.value }, 'name')}
        error={errors.of('name')}
      />
      <RoleChoice
        roles={['VIEWER', 'MEMBER', 'ADMINISTRATOR', 'GATEWAY']}
        value={role}
        onChange={(chosen) => set({ role: chosen }, 'role')}
        error={errors.of('role')}
      />
      {role === 'GATEWAY' && (
        <EnvironmentCheckboxes
          description="None selected means all of them."
          value={environmentIds}
          onChange={(ids) => set({ environmentIds: ids }, 'environmentIds')}
          error={errors.of('environmentIds')}
        />
      )}
      <TextInput
        name="expiresAt"
        type="date"
        min={today()}
        label="Last day"
        description="The key stops working by itself after this day. Empty means never."
        value={lastDay}
        onChange={(event) => set({ lastDay: event.currentTarget.value }, 'expiresAt')}
        error={errors.of('expiresAt')}
      />
      <FormButtons
        submitLabel="Create Access Key"
        isSaving={isSaving}
        onCancel={() => {
          draft.discard();
          onLeave();
        }}
      />
    </Form>
  );
}

// As the date field writes it, on this day here.
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString();
}
