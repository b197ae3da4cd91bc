import { lazy, Suspense, useState } from 'react';
import type { useFormAddress } from '../parts/use-form-address.ts';
import { useProject } from '../viewer/viewer.ts';
import type { useListState } from './list-state.ts';
import { useSelection } from './use-selection.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { UserDialogs } from './user-dialogs.tsx';
import type { ListedUser } from './user-list-documents.ts';
import { UsersList } from './users-list.tsx';

export const loadDeleteUser = () => import('./delete-user-dialog.tsx');
export const loadShortcuts = () => import('./shortcuts-dialog.tsx');

const DeleteUserDialog = lazy(loadDeleteUser);
const ShortcutsDialog = lazy(loadShortcuts);

/** A list of users, with what can be done to one of them or to many. */
export function UsersView({
  list,
  isSmall,
  form,
}: {
  list: ReturnType<typeof useListState>;
  isSmall: boolean;
  form: ReturnType<typeof useFormAddress>;
}) {
  const { canWriteUsers } = useProject();
  const selection = useSelection(list.state);
  const [toDelete, setToDelete] = useState<ListedUser>();
  const [isHelping, setIsHelping] = useState(false);
  useShortcuts({ onAdd: canWriteUsers ? form.add : undefined, onHelp: () => setIsHelping(true) });
  return (
    <>
      <UsersList
        list={list}
        isSmall={isSmall}
        selection={selection}
        onAdd={canWriteUsers ? form.add : undefined}
        onEdit={canWriteUsers ? ({ id }) => form.edit(id) : undefined}
        onDelete={canWriteUsers ? setToDelete : undefined}
      />
      <UserDialogs form={form} />
      <Suspense>{toDelete && <DeleteUserDialog user={toDelete} onClose={() => setToDelete(undefined)} />}</Suspense>
      <Suspense>{isHelping && <ShortcutsDialog onClose={() => setIsHelping(false)} />}</Suspense>
    </>
  );
}
