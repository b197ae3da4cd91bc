import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { type ListedMember, RemoveMemberDocument } from './member-documents.ts';

export function RemoveMemberDialog({ member, onClose }: { member: ListedMember; onClose: () => void }) {
  const client = useQueryClient();
  const remove = async () => {
    const answer = await request(RemoveMemberDocument, { input: { id: member.id } });
    const { removedProjectMemberId, userErrors } = answer.removeProjectMember;
    if (removedProjectMemberId) notifications.show({ message: t`${member.name} was removed` });
    // It may have been the person who is signed in.
    await client.invalidateQueries();
    return userErrors;
  };
  return (
    <ConfirmDialog
      title={
        <Trans>
          Remove <bdi>{member.name}</bdi>?
        </Trans>
      }
      confirmLabel={t`Remove`}
      confirm={remove}
      onClose={onClose}
    >
      <Text>
        <Trans>They can no longer open this project, from their next click on. You can add them again.</Trans>
      </Text>
    </ConfirmDialog>
  );
}
