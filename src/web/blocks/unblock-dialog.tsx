import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { SenderId, senderText } from '../channels/sender-id.tsx';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { useProject } from '../viewer/viewer.ts';
import type { BlockedSender } from './block-documents.ts';
import { type BlockableUser, findBlocksOf, liftBlocks, useRefreshBlocks } from './use-blocks.ts';

/** Lifts the block of one phone number or id. */
export function UnblockDialog({ block, onClose }: { block: BlockedSender; onClose: () => void }) {
  const sender = <SenderId sender={block} />;
  return (
    <Question name={senderText(block)} find={async () => [block]} onClose={onClose}>
      {block.user ? (
        <Trans>
          Only {sender} is unblocked. <bdi>{block.user.fullName}</bdi> stays blocked as long as another number or id of
          theirs is.
        </Trans>
      ) : (
        <Trans>
          Whoever writes as {sender} is treated like anybody else again. That alone lets nobody in: where an environment
          is not open, you have to add them, or approve them when they write again.
        </Trans>
      )}
    </Question>
  );
}

/** Lifts all that is blocked of a user. */
export function UnblockUserDialog({ user, onClose }: { user: BlockableUser; onClose: () => void }) {
  const { id: projectId } = useProject();
  return (
    <Question name={user.fullName} find={() => findBlocksOf(projectId, user)} onClose={onClose}>
      <Trans>
        All their numbers and ids are unblocked: <bdi>{user.fullName}</bdi> can talk to the assistant again in the
        environments they are in.
      </Trans>
    </Question>
  );
}

function Question({
  name,
  find,
  onClose,
  children,
}: {
  name: string;
  find: () => Promise<BlockedSender[]>;
  onClose: () => void;
  children: ReactNode;
}) {
  const refresh = useRefreshBlocks();
  const unblock = async () => {
    const blocks = await find();
    const obstacles = await liftBlocks(blocks.map(({ id }) => id));
    if (obstacles.length === 0) notifications.show({ message: t`${name} was unblocked` });
    await refresh();
    return obstacles;
  };
  return (
    <ConfirmDialog
      title={
        <Trans>
          Unblock <bdi>{name}</bdi>?
        </Trans>
      }
      confirmLabel={t`Unblock`}
      confirm={unblock}
      onClose={onClose}
    >
      <Text>{children}</Text>
    </ConfirmDialog>
  );
}
