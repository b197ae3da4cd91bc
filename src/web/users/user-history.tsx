import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { EventList } from '../history/event-list.tsx';
import { UserHistoryDocument } from '../history/history-documents.ts';
import { Failure } from '../parts/failure.tsx';
import { Section } from '../parts/section.tsx';
import { useProject } from '../viewer/viewer.ts';
import type { UserDetails } from './user-documents.ts';

/** What was done to the user, newest first, from the trail. */
export function UserHistory({ user }: { user: UserDetails }) {
  const { id: projectId } = useProject();
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    // Anew with each version of the user: each change is an event.
    queryKey: ['user', user.id, 'history', user.version],
    queryFn: async ({ signal, pageParam }) => {
      const variables = { id: user.id, after: pageParam };
      return (await request(UserHistoryDocument, variables, signal)).user?.auditEvents;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last?.pageInfo.hasNextPage ? last.pageInfo.endCursor : undefined),
  });
  const events = data?.pages.flatMap((page) => page?.nodes ?? []) ?? [];
  return (
    <Section
      title={t`History`}
      action={
        <Anchor component={Link} href={`/projects/${projectId}/history?user=${user.id}`} size="sm">
          <Trans>Show it in the project’s history</Trans>
        </Anchor>
      }
    >
      {error && (
        <Failure title={t`The history could not be loaded`} error={error} onRetry={refetch} isRetrying={isFetching} />
      )}
      <EventList events={events} label={t`History`} />
      {hasNextPage && (
        <Group>
          <Button variant="default" size="xs" loading={isFetching} onClick={() => fetchNextPage()}>
            <Trans>Show more</Trans>
          </Button>
        </Group>
      )}
    </Section>
  );
}
