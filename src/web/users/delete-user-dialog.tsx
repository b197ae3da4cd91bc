import { Alert, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { request } from '../api/request.ts';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { dropDraft } from '../parts/drafts.ts';
import { AlertIcon } from '../parts/icons.tsx';
import { useRefreshUsers } from './use-users.ts';
import { DeleteUserDocument } from './user-documents.ts';
import type { ListedUser } from './user-list-documents.ts';

type UserToDelete = Pick<ListedUser, 'id' | 'fullName' | 'phoneNumber' | 'email' | 'environments'>;

export function DeleteUserDialog({
  user,
  onClose,
  onDeleted,
}: {
  user: UserToDelete;
  onClose: () => void;
  onDeleted?: () => void;
}) {
  const refresh = useRefreshUsers();
  const remove = async () => {
    const { userErrors, deletedUserId } = (await request(DeleteUserDocument, { input: { id: user.id } })).deleteUser;
    if (deletedUserId) {
      dropDraft(`user:${user.id}`);
      notifications.show({ message: `${user.fullName} was removed` });
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
    </ConfirmDialog>
  );
}
