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
      title="Invitations"
      action={
        canWriteUsers && (
          <Button variant="default" size="xs" onClick={() => setIsInviting(true)}>
            Invite
          </Button>
        )
      }
    >
      {error && !invitations ? (
        <Failure title="The invitations could not be loaded" error={error} onRetry={refetch} isRetrying={isFetching} />
      ) : !invitations ? (
        <Loading>
          <Skeleton h={20} w={180} />
        </Loading>
      ) : invitations.length === 0 ? (
        <Text c="dimmed">Not invited yet. An invitation lets them prove on a channel who they are.</Text>
      ) : (
        <PlainList label="Invitations">
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
            <Text>{channel ? CHANNELS[channel].label : 'Any channel'}</Text>
            <Text size="sm" c="dimmed">
              <State invitation={invitation} /> · created <Moment at={createdAt} />
            </Text>
          </Stack>
        </Group>
        {onRevoke && status === 'PENDING' && (
          <Button variant="default" size="xs" flex="none" onClick={() => onRevoke(invitation)}>
            Revoke
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
        <>
          Pending until <Moment at={expiresAt} withTime />
        </>
      );
    case 'REDEEMED':
      return <>Used {redeemedAt && <Moment at={redeemedAt} withTime />}</>;
    case 'REVOKED':
      return 'Revoked';
    case 'EXPIRED':
      return (
        <>
          Expired <Moment at={expiresAt} />
        </>
      );
  }
}
