import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { Role } from '../generated/graphql.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form, FormButtons } from '../parts/form.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useSave } from '../parts/use-save.ts';
import { RoleChoice } from '../viewer/role-choice.tsx';
import { useProject } from '../viewer/viewer.ts';
import { AddMemberDocument, UpdateMemberDocument } from './member-documents.ts';
import type { ListedMember } from './members-query.ts';

type Fields = { subject: string; name: string; role: Role | null };

const PRISTINE: Fields = { subject: '', name: '', role: null };

/** Adds a member, or changes what the one given is called and may do. */
export function MemberDialog({ member, onClose }: { member?: ListedMember; onClose: () => void }) {
  const { id: projectId } = useProject();
  const draft = useDraft<Fields>(`member:${member?.id ?? `new in ${projectId}`}`, member ?? PRISTINE);
  const { subject, name, role } = draft.content;
  const set = (changes: Partial<Fields>, field: keyof Fields) => {
    errors.clear(field);
    draft.change({ subject, name, role, ...changes });
  };
  const errors = useFormErrors(['subject', 'name', 'role']);
  const client = useQueryClient();
  const { save, isSaving } = useSave({
    send: (fields: Fields) =>
      member
        ? request(UpdateMemberDocument, { input: { id: member.id, name: fields.name, role: fields.role } })
        : request(AddMemberDocument, { input: { projectId, ...fields } }),
    errors,
    onSaved(saved) {
      draft.discard();
      notifications.show({ message: `${saved.name} was ${member ? 'updated' : 'added'}` });
      // It may be the person who is signed in.
      client.invalidateQueries();
    },
    onDone: onClose,
  });
  return (
    <Dialog title={member ? 'Edit Member' : 'Add Member'} onClose={onClose}>
      <Form
        errors={errors}
        isSaving={isSaving}
        onSubmit={() => save({ subject, name, role })}
        onStartOver={draft.isRestored ? () => draft.discard() : undefined}
      >
        <TextInput
          name="subject"
          label="Subject"
          description="The identity provider’s own name for the person (the claim “sub”); whoever signs in before being added is shown theirs."
          withAsterisk={!member}
          aria-required={!member}
          readOnly={member !== undefined}
          autoComplete="off"
          spellCheck={false}
          data-autofocus={member ? undefined : true}
          value={subject}
          onChange={(event) => set({ subject: event.currentTarget.value }, 'subject')}
          error={errors.of('subject')}
        />
        <TextInput
          name="name"
          label="Name"
          withAsterisk
          aria-required
          dir="auto"
          autoComplete="off"
          data-autofocus={member ? true : undefined}
          value={name}
          onChange={(event) => set({ name: event.currentTarget.value }, 'name')}
          error={errors.of('name')}
        />
        <RoleChoice
          roles={['VIEWER', 'MEMBER', 'ADMINISTRATOR']}
          value={role}
          onChange={(chosen) => set({ role: chosen }, 'role')}
          error={errors.of('role')}
        />
        <FormButtons
          submitLabel={member ? 'Update Member' : 'Add Member'}
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
