import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Box, Button, Center, Stack, Text } from '@mantine/core';
import { Failure } from '../parts/failure.tsx';
import { useListAddress } from '../parts/list-address.ts';
import { Pager } from '../parts/pager.tsx';
import { RowsSkeleton } from '../parts/rows-skeleton.tsx';
import { PageHeader } from '../settings/page-header.tsx';
import { EventList } from './event-list.tsx';
import { actionsOf } from './event-words.ts';
import { HistoryFilters } from './history-filters.tsx';
import { useHistory, useHistoryNames } from './use-history.ts';

/** Who did what in the project, and when. */
export default function HistoryPage() {
  const list = useListAddress({ actor: 'actor', action: 'action', user: 'user' });
  const [actor, action, user] = [list.get('actor'), list.get('action'), list.get('user')];
  return (
    <>
      <PageHeader title={t`History`}>
        <Trans>
          Who changed what in this project, and when. Nothing is ever taken from it, and it holds no personal data.
        </Trans>
      </PageHeader>
      <HistoryFilters filter={{ actor, action, user }} onSelect={list.select} />
      <Events list={list} filter={{ actor, action, user }} />
    </>
  );
}

function Events({
  list: { page, goTo, select },
  filter: { actor, action, user },
}: {
  list: ReturnType<typeof useListAddress<'actor' | 'action' | 'user'>>;
  filter: { actor: string; action: string; user: string };
}) {
  const asked = { userId: user || undefined, actorId: actor || undefined, actions: actionsOf(action), page };
  const { data, error, refetch, isFetching, isPlaceholderData } = useHistory(asked);
  const names = useNames();
  const isFirst = !page.after && !page.before;
  return (
    <Stack mt="md" gap="md">
      {error && (
        <Failure title={t`The history could not be loaded`} error={error} onRetry={refetch} isRetrying={isFetching}>
          {!isFirst && (
            <Button size="xs" variant="default" onClick={() => goTo({})}>
              <Trans>Go to the first page</Trans>
            </Button>
          )}
        </Failure>
      )}
      {!data && !error && <RowsSkeleton height={56} />}
      {data && (
        <Box aria-busy={isPlaceholderData} opacity={isPlaceholderData ? 0.5 : undefined}>
          {data.nodes.length > 0 ? (
            <EventList events={data.nodes} label={t`History`} names={names} />
          ) : (
            <Center py={48}>
              <Stack align="center" gap="sm">
                <Text c="dimmed">
                  <Trans>Nothing of this kind was done.</Trans>
                </Text>
                <Button
                  variant="default"
                  onClick={() => {
                    select({ actor: '', action: '', user: '' });
                    document.querySelector<HTMLElement>('h1')?.focus();
                  }}
                >
                  <Trans>Show everything</Trans>
                </Button>
              </Stack>
            </Center>
          )}
          <Pager pageInfo={data.pageInfo} isFirst={isFirst} isBusy={isPlaceholderData} page={page.page} onGo={goTo} />
        </Box>
      )}
    </Stack>
  );
}

function useNames(): ReadonlyMap<string, string> {
  const { data } = useHistoryNames();
  const named = data ? [...data.environments, ...data.accessKeys, ...data.members] : [];
  return new Map(named.map(({ id, name }) => [id, name]));
}
