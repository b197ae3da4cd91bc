import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Checkbox, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { BlockSenderDocument } from '../blocks/block-documents.ts';
import { NoteField } from '../blocks/note-field.tsx';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { EnvironmentNames, useOpenEnvironments } from '../environments/open-environments.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { dropDraft } from '../parts/drafts.ts';
import { EmailAddress } from '../parts/email-address.tsx';
import { AlertIcon } from '../parts/icons.tsx';
import { useProject } from '../viewer/viewer.ts';
import { useRefreshUsers } from './use-users.ts';
import { DeleteUserDocument } from './user-documents.ts';
import type { ListedUser } from './user-list-documents.ts';

type UserToDelete = Pick<ListedUser, 'id' | 'fullName' | 'phoneNumber' | 'email' | 'environments' | 'isBlocked'>;

export default function DeleteUserDialog({
  user,
  onClose,
  onDeleted,
}: {
  user: UserToDelete;
  onClose: () => void;
  onDeleted?: () => void;
}) {
  const { id: projectId } = useProject();
  const { fullName } = user;
  const refresh = useRefreshUsers();
  const open = useOpenEnvironments();
  const [isBlocking, setIsBlocking] = useState(false);
  const [note, setNote] = useState('');
  const remove = async () => {
    // First: between the two they could register again.
    if (isBlocking) {
      const { answer } = await request(BlockSenderDocument, { input: { projectId, userId: user.id, note } });
      if (answer.userErrors.some(({ code }) => code === 'NOT_FOUND')) {
        return [{ message: t`${fullName} was removed meanwhile by somebody else, so nobody was blocked` }];
      }
      if (answer.userErrors.length > 0) return answer.userErrors;
    }
    const { userErrors, deletedUserId } = (await request(DeleteUserDocument, { input: { id: user.id } })).deleteUser;
    const isGone = userErrors.some(({ code }) => code === 'NOT_FOUND');
    if (deletedUserId || isGone) {
      dropDraft(`user:${user.id}`);
      notifications.show({
        message: isGone
          ? t`${fullName} had been removed already, by somebody else`
          : isBlocking
            ? t`${fullName} was removed and blocked`
            : t`${fullName} was removed`,
      });
      onDeleted?.();
    }
    await refresh();
    return isGone ? [] : userErrors;
  };
  return (
    <ConfirmDialog
      title={
        <Trans>
          Remove <bdi>{fullName}</bdi>?
        </Trans>
      }
      confirmLabel={t`Remove`}
      confirm={remove}
      onClose={onClose}
    >
      <Alert color="red" variant="outline" icon={<AlertIcon />}>
        <Trans>
          <strong>Warning:</strong> Deleting a user removes them from ALL environments. This action cannot be undone.
        </Trans>
      </Alert>
      <Text size="sm" c="dimmed">
        <bdi dir="ltr">{user.phoneNumber ?? <Trans>No phone</Trans>}</bdi> ·{' '}
        {user.email ? <EmailAddress address={user.email} /> : <Trans>No email</Trans>}
      </Text>
      <EnvironmentBadges environments={user.environments} />
      {user.isBlocked ? (
        <Text size="sm">
          <Trans>They are blocked, and stay so.</Trans>
        </Text>
      ) : (
        open &&
        open.length > 0 && (
          <>
            <Text size="sm">
              {open.length === 1 ? (
                <Trans>
                  They can register again by writing to <EnvironmentNames environments={open} />, which is open to
                  anyone.
                </Trans>
              ) : (
                <Trans>
                  They can register again by writing to <EnvironmentNames environments={open} />, which are open to
                  anyone.
                </Trans>
              )}
            </Text>
            <Checkbox
              label={t`Block them, too`}
              description={t`Keeps their phone number and linked accounts out of all environments, until you unblock them.`}
              checked={isBlocking}
              onChange={(event) => setIsBlocking(event.currentTarget.checked)}
            />
            {isBlocking && <NoteField value={note} onChange={setNote} />}
          </>
        )
      )}
    </ConfirmDialog>
  );
}
