import { Anchor, Avatar, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { BlockedBadge } from '../blocks/blocked-badge.tsx';
import { CHANNELS } from '../channels/channels.tsx';
import { KnownChannels } from '../channels/known-channels.tsx';
import { useProject } from '../viewer/viewer.ts';
import { CREATION_SOURCES } from './creation-sources.ts';
import { Highlighted } from './highlighted.tsx';
import type { UserEdge } from './user-list-documents.ts';

const COLORS = ['indigo.8', 'grape.8', 'teal.9', 'pink.8', 'cyan.9', 'violet.8'];

/** Avatar with initials, full name, how the user came here, and e-mail. */
export function UserCell({ edge: { node, matches } }: { edge: UserEdge }) {
  const { id: projectId } = useProject();
  // The API names them by their phone number or by an id on a channel then, which stands beside.
  const isNameless = !node.firstName && !node.middleName && !node.lastName;
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Avatar color={colorOf(node.id)} variant="filled" radius="xl" aria-hidden="true" mt={2}>
        {node.initials}
      </Avatar>
      <Stack gap={1} miw={0}>
        <Text
          component="span"
          fw={600}
          lh={1.35}
          lineClamp={2}
          title={node.fullName}
          c={isNameless ? 'dimmed' : undefined}
        >
          <Anchor
            component={Link}
            href={`/projects/${projectId}/users/${node.id}`}
            inherit
            c="inherit"
            underline="hover"
          >
            {isNameless ? 'No name' : <Highlighted value={node.fullName} field="FULL_NAME" matches={matches} />}
          </Anchor>
        </Text>
        {node.isBlocked && <BlockedBadge />}
        <Text component="span" size="sm" c="dimmed" lh={1.35} lineClamp={2} title={node.email ?? undefined}>
          {node.email ? <Highlighted value={node.email} field="EMAIL" matches={matches} /> : 'No email'}
        </Text>
        <Text component="span" size="xs" c="dimmed" lh={1.35}>
          {CREATION_SOURCES[node.creationSource]}
        </Text>
      </Stack>
    </Group>
  );
}

/** The phone number, or the id of whoever has none, with the word for it; and on which channels they are recognised. */
export function PhoneNumber({ edge }: { edge: UserEdge }) {
  return (
    <>
      <NumberOrId edge={edge} />
      <KnownChannels user={edge.node} />
    </>
  );
}

function NumberOrId({ edge: { node, matches } }: { edge: UserEdge }) {
  const [identity] = node.channelIdentities;
  if (node.phoneNumber) {
    return (
      <span dir="ltr">
        <Highlighted value={node.phoneNumber} field="PHONE_NUMBER" matches={matches} />
      </span>
    );
  }
  return (
    <Text span inherit c="dimmed">
      No phone
      {identity && (
        <Text span display="block" size="sm">
          {CHANNELS[identity.channel].label} <bdi dir="ltr">{identity.externalId}</bdi>
        </Text>
      )}
    </Text>
  );
}

// Of the random end of the id, for its beginning is the time.
function colorOf(id: string): string | undefined {
  return COLORS[Number.parseInt(id.slice(-4), 16) % COLORS.length];
}
