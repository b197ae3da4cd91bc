import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { EnvironmentCheckboxes } from '../environments/environment-checkboxes.tsx';
import { useEnvironmentChoices } from '../environments/use-environments.ts';
import type { Role } from '../generated/graphql.ts';
import { dayFromNow, endOfDay } from '../parts/days.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { bind, useForm } from '../parts/use-form.ts';
import { RoleChoice } from '../viewer/role-choice.tsx';
import { useProject } from '../viewer/viewer.ts';
import { CreateAccessKeyDocument } from './access-key-documents.ts';
import { useShowSecret } from './new-secret.tsx';

type Fields = { name: string; role: Role | null; environmentIds: string[]; expiresAt: string };

// The form asks for the last day, in whose last moment the key expires.
const PRISTINE: Fields = { name: '', role: null, environmentIds: [], expiresAt: '' };

export function CreateAccessKeyDialog({ onClose }: { onClose: () => void }) {
  const { id: projectId } = useProject();
  const { isSuccess: canChoose } = useEnvironmentChoices(projectId);
  const client = useQueryClient();
  const showSecret = useShowSecret();
  const form = useForm({
    draft: `access-key:new in ${projectId}`,
    pristine: PRISTINE,
    async send({ name, role, environmentIds, expiresAt: lastDay }) {
      const isGateway = role === 'GATEWAY';
      // None would mean all of them.
      if (isGateway && !canChoose) throw new Error(t`The environments to choose from are not there yet.`);
      const expiresAt = lastDay ? endOfDay(lastDay) : null;
      const input = { projectId, name, role, environmentIds: isGateway ? environmentIds : [], expiresAt };
      return request(CreateAccessKeyDocument, { input });
    },
    onSaved(secret) {
      client.invalidateQueries({ queryKey: ['access-keys'] });
      showSecret(secret);
    },
    onDone: onClose,
  });
  return (
    <FormDialog form={form} title={t`Create Access Key`} submitLabel={t`Create Access Key`} onClose={onClose}>
      <TextField
        form={form}
        name="name"
        label={t`Name`}
        description={t`Whose it is, or what for`}
        isRequired
        dir="auto"
        data-autofocus
      />
      <RoleChoice roles={['VIEWER', 'MEMBER', 'ADMINISTRATOR', 'GATEWAY']} {...bind(form, 'role')} />
      {form.values.role === 'GATEWAY' && (
        <EnvironmentCheckboxes description={t`None selected means all of them.`} {...bind(form, 'environmentIds')} />
      )}
      <TextField
        form={form}
        name="expiresAt"
        type="date"
        min={dayFromNow()}
        label={t`Last day`}
        description={t`The key stops working by itself after this day. Empty means never.`}
      />
    </FormDialog>
  );
}
