import { Avatar, Group, Stack, Text } from '@mantine/core';
import { CREATION_SOURCES } from './creation-sources.ts';
import { Highlighted } from './highlighted.tsx';
import type { UserEdge } from './users-query.ts';

const COLORS = ['indigo.8', 'grape.8', 'teal.9', 'pink.8', 'cyan.9', 'violet.8'];

/** Avatar with initials, full name, how the user came here, and e-mail. */
export function UserCell({ edge: { node, matches } }: { edge: UserEdge }) {
  // The API names them by their phone number then, which stands beside.
  const isNameless = !node.firstName && !node.middleName && !node.lastName && Boolean(node.phoneNumber);
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
          {isNameless ? 'No name' : <Highlighted value={node.fullName} field="FULL_NAME" matches={matches} />}
        </Text>
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

export function PhoneNumber({ edge: { node, matches } }: { edge: UserEdge }) {
  if (node.phoneNumber === null || node.phoneNumber === undefined)
    return (
      <Text span inherit c="dimmed">
        No phone
      </Text>
    );
  return (
    <span dir="ltr">
      <Highlighted value={node.phoneNumber} field="PHONE_NUMBER" matches={matches} />
    </span>
  );
}

// Of the random end of the id, for its beginning is the time.
function colorOf(id: string): string | undefined {
  return COLORS[Number.parseInt(id.slice(-4), 16) % COLORS.length];
}
