import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { AlertIcon } from '../parts/icons.tsx';
import { type ListedAccessKey, RevokeAccessKeyDocument } from './access-key-documents.ts';

export function RevokeAccessKeyDialog({ accessKey, onClose }: { accessKey: ListedAccessKey; onClose: () => void }) {
  const client = useQueryClient();
  const revoke = async () => {
    const answer = await request(RevokeAccessKeyDocument, { input: { id: accessKey.id } });
    if (answer.revokeAccessKey.accessKey) notifications.show({ message: t`${accessKey.name} was revoked` });
    await client.invalidateQueries({ queryKey: ['access-keys'] });
    return answer.revokeAccessKey.userErrors;
  };
  return (
    <ConfirmDialog
      title={
        <Trans>
          Revoke <bdi>{accessKey.name}</bdi>?
        </Trans>
      }
      confirmLabel={t`Revoke`}
      confirm={revoke}
      onClose={onClose}
    >
      {accessKey.isOwn && (
        <Alert color="red" variant="outline" icon={<AlertIcon />}>
          <Trans>This is the key you are using: you will be signed out.</Trans>
        </Alert>
      )}
      <Text>
        <Trans>Whoever uses this key is locked out at once. This action cannot be undone.</Trans>
      </Text>
    </ConfirmDialog>
  );
}
