import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { OpenEnvironments } from '../environments/open-environments.tsx';
import { PlusIcon } from '../parts/icons.tsx';
import { useFormAddress } from '../parts/use-form-address.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { useProject } from '../viewer/viewer.ts';
import { DeleteUserDialog } from './delete-user-dialog.tsx';
import { useListState } from './list-state.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { UserDialogs } from './user-dialogs.tsx';
import type { ListedUser } from './user-list-documents.ts';
import { UsersList } from './users-list.tsx';
import { UsersToolbar } from './users-toolbar.tsx';

const ShortcutsDialog = lazy(() => import('./shortcuts-dialog.tsx'));

export function UsersPage() {
  const list = useListState();
  const { canWriteUsers } = useProject();
  const [toDelete, setToDelete] = useState<ListedUser>();
  const [isHelping, setIsHelping] = useState(false);
  const form = useFormAddress();
  // Paper takes the table, however small the screen.
  const isSmall = useMediaQuery('screen and (max-width: 68em)', false, { getInitialValueInEffect: false });
  useShortcuts({ onAdd: canWriteUsers ? form.add : undefined, onHelp: () => setIsHelping(true) });

  return (
    <>
      <PageHeader
        title={t`Users`}
        badge={!isSmall && <OpenEnvironments mb={0} />}
        action={
          canWriteUsers && (
            <Button leftSection={<PlusIcon />} onClick={form.add}>
              <Trans>Add User</Trans>
            </Button>
          )
        }
      >
        <Trans>
          Control who can interact with your AI assistant through messaging apps like WhatsApp, Telegram, and Slack.
        </Trans>
      </PageHeader>
      <UsersToolbar state={list.state} isSmall={isSmall} onSelect={list.select} />
      <UsersList
        list={list}
        isSmall={isSmall}
        onAdd={canWriteUsers ? form.add : undefined}
        onEdit={canWriteUsers ? ({ id }) => form.edit(id) : undefined}
        onDelete={canWriteUsers ? setToDelete : undefined}
      />
      {isSmall && <OpenEnvironments />}
      <UserDialogs form={form} />
      {toDelete && <DeleteUserDialog user={toDelete} onClose={() => setToDelete(undefined)} />}
      {isHelping && (
        <Suspense>
          <ShortcutsDialog onClose={() => setIsHelping(false)} />
        </Suspense>
      )}
    </>
  );
}
