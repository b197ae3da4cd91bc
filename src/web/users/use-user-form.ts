import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { request } from '../api/request.ts';
import type { UserFormErrorFragment } from '../generated/graphql.ts';
import { useFormErrors } from '../parts/form-errors.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useFormAddress } from '../parts/use-form-address.ts';
import { useSave } from '../parts/use-save.ts';
import { useTellOfAdded } from './added-user.tsx';
import { withWhom } from './taken-by.tsx';
import { useRefreshUsers } from './use-users.ts';
import { CreateUserDocument, UpdateUserDocument, type UserToEdit } from './user-documents.ts';
import { changesOf, differ, EMPTY, FIELDS, isSame, rebase, toValues, type UserFormValues } from './user-form-values.ts';

/** What was typed, the user it was typed over, and the key under which exactly this can be sent again. */
type Draft = { values: UserFormValues; user: UserToEdit | undefined; idempotencyKey: string };

export function useUserForm(options: {
  projectId: string;
  user: UserToEdit | undefined;
  /** What a new user's form begins with. */
  prefilled?: Partial<UserFormValues>;
  onDone: () => void;
}) {
  const { projectId, onDone } = options;
  const blank = { ...EMPTY, ...options.prefilled };
  const pristine = draftOf(options.user ? toValues(options.user) : blank, options.user);
  const what = [`new in ${projectId}`, ...Object.values(options.prefilled ?? {})].filter(Boolean).join(' ');
  const draft = useDraft<Draft>(`user:${options.user?.id ?? what}`, pristine);
  const { values, user } = draft.content;
  const [theirs, setTheirs] = useState<UserToEdit>();
  const errors = useFormErrors(FIELDS);
  const refresh = useRefreshUsers();
  const { add, merge } = useFormAddress();
  const tellOfAdded = useTellOfAdded();

  const { save, isSaving } = useSave({
    send: (content: Draft) => send(projectId, content),
    errors,
    onSaved(saved) {
      draft.discard();
      refresh();
      const { fullName } = saved;
      if (user) notifications.show({ message: t`${fullName} was updated` });
      else tellOfAdded(saved, add);
    },
    onDone,
    onRefused(userErrors: UserFormErrorFragment[]) {
      const stale = conflicting(userErrors);
      if (stale) setTheirs(stale);
      else errors.show(userErrors.map((error) => withWhom(error, user && ((otherId) => merge(user.id, otherId)))));
    },
  });

  return {
    values,
    user,
    errors,
    theirs,
    // Not after it was changed back.
    isRestored: draft.isRestored && FIELDS.some((field) => differ(values, user ? toValues(user) : blank, field)),
    isSaving,
    set<Name extends keyof UserFormValues>(name: Name, value: UserFormValues[Name]) {
      errors.clear(name);
      draft.change(draftOf({ ...values, [name]: value }, user));
    },
    submit: () => save(draft.content),
    discard() {
      draft.discard();
      errors.clear();
    },
    /** Theirs below, what I changed on top. */
    overwrite() {
      if (!theirs || !user) return;
      const content = draftOf(rebase(values, toValues(user), toValues(theirs)), theirs);
      setTheirs(undefined);
      draft.change(content);
      save(content);
    },
    takeTheirs() {
      if (!theirs) return;
      draft.discard(draftOf(toValues(theirs), theirs));
      setTheirs(undefined);
      notifications.show({ message: t`The form shows ${theirs.fullName} as they saved it` });
      refresh();
    },
  };
}

// A new key for every change: sent again as it is, after its answer was lost, it makes no second user.
function draftOf(values: UserFormValues, user: UserToEdit | undefined): Draft {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return { values, user, idempotencyKey: random.join('-') };
}

async function send(projectId: string, { values, user, idempotencyKey }: Draft) {
  if (!user) return request(CreateUserDocument, { input: { projectId, ...values, idempotencyKey } });
  const changes = changesOf(values, toValues(user));
  const sent = await request(UpdateUserDocument, { input: { id: user.id, expectedVersion: user.version, ...changes } });
  // The answer to an attempt before was lost, which had saved it.
  const saved = conflicting(sent.answer.userErrors);
  return saved && isSame(values, toValues(saved)) ? { answer: { saved, userErrors: [] } } : sent;
}

/** The user as somebody else saved them since they were read, if that is in the way. */
function conflicting(userErrors: UserFormErrorFragment[]): UserToEdit | null | undefined {
  return userErrors.find(({ code }) => code === 'VERSION_CONFLICT')?.conflictingUser;
}
