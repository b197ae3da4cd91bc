import { Button } from '@mantine/core';
import { useState } from 'react';
import { OpenEnvironments } from '../environments/open-environments.tsx';
import { PlusIcon } from '../parts/icons.tsx';
import { useFormAddress } from '../parts/use-form-address.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { useProject } from '../viewer/viewer.ts';
import { DeleteUserDialog } from './delete-user-dialog.tsx';
import { useListState } from './list-state.ts';
import { UserDialogs } from './user-dialogs.tsx';
import type { ListedUser } from './user-list-documents.ts';
import { UsersList } from './users-list.tsx';
import { UsersToolbar } from './users-toolbar.tsx';

export function UsersPage() {
  const list = useListState();
  const { canWriteUsers } = useProject();
  const [toDelete, setToDelete] = useState<ListedUser>();
  const form = useFormAddress();

  return (
    <>
      <PageHeader
        title="Users"
        action={
          canWriteUsers && (
            <Button leftSection={<PlusIcon />} onClick={form.add}>
              Add User
            </Button>
          )
        }
      >
        Control who can interact with your AI assistant through messaging apps like WhatsApp, Telegram, and Slack.
      </PageHeader>
      <OpenEnvironments />
      <UsersToolbar state={list.state} onSelect={list.select} />
      <UsersList
        list={list}
        onAdd={canWriteUsers ? form.add : undefined}
        onEdit={canWriteUsers ? ({ id }) => form.edit(id) : undefined}
        onDelete={canWriteUsers ? setToDelete : undefined}
      />
      <UserDialogs form={form} />
      {toDelete && <DeleteUserDialog user={toDelete} onClose={() => setToDelete(undefined)} />}
    </>
  );
}
