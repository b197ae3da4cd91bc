import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Card, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CHANNELS } from '../channels/channels.tsx';
import { Failure } from '../parts/failure.tsx';
import { Loading } from '../parts/loading.tsx';
import { Moment } from '../parts/moment.tsx';
import { PlainList } from '../parts/plain-list.tsx';
import { Section } from '../parts/section.tsx';
import { useProject } from '../viewer/viewer.ts';
import type { Invitation } from './invitation-documents.ts';
import { InviteDialog } from './invite-dialog.tsx';
import type { Invitee } from './invitee.ts';
import { RevokeInvitationDialog } from './revoke-invitation-dialog.tsx';
import { useInvitations } from './use-invitations.ts';

/** The user's invitations, each with its state, and the way to a new one. */
export function Invitations({ user }: { user: Invitee }) {
  const { canWriteUsers } = useProject();
  const { data: invitations, error, refetch, isFetching } = useInvitations(user.id);
  const [isInviting, setIsInviting] = useState(false);
  const [toRevoke, setToRevoke] = useState<Invitation>();
  return (
    <Section
      title={t`Invitations`}
      action={
        canWriteUsers && (
          <Button variant="default" size="xs" onClick={() => setIsInviting(true)}>
            <Trans>Invite</Trans>
          </Button>
        )
      }
    >
      {error && !invitations ? (
        <Failure
          title={t`The invitations could not be loaded`}
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      ) : !invitations ? (
        <Loading>
          <Skeleton h={20} w={180} />
        </Loading>
      ) : invitations.length === 0 ? (
        <Text c="dimmed">
          <Trans>No invitation yet. With one they can prove on a channel who they are.</Trans>
        </Text>
      ) : (
        <PlainList label={t`Invitations`}>
          {invitations.map((invitation) => (
            <InvitationCard
              key={invitation.id}
              invitation={invitation}
              onRevoke={canWriteUsers ? setToRevoke : undefined}
            />
          ))}
        </PlainList>
      )}
      {isInviting && <InviteDialog user={user} onClose={() => setIsInviting(false)} />}
      {toRevoke && <RevokeInvitationDialog user={user} invitation={toRevoke} onClose={() => setToRevoke(undefined)} />}
    </Section>
  );
}

function InvitationCard({
  invitation,
  onRevoke,
}: {
  invitation: Invitation;
  onRevoke?: (invitation: Invitation) => void;
}) {
  const { channel, status, createdAt } = invitation;
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" wrap="nowrap">
        <Group gap="sm" wrap="nowrap" miw={0}>
          {channel && CHANNELS[channel].icon}
          <Stack gap={0} miw={0}>
            <Text>{channel ? CHANNELS[channel].label : t`Any channel`}</Text>
            <Text size="sm" c="dimmed">
              <Trans>
                <State invitation={invitation} /> · created <Moment at={createdAt} />
              </Trans>
            </Text>
          </Stack>
        </Group>
        {onRevoke && status === 'PENDING' && (
          <Button variant="default" size="xs" flex="none" onClick={() => onRevoke(invitation)}>
            <Trans>Revoke</Trans>
          </Button>
        )}
      </Group>
    </Card>
  );
}

function State({ invitation: { status, expiresAt, redeemedAt } }: { invitation: Invitation }) {
  switch (status) {
    case 'PENDING':
      return (
        <Trans>
          Pending until <Moment at={expiresAt} withTime />
        </Trans>
      );
    case 'REDEEMED':
      return redeemedAt ? (
        <Trans>
          Used <Moment at={redeemedAt} withTime />
        </Trans>
      ) : (
        t`Used`
      );
    case 'REVOKED':
      return t`Revoked`;
    case 'EXPIRED':
      return (
        <Trans>
          Expired <Moment at={expiresAt} />
        </Trans>
      );
  }
}
