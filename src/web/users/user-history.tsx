import { Button, Group, Text, Timeline } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { AuditAction } from '../generated/graphql.ts';
import { Failure } from '../parts/failure.tsx';
import { Moment } from '../parts/moment.tsx';
import { Section } from '../parts/section.tsx';
import { useProject } from '../viewer/viewer.ts';
import { type UserDetails, UserHistoryDocument } from './user-documents.ts';

const ACTIONS: Partial<Record<AuditAction, string>> = {
  USER_CREATED: 'Added',
  USER_SELF_REGISTERED: 'Registered',
  USER_UPDATED: 'Changed',
  CHANNEL_IDENTITY_LINKED: 'Account linked',
  CHANNEL_IDENTITY_UNLINKED: 'Account unlinked',
  USERS_MERGED: 'Another user merged into this one',
  SENDER_REPLACED: 'Followed to another number or account',
  ACCESS_REQUEST_APPROVED: 'Request approved',
  SENDER_BLOCKED: 'Blocked',
  SENDER_UNBLOCKED: 'Unblocked',
  INVITATION_CREATED: 'Invited',
  INVITATION_REVOKED: 'Invitation revoked',
  INVITATION_REDEEMED: 'Invitation used',
  USER_EXPORTED: 'Data exported',
};

const FIELD_NAMES: Record<string, string> = {
  phoneNumber: 'phone number',
  email: 'email',
  firstName: 'first name',
  middleName: 'middle name',
  lastName: 'last name',
  environments: 'environments',
  accessExpiries: 'end of access',
  channelIdentities: 'linked accounts',
};

/** What was done to the user, newest first, from the trail. */
export function UserHistory({ user }: { user: UserDetails }) {
  const { id: projectId } = useProject();
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    // Anew with each version of the user: each change is an event.
    queryKey: ['user', user.id, 'history', user.version],
    queryFn: async ({ signal, pageParam }) => {
      const variables = { projectId, userId: user.id, after: pageParam };
      return (await request(UserHistoryDocument, variables, signal)).project?.auditEvents;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last?.pageInfo.hasNextPage ? last.pageInfo.endCursor : undefined),
  });
  const events = data?.pages.flatMap((page) => page?.nodes ?? []) ?? [];
  return (
    <Section title="History">
      {error && (
        <Failure title="The history could not be loaded" error={error} onRetry={refetch} isRetrying={isFetching} />
      )}
      <Timeline bulletSize={10} lineWidth={1} aria-label="History">
        {events.map(({ id, action, actorName, changedFields, createdAt }) => (
          <Timeline.Item key={id}>
            <Text size="sm">
              {ACTIONS[action] ?? action}
              {changedFields.length > 0 && `: ${changedFields.map((field) => FIELD_NAMES[field] ?? field).join(', ')}`}
            </Text>
            <Text size="xs" c="dimmed">
              <bdi>{actorName}</bdi> · <Moment at={createdAt} withTime />
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
      {hasNextPage && (
        <Group>
          <Button variant="default" size="xs" loading={isFetching} onClick={() => fetchNextPage()}>
            Show more
          </Button>
        </Group>
      )}
    </Section>
  );
}
