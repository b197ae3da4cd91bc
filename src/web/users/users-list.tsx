import { Box, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { RequestError } from '../api/request.ts';
import { Failure } from '../parts/failure.tsx';
import { Pager } from '../parts/pager.tsx';
import { useProject } from '../viewer/viewer.ts';
import { EmptyUsers } from './empty-users.tsx';
import { Found } from './found.tsx';
import type { useListState } from './list-state.ts';
import { useUsers } from './use-users.ts';
import { UserCards } from './user-cards.tsx';
import { UsersSkeleton } from './users-skeleton.tsx';
import { type RowActions, UsersTable } from './users-table.tsx';

/** The page of users that was asked for, or what there is instead of it. */
export function UsersList({
  list,
  onAdd,
  ...actions
}: { list: ReturnType<typeof useListState>; onAdd?: () => void } & RowActions) {
  const { state, select } = list;
  const { id } = useProject();
  const { data: users, error, isFetching, isPlaceholderData, refetch } = useUsers(id, state);
  const isSmall = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const isFirst = !state.after && !state.before;
  const isPastEnd = !isFirst && !isPlaceholderData && users?.edges.length === 0;

  // The last user of a last page was deleted, say.
  useEffect(() => {
    if (isPastEnd) select({}, { replace: true });
  }, [isPastEnd, select]);

  const isLost = !isFirst && error instanceof RequestError && error.code === 'BAD_USER_INPUT';
  const failure = error && (
    <Box mt="md">
      <Failure
        title={users ? 'The list could not be refreshed' : 'The users could not be loaded'}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      >
        {isLost && (
          <Button size="xs" variant="default" onClick={() => list.goTo({})}>
            Go to the first page
          </Button>
        )}
      </Failure>
    </Box>
  );
  if (!users && failure) return failure;
  const Rows = isSmall ? UserCards : UsersTable;
  return (
    <>
      {failure}
      <Found users={isPlaceholderData || isPastEnd ? undefined : (users ?? undefined)} state={state} />
      {!users || isPastEnd ? (
        <UsersSkeleton isSmall={isSmall} />
      ) : (
        <Box aria-busy={isPlaceholderData} opacity={isPlaceholderData ? 0.5 : undefined}>
          {users.edges.length === 0 ? (
            <EmptyUsers state={state} onClear={list.select} onAdd={onAdd} />
          ) : (
            <Rows edges={users.edges} {...actions} />
          )}
          <Pager pageInfo={users.pageInfo} isFirst={isFirst} page={state.page} onGo={list.goTo} />
        </Box>
      )}
    </>
  );
}
