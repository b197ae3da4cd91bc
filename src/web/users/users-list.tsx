import { Box, Button, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { RequestError } from '../api/request.ts';
import { Failure } from '../parts/failure.tsx';
import { useProject } from '../session/viewer.ts';
import { EmptyUsers } from './empty-users.tsx';
import type { useListState } from './list-state.ts';
import { UserCards } from './user-cards.tsx';
import { UsersPager } from './users-pager.tsx';
import { type ListedUser, useUsers } from './users-query.ts';
import { UsersSkeleton } from './users-skeleton.tsx';
import { UsersTable } from './users-table.tsx';

export type RowActions = { onEdit?: (user: ListedUser) => void; onDelete?: (user: ListedUser) => void };

/** The page of users that was asked for, or what there is instead of it. */
export function UsersList({
  list,
  onAdd,
  ...actions
}: { list: ReturnType<typeof useListState>; onAdd?: () => void } & RowActions) {
  const { state } = list;
  const { id } = useProject();
  const { data: users, error, isFetching, isPlaceholderData, refetch } = useUsers(id, state);
  const isSmall = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const isFirst = !state.after && !state.before;
  const isPastEnd = !isFirst && !isPlaceholderData && users?.edges.length === 0;

  // The last user of a last page was deleted, say.
  useEffect(() => {
    if (isPastEnd) list.select({}, { replace: true });
  });

  if (error) {
    const isLost = !isFirst && error instanceof RequestError && error.code === 'BAD_USER_INPUT';
    return (
      <Box mt="md">
        <Failure title="The users could not be loaded" error={error} onRetry={refetch} isRetrying={isFetching}>
          {isLost && (
            <Button size="xs" variant="default" onClick={() => list.goTo({})}>
              Go to the first page
            </Button>
          )}
        </Failure>
      </Box>
    );
  }
  const Rows = isSmall ? UserCards : UsersTable;
  return (
    <>
      <Text size="sm" c="dimmed" mt="md" mb="xs" mih="1.55em" role="status">
        {users && !isPlaceholderData && !isPastEnd && foundText(users.totalCount, state.search)}
      </Text>
      {!users || isPastEnd ? (
        <UsersSkeleton isSmall={isSmall} />
      ) : (
        <Box aria-busy={isPlaceholderData} opacity={isPlaceholderData ? 0.5 : undefined}>
          {users.edges.length === 0 ? (
            <EmptyUsers state={state} onClear={list.select} onAdd={onAdd} />
          ) : (
            <Rows edges={users.edges} {...actions} />
          )}
          <UsersPager pageInfo={users.pageInfo} isFirst={isFirst} onGo={list.goTo} />
        </Box>
      )}
    </>
  );
}

const COUNTED = 1000;

/** "1,000+ users found" and the like. The API counts one further than is shown. */
function foundText(count: number, search: string): string {
  const number = count > COUNTED ? `${COUNTED.toLocaleString()}+` : count.toLocaleString();
  const noun = count === 1 ? 'user' : 'users';
  return search.trim() ? `${number} ${noun} found for “${search.trim()}”` : `${number} ${noun}`;
}
