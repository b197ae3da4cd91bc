import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { Role } from '../generated/graphql.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form, FormButtons } from '../parts/form.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { useDraft } from '../parts/use-draft.ts';
import { RoleChoice } from '../session/role-choice.tsx';
import { useProject } from '../session/viewer.ts';
import { AddMemberDocument, UpdateMemberDocument } from './member-documents.ts';
import type { ListedMember } from './members-query.ts';

type Fields = { subject: string; name: string; role: Role | null };

const PRISTINE: Fields = { subject: '', name: '', role: null };

/** Adds a member, or changes what the one given is called and may do. */
export function MemberDialog({ member, onClose }: { member?: ListedMember; onClose: () => void }) {
  const { id: projectId } = useProject();
  const draft = useDraft<Fields>(`member:${member?.id ?? `new in ${projectId}`}`, member ?? PRISTINE);
  const { subject, name, role } = draft.content;
  const set = (changes: Partial<Fields>) => draft.change({ subject, name, role, ...changes });
  const errors = useFormErrors(['subject', 'name', 'role']);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      member
        ? request(UpdateMemberDocument, { input: { id: member.id, name, role } })
        : request(AddMemberDocument, { input: { projectId, subject, name, role } }),
    onMutate: () => errors.clear(),
    onSuccess: ({ saved }) => {
      if (saved.userErrors.length > 0) return errors.show(saved.userErrors);
      notifications.show({ message: `${saved.projectMember?.name} was ${member ? 'updated' : 'added'}` });
      // It may be the person who is signed in.
      client.invalidateQueries();
      leave();
    },
    onError: ({ message }) => errors.show([{ message: `Not saved. ${message}` }]),
  });
  const leave = () => {
    draft.discard();
    onClose();
  };
  return (
    <Dialog title={member ? 'Edit Member' : 'Add Member'} onClose={onClose}>
      <Form
        errors={errors}
        isSaving={save.isPending}
        onSubmit={() => save.mutate()}
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
          onChange={(event) => set({ subject: event.currentTarget.value })}
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
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={errors.of('name')}
        />
        <RoleChoice
          roles={['VIEWER', 'MEMBER', 'ADMINISTRATOR']}
          value={role}
          onChange={(chosen) => set({ role: chosen })}
          error={errors.of('role')}
        />
        <FormButtons submitLabel={member ? 'Update Member' : 'Add Member'} isSaving={save.isPending} onCancel={leave} />
      </Form>
    </Dialog>
  );
}
