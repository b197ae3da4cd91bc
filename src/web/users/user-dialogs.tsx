import { lazy, Suspense } from 'react';
import type { useFormAddress } from '../parts/use-form-address.ts';
import { useProject } from '../viewer/viewer.ts';
import type { UserFormValues } from './user-form-values.ts';

export const loadUserDialog = () => import('./user-dialog.tsx');
export const loadMergeUsers = () => import('./merge-users-dialog.tsx');

const UserDialog = lazy(loadUserDialog);
const MergeUsersDialog = lazy(loadMergeUsers);

/** The dialog over a view of users that the address names, if any; its code comes after the page. */
export function UserDialogs({
  form,
  prefilled,
}: {
  form: ReturnType<typeof useFormAddress>;
  /** What is known already of a user to add. */
  prefilled?: Partial<UserFormValues>;
}) {
  const { canWriteUsers } = useProject();
  if (!canWriteUsers) return null;
  if (form.merged) {
    return (
      <Suspense>
        <MergeUsersDialog key={form.merged.join()} ids={form.merged} onClose={form.close} />
      </Suspense>
    );
  }
  if (!form.isAdding && !form.editedId) return null;
  return (
    <Suspense>
      <UserDialog key={form.editedId} userId={form.editedId} prefilled={prefilled} onClose={form.close} />
    </Suspense>
  );
}
