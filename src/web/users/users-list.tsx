import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Box, Button } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { RequestError } from '../api/request-error.ts';
import { Failure } from '../parts/failure.tsx';
import { useProject } from '../viewer/viewer.ts';
import { AddedUser } from './added-user.tsx';
import { EmptyUsers } from './empty-users.tsx';
import { NO_FILTERS, type useListState } from './list-state.ts';
import { useUsers } from './use-users.ts';
import { UserCards } from './user-cards.tsx';
import { UsersFoot } from './users-foot.tsx';
import { UsersSkeleton } from './users-skeleton.tsx';
import { type RowActions, type RowSelection, UsersTable } from './users-table.tsx';

export const loadSelectionBar = () => import('./selection-bar.tsx');

const SelectionBar = lazy(loadSelectionBar);

/** The page of users that was asked for, or what there is instead of it. */
export function UsersList({
  list,
  isSmall,
  selection,
  onAdd,
  ...actions
}: { list: ReturnType<typeof useListState>; isSmall: boolean; onAdd?: () => void } & RowSelection & RowActions) {
  const { state, select } = list;
  const { id } = useProject();
  const { data: users, error, isFetching, isPlaceholderData, dataUpdatedAt, refetch } = useUsers(id, state);
  const isFirst = !state.after && !state.before;
  const isPastEnd = !isFirst && !isPlaceholderData && users?.edges.length === 0;

  // The last user of a last page was deleted, say.
  useEffect(() => {
    if (isPastEnd) select({}, { replace: true });
  }, [isPastEnd, select]);

  const isLost = !isFirst && error instanceof RequestError && error.code === 'BAD_USER_INPUT';
  const failure = error && (
    <Box my="sm">
      <Failure
        title={users ? t`The list could not be refreshed` : t`The users could not be loaded`}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      >
        {isLost && (
          <Button size="xs" variant="default" onClick={() => list.goTo({})}>
            <Trans>Go to the first page</Trans>
          </Button>
        )}
      </Failure>
    </Box>
  );
  if (!users && failure) return failure;
  return (
    <>
      {failure}
      {users && !isPlaceholderData && (
        <AddedUser
          edges={users.edges}
          readAt={dataUpdatedAt}
          onShowAll={() => select({ search: '', ...NO_FILTERS, order: '' })}
        />
      )}
      {!users || isPastEnd ? (
        <UsersSkeleton isSmall={isSmall} />
      ) : (
        // What is on its way out cannot be acted on: the click would meet somebody of another page.
        <Box aria-busy={isPlaceholderData} inert={isPlaceholderData} opacity={isPlaceholderData ? 0.5 : undefined}>
          {users.edges.length === 0 ? (
            <EmptyUsers state={state} onClear={list.select} onAdd={onAdd} />
          ) : isSmall ? (
            <UserCards edges={users.edges} selection={selection} {...actions} />
          ) : (
            <UsersTable
              edges={users.edges}
              selection={selection}
              order={state.order}
              onSort={list.setOrder}
              {...actions}
            />
          )}
        </Box>
      )}
      <UsersFoot users={isPastEnd ? undefined : (users ?? undefined)} isBusy={isPlaceholderData} list={list}>
        {users && !selection.isEmpty && (
          <Suspense>
            <SelectionBar selection={selection} state={state} found={users.totalCount} />
          </Suspense>
        )}
      </UsersFoot>
    </>
  );
}
