import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { request } from '../api/request.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { type Invitation, RevokeInvitationDocument } from './invitation-documents.ts';
import type { Invitee } from './invitee.ts';
import { useRefreshInvitations } from './use-invitations.ts';

export function RevokeInvitationDialog({
  user,
  invitation,
  onClose,
}: {
  user: Invitee;
  invitation: Invitation;
  onClose: () => void;
}) {
  const refresh = useRefreshInvitations(user.id);
  const revoke = async () => {
    const { userErrors } = (await request(RevokeInvitationDocument, { input: { id: invitation.id } })).revokeInvitation;
    if (userErrors.length === 0) notifications.show({ message: t`The invitation was revoked` });
    await refresh();
    return userErrors;
  };
  return (
    <ConfirmDialog
      title={
        <Trans>
          Revoke the invitation of <bdi>{user.fullName}</bdi>?
        </Trans>
      }
      confirmLabel={t`Revoke`}
      confirm={revoke}
      onClose={onClose}
    >
      <Text>
        <Trans>Its code and links stop working at once. You can invite them anew.</Trans>
      </Text>
    </ConfirmDialog>
  );
}
