import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { request } from '../api/request.ts';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { graphql } from '../generated/gql.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { dropDraft } from '../parts/drafts.ts';
import { type ListedUser, useRefreshUsers } from './users-query.ts';

const DeleteUserDocument = graphql(`
  mutation DeleteUser($input: DeleteUserInput!) {
    deleteUser(input: $input) {
      deletedUserId
      userErrors {
        message
      }
    }
  }
`);

export function DeleteUserDialog({ user, onClose }: { user: ListedUser; onClose: () => void }) {
  const refresh = useRefreshUsers();
  const remove = async () => {
    const { userErrors, deletedUserId } = (await request(DeleteUserDocument, { input: { id: user.id } })).deleteUser;
    if (deletedUserId) {
      dropDraft(`user:${user.id}`);
      notifications.show({ message: `${user.fullName} was removed` });
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
      <Text>
        <strong>Warning:</strong> Deleting a user removes them from ALL environments. This action cannot be undone.
      </Text>
      <Text size="sm" c="dimmed">
        <bdi dir="ltr">{user.phoneNumber ?? 'No phone'}</bdi> · <bdi>{user.email ?? 'No email'}</bdi>
      </Text>
      <EnvironmentBadges environments={user.environments} />
    </ConfirmDialog>
  );
}
