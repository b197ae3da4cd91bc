import { Alert, Checkbox, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { BlockSenderDocument } from '../blocks/block-documents.ts';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { EnvironmentNames, useOpenEnvironments } from '../environments/open-environments.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { dropDraft } from '../parts/drafts.ts';
import { AlertIcon } from '../parts/icons.tsx';
import { useProject } from '../viewer/viewer.ts';
import { useRefreshUsers } from './use-users.ts';
import { DeleteUserDocument } from './user-documents.ts';
import type { ListedUser } from './user-list-documents.ts';

type UserToDelete = Pick<ListedUser, 'id' | 'fullName' | 'phoneNumber' | 'email' | 'environments' | 'isBlocked'>;

export function DeleteUserDialog({
  user,
  onClose,
  onDeleted,
}: {
  user: UserToDelete;
  onClose: () => void;
  onDeleted?: () => void;
}) {
  const { id: projectId } = useProject();
  const refresh = useRefreshUsers();
  const open = useOpenEnvironments();
  const [isBlocking, setIsBlocking] = useState(false);
  const remove = async () => {
    // First: between the two they could register again.
    if (isBlocking) {
      const { answer } = await request(BlockSenderDocument, { input: { projectId, userId: user.id } });
      if (answer.userErrors.length > 0) return answer.userErrors;
    }
    const { userErrors, deletedUserId } = (await request(DeleteUserDocument, { input: { id: user.id } })).deleteUser;
    if (deletedUserId) {
      dropDraft(`user:${user.id}`);
      notifications.show({ message: `${user.fullName} was removed${isBlocking ? ' and blocked' : ''}` });
      onDeleted?.();
    }
    await refresh();
    return userErrors;
  };
  return (
    <ConfirmDialog
      title={
        <>
          Remove <bdi>{user.fullName}</bdi>?
        </>
      }
      confirmLabel="Remove"
      confirm={remove}
      onClose={onClose}
    >
      <Alert color="red" variant="outline" icon={<AlertIcon />}>
        <strong>Warning:</strong> Deleting a user removes them from ALL environments. This action cannot be undone.
      </Alert>
      <Text size="sm" c="dimmed">
        <bdi dir="ltr">{user.phoneNumber ?? 'No phone'}</bdi> · <bdi>{user.email ?? 'No email'}</bdi>
      </Text>
      <EnvironmentBadges environments={user.environments} />
      {user.isBlocked ? (
        <Text size="sm">They are blocked, and stay so.</Text>
      ) : (
        open &&
        open.length > 0 && (
          <>
            <Text size="sm">
              They can register again by writing to <EnvironmentNames environments={open} />, which{' '}
              {open.length === 1 ? 'is' : 'are'} open to anyone.
            </Text>
            <Checkbox
              label="Block them, too"
              description="Keeps their phone number and linked accounts out of all environments, until you unblock them."
              checked={isBlocking}
              onChange={(event) => setIsBlocking(event.currentTarget.checked)}
            />
          </>
        )
      )}
    </ConfirmDialog>
  );
}
