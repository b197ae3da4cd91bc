import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { Role } from '../generated/graphql.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { bind, useForm } from '../parts/use-form.ts';
import { RoleChoice } from '../viewer/role-choice.tsx';
import { useProject } from '../viewer/viewer.ts';
import { AddMemberDocument, type ListedMember, UpdateMemberDocument } from './member-documents.ts';

type Fields = { subject: string; name: string; role: Role | null };

/** Adds a member, or changes what the one given is called and may do. */
export function MemberDialog({ member, onClose }: { member?: ListedMember; onClose: () => void }) {
  const { id: projectId } = useProject();
  const client = useQueryClient();
  const pristine: Fields = { subject: member?.subject ?? '', name: member?.name ?? '', role: member?.role ?? null };
  const form = useForm({
    draft: `member:${member?.id ?? `new in ${projectId}`}`,
    pristine,
    send: ({ subject, name, role }) =>
      member
        ? request(UpdateMemberDocument, { input: { id: member.id, ...changesOf({ name, role }, member) } })
        : request(AddMemberDocument, { input: { projectId, subject, name, role } }),
    notice: (saved) => (member ? t`${saved.name} was updated` : t`${saved.name} was added`),
    // It may be the person who is signed in.
    onSaved: () => client.invalidateQueries(),
    onDone: onClose,
  });
  const title = member ? t`Edit Member` : t`Add Member`;
  const submitLabel = member ? t`Update Member` : t`Add Member`;
  return (
    <FormDialog form={form} title={title} submitLabel={submitLabel} onClose={onClose}>
      <TextField
        form={form}
        name="subject"
        label={t`Subject`}
        description={t`The identity provider’s own name for the person (the claim “sub”); whoever signs in before being added is shown theirs.`}
        isRequired={!member}
        readOnly={member !== undefined}
        dir="ltr"
        spellCheck={false}
        data-autofocus={!member || undefined}
      />
      <TextField form={form} name="name" label={t`Name`} isRequired dir="auto" data-autofocus={member && true} />
      <RoleChoice roles={['VIEWER', 'MEMBER', 'ADMINISTRATOR']} {...bind(form, 'role')} />
    </FormDialog>
  );
}

type Changeable = Pick<Fields, 'name' | 'role'>;

// What is omitted stays, whatever it is by now.
function changesOf({ name, role }: Changeable, base: Changeable): Partial<Changeable> {
  return { ...(name !== base.name && { name }), ...(role !== base.role && { role }) };
}
