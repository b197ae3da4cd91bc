import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { request } from '../api/request.ts';
import { CHANNELS } from '../channels/channels.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { UnlinkAccountDocument } from './linked-account-documents.ts';
import { useRefreshUsers } from './use-users.ts';
import type { LinkedAccount, UserDetails } from './user-documents.ts';

export function UnlinkAccountDialog({
  user,
  account,
  onClose,
}: {
  user: UserDetails;
  account: LinkedAccount;
  onClose: () => void;
}) {
  const refresh = useRefreshUsers();
  const { label } = CHANNELS[account.channel];
  const unlink = async () => {
    const { userErrors } = (await request(UnlinkAccountDocument, { input: { id: account.id } })).unlinkChannelIdentity;
    if (userErrors.length === 0) notifications.show({ message: t`${label} was unlinked from ${user.fullName}` });
    await refresh();
    return userErrors;
  };
  return (
    <ConfirmDialog
      title={
        <Trans>
          Unlink {label} from <bdi>{user.fullName}</bdi>?
        </Trans>
      }
      confirmLabel={t`Unlink`}
      confirm={unlink}
      onClose={onClose}
    >
      <Text>
        <Trans>
          Whoever writes as <bdi dir="ltr">{account.externalId}</bdi> on {label} is not recognised as{' '}
          <bdi>{user.fullName}</bdi> any more.
        </Trans>
      </Text>
    </ConfirmDialog>
  );
}
