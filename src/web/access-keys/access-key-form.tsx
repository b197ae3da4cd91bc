import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useEnvironmentChoices } from '../environments/environment-choices.ts';
import { graphql } from '../generated/gql.ts';
import type { Role } from '../generated/graphql.ts';
import { Form, FormButtons } from '../parts/form.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { useDraft } from '../parts/use-draft.ts';
import { RoleChoice } from '../session/role-choice.tsx';
import { useProject } from '../session/viewer.ts';

const CreateAccessKeyDocument = graphql(`
  mutation CreateAccessKey($input: CreateAccessKeyInput!) {
    createAccessKey(input: $input) {
      secret
      userErrors {
        ...FormError
      }
    }
  }
`);

const FIELDS = ['name', 'role', 'environmentIds', 'expiresAt'];

type Fields = { name: string; role: Role | null; environmentIds: string[]; lastDay: string };

const PRISTINE: Fields = { name: '', role: null, environmentIds: [], lastDay: '' };

export function AccessKeyForm({ onCreated, onCancel }: { onCreated: (secret: string) => void; onCancel: () => void }) {
  const { id: projectId } = useProject();
  const draft = useDraft(`access-key:new in ${projectId}`, PRISTINE);
  const { name, role, environmentIds, lastDay } = draft.content;
  const set = (changes: Partial<Fields>) => draft.change({ ...draft.content, ...changes });
  const { data: environments = [] } = useEnvironmentChoices(projectId);
  const errors = useFormErrors(FIELDS);
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: async () => {
      const input = {
        projectId,
        name,
        role,
        environmentIds: role === 'GATEWAY' ? environmentIds : [],
        expiresAt: lastDay ? endOfDay(lastDay) : null,
      };
      return (await request(CreateAccessKeyDocument, { input })).createAccessKey;
    },
    onMutate: () => errors.clear(),
    onSuccess: ({ secret, userErrors }) => {
      if (!secret) return errors.show(userErrors);
      draft.discard();
      client.invalidateQueries({ queryKey: ['access-keys'] });
      onCreated(secret);
    },
    onError: ({ message }) => errors.show([{ message: `Not created. ${message}` }]),
  });
  return (
    <Form
      errors={errors}
      isSaving={create.isPending}
      onSubmit={() => create.mutate()}
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
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={errors.of('name')}
      />
      <RoleChoice
        roles={['VIEWER', 'MEMBER', 'ADMINISTRATOR', 'GATEWAY']}
        value={role}
        onChange={(chosen) => set({ role: chosen })}
        error={errors.of('role')}
      />
      {role === 'GATEWAY' && (
        <Checkbox.Group
          label="Environments"
          description="None selected means all of them."
          value={environmentIds}
          onChange={(ids) => set({ environmentIds: ids })}
          error={errors.of('environmentIds')}
        >
          <Stack gap="xs" my="xs">
            {environments.map((environment) => (
              <Checkbox
                key={environment.id}
                name="environmentIds"
                value={environment.id}
                label={<bdi>{environment.name}</bdi>}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <TextInput
        name="expiresAt"
        type="date"
        label="Last day"
        description="The key stops working by itself after this day. Empty means never."
        value={lastDay}
        onChange={(event) => set({ lastDay: event.currentTarget.value })}
        error={errors.of('expiresAt')}
      />
      <FormButtons
        submitLabel={'Create Access Key'}
        isSaving={create.isPending}
        onCancel={() => {
          draft.discard();
          onCancel();
        }}
      />
    </Form>
  );
}

function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString();
}
