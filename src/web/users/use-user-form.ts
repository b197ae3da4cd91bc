import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import type { UserFormErrorFragment } from '../generated/graphql.ts';
import { useFormErrors } from '../parts/form-errors.ts';
import { useDraft } from '../parts/use-draft.ts';
import { changesOf, EMPTY, FIELDS, rebase, toValues, type UserFormValues } from './user-form-values.ts';
import type { UserToEdit } from './user-query.ts';
import { useRefreshUsers } from './users-query.ts';

graphql(`
  fragment UserFormError on UserError {
    ...FormError
    code
    conflictingUser {
      ...UserToEdit
    }
  }
`);

const CreateUserDocument = graphql(`
  mutation CreateUser($input: CreateUserInput!) {
    saved: createUser(input: $input) {
      user {
        ...UserToEdit
      }
      userErrors {
        ...UserFormError
      }
    }
  }
`);

const UpdateUserDocument = graphql(`
  mutation UpdateUser($input: UpdateUserInput!) {
    saved: updateUser(input: $input) {
      user {
        ...UserToEdit
      }
      userErrors {
        ...UserFormError
      }
    }
  }
`);

/** What was typed, and the user it was typed over. */
type Draft = { values: UserFormValues; user: UserToEdit | undefined };

export function useUserForm(options: { projectId: string; user: UserToEdit | undefined; onSaved: () => void }) {
  const { projectId, onSaved } = options;
  const pristine = { values: options.user ? toValues(options.user) : EMPTY, user: options.user };
  const draft = useDraft<Draft>(`user:${options.user?.id ?? `new in ${projectId}`}`, pristine);
  const { values, user } = draft.content;
  const [theirs, setTheirs] = useState<UserToEdit>();
  const errors = useFormErrors(FIELDS);
  const refresh = useRefreshUsers();

  const save = useMutation({
    mutationFn: async (content: Draft) => (await send(projectId, content)).saved,
    onMutate: () => errors.clear(),
    onSuccess: ({ user: saved, userErrors }) => {
      const stale = userErrors.find(({ code }) => code === 'VERSION_CONFLICT');
      if (stale?.conflictingUser) setTheirs(stale.conflictingUser);
      else if (saved) finish(saved);
      else errors.show(userErrors.map(withName));
    },
    onError: ({ message }) => errors.show([{ message: `Not saved. ${message}` }]),
  });
  const finish = (saved: UserToEdit) => {
    draft.discard();
    refresh();
    notifications.show({ message: `${saved.fullName} was ${user ? 'updated' : 'added'}` });
    onSaved();
  };

  return {
    values,
    user,
    errors,
    theirs,
    isRestored: draft.isRestored,
    isSaving: save.isPending,
    set<Name extends keyof UserFormValues>(name: Name, value: UserFormValues[Name]) {
      errors.clear(name);
      draft.change({ values: { ...values, [name]: value }, user });
    },
    submit: () => save.mutate(draft.content),
    discard() {
      draft.discard();
      errors.clear();
    },
    /** Theirs below, what I changed on top. */
    overwrite() {
      if (!theirs || !user) return;
      const content = { values: rebase(values, toValues(user), toValues(theirs)), user: theirs };
      setTheirs(undefined);
      draft.change(content);
      save.mutate(content);
    },
    takeTheirs() {
      if (!theirs) return;
      draft.discard({ values: toValues(theirs), user: theirs });
      setTheirs(undefined);
      refresh();
    },
  };
}

function send(projectId: string, { values, user }: Draft) {
  if (!user) return request(CreateUserDocument, { input: { projectId, ...values } });
  const changes = changesOf(values, toValues(user));
  return request(UpdateUserDocument, { input: { id: user.id, expectedVersion: user.version, ...changes } });
}

function withName({ field, message, conflictingUser }: UserFormErrorFragment) {
  return { field, message: conflictingUser ? `${message}: ${conflictingUser.fullName}` : message };
}
