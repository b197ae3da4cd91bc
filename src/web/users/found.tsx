import { Plural, Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { formatNumber } from '../language/format.ts';
import { COUNTED, countInWords } from '../parts/counted.ts';
import type { ListState } from './list-state.ts';
import { useExactCount } from './use-users.ts';
import type { UserConnection } from './user-list-documents.ts';

/** Says which part of how many users is on the screen; screen readers hear it when it changes. */
export function Found({ users, state }: { users: UserConnection | undefined; state: ListState }) {
  return (
    <Text size="sm" c="dimmed" mih="1.55em" role="status" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {users && <Counted users={users} state={state} />}
    </Text>
  );
}

function Counted({ users: { totalCount, edges, pageInfo }, state }: { users: UserConnection; state: ListState }) {
  const isMore = totalCount > COUNTED;
  const { data: exact } = useExactCount(state, isMore);
  const start = (state.page - 1) * state.size;
  const isPart = edges.length > 0 && (pageInfo.hasNextPage || pageInfo.hasPreviousPage);
  const range = `${formatNumber(start + 1)}–${formatNumber(start + edges.length)}`;
  const count = exact ?? totalCount;
  const number = exact === undefined ? countInWords(totalCount) : formatNumber(exact);
  const term = state.search.trim();
  if (term && isPart) {
    return (
      <Trans>
        {range} of <Plural value={count} one={`${number} user`} other={`${number} users`} /> found for “
        <bdi>{term}</bdi>”
      </Trans>
    );
  }
  if (term) {
    return (
      <Trans>
        <Plural value={count} one={`${number} user`} other={`${number} users`} /> found for “<bdi>{term}</bdi>”
      </Trans>
    );
  }
  if (isPart) {
    return (
      <Trans>
        {range} of <Plural value={count} one={`${number} user`} other={`${number} users`} />
      </Trans>
    );
  }
  return <Plural value={count} one={`${number} user`} other={`${number} users`} />;
}
