import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import type { UserFormErrorFragment } from '../generated/graphql.ts';
import { dropDraft, keepDraft, readDraft } from '../parts/drafts.ts';
import { useFormErrors } from '../parts/form-errors.ts';
import { changesOf, EMPTY, FIELDS, rebase, toValues, type UserFormValues } from './user-form-values.ts';
import type { UserToEdit } from './user-query.ts';
import { useRefreshUsers } from './users-query.ts';

export const UserFormErrorFields = graphql(`
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
  const draftName = `user:${options.user?.id ?? `new in ${projectId}`}`;
  const pristine = { values: options.user ? toValues(options.user) : EMPTY, user: options.user };
  const [kept] = useState(() => readDraft<Draft>(draftName));
  const [{ values, user }, setDraft] = useState<Draft>(kept ?? pristine);
  const [isRestored, setIsRestored] = useState(kept !== undefined);
  const [theirs, setTheirs] = useState<UserToEdit>();
  const errors = useFormErrors(FIELDS);
  const refresh = useRefreshUsers();

  const change = (draft: Draft) => {
    setDraft(draft);
    keepDraft(draftName, draft);
  };
  const save = useMutation({
    mutationFn: async (draft: Draft) => (await send(projectId, draft)).saved,
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
    dropDraft(draftName);
    refresh();
    notifications.show({ message: `${saved.fullName} was ${user ? 'updated' : 'added'}` });
    onSaved();
  };

  return {
    values,
    user,
    errors,
    theirs,
    isRestored,
    isSaving: save.isPending,
    set<Name extends keyof UserFormValues>(name: Name, value: UserFormValues[Name]) {
      errors.clear(name);
      change({ values: { ...values, [name]: value }, user });
    },
    submit: () => save.mutate({ values, user }),
    discard() {
      dropDraft(draftName);
      setDraft(pristine);
      setIsRestored(false);
      errors.clear();
    },
    /** Theirs below, what I changed on top. */
    overwrite() {
      if (!theirs || !user) return;
      const draft = { values: rebase(values, toValues(user), toValues(theirs)), user: theirs };
      setTheirs(undefined);
      change(draft);
      save.mutate(draft);
    },
    takeTheirs() {
      if (!theirs) return;
      dropDraft(draftName);
      setDraft({ values: toValues(theirs), user: theirs });
      setTheirs(undefined);
      setIsRestored(false);
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
