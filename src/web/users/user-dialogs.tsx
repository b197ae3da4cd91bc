import type { useFormAddress } from '../parts/use-form-address.ts';
import { useProject } from '../viewer/viewer.ts';
import { MergeUsersDialog } from './merge-users-dialog.tsx';
import { UserDialog } from './user-dialog.tsx';

/** The dialog over a view of users that the address names, if any. */
export function UserDialogs({ form }: { form: ReturnType<typeof useFormAddress> }) {
  const { canWriteUsers } = useProject();
  if (!canWriteUsers) return null;
  if (form.merged) return <MergeUsersDialog key={form.merged.join()} ids={form.merged} onClose={form.close} />;
  if (!form.isAdding && !form.editedId) return null;
  return <UserDialog key={form.editedId} userId={form.editedId} onClose={form.close} />;
}
