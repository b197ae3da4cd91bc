import { Text } from '@mantine/core';
import { PAGE_SIZE } from '../parts/list-address.ts';
import type { ListState } from './list-state.ts';
import { COUNTED, useExactCount } from './use-users.ts';
import type { UserConnection } from './user-list-documents.ts';

/** Says which part of how many users is on the screen; screen readers hear it when it changes. */
export function Found({ users, state }: { users: UserConnection | undefined; state: ListState }) {
  return (
    <Text size="sm" c="dimmed" mt="md" mb="xs" mih="1.55em" role="status">
      {users && <Counted users={users} state={state} />}
    </Text>
  );
}

function Counted({ users: { totalCount, edges, pageInfo }, state }: { users: UserConnection; state: ListState }) {
  const isMore = totalCount > COUNTED;
  const { data: exact } = useExactCount(state, isMore);
  const count = exact ?? Math.min(totalCount, COUNTED);
  const number = `${count.toLocaleString()}${isMore && exact === undefined ? '+' : ''}`;
  const start = (state.page - 1) * PAGE_SIZE;
  const isPart = edges.length > 0 && (pageInfo.hasNextPage || pageInfo.hasPreviousPage);
  const range = `${(start + 1).toLocaleString()}–${(start + edges.length).toLocaleString()}`;
  const term = state.search.trim();
  return (
    <>
      {isPart && `${range} of `}
      {number} {totalCount === 1 ? 'user' : 'users'}
      {term && (
        <>
          {' '}
          found for “<bdi>{term}</bdi>”
        </>
      )}
    </>
  );
}
