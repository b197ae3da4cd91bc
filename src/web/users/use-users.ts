import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { UserFilter } from '../generated/graphql.ts';
import { COUNTED, countInWords } from '../parts/counted.ts';
import { useProject } from '../viewer/viewer.ts';
import { type ListState, toFilter } from './list-state.ts';
import { UserCountDocument } from './user-list-documents.ts';
import { usersQuery } from './users-query.ts';

export function useUsers(projectId: string, state: ListState) {
  return useQuery({ ...usersQuery(projectId, state), placeholderData: keepPreviousData });
}

/** How many there are beyond what the list counts. */
export function useExactCount(state: ListState, isWanted: boolean) {
  const { id: projectId } = useProject();
  const counted = { projectId, search: state.search, filter: toFilter(state) };
  return useQuery({ ...countQuery(counted), enabled: isWanted });
}

/** How many there would be with each of these filters, in words. */
export function useCounts(search: string, filters: UserFilter[], isWanted: boolean): (string | undefined)[] {
  const { id: projectId } = useProject();
  const counts = useQueries({
    queries: filters.map((filter) => ({
      ...countQuery({ projectId, search, filter, upTo: COUNTED + 1 }),
      enabled: isWanted,
      staleTime: 30_000,
    })),
  });
  return counts.map(({ data }) => (data === undefined ? undefined : countInWords(data)));
}

type Counted = { projectId: string; search: string; filter: UserFilter; upTo?: number };

function countQuery(variables: Counted) {
  return {
    queryKey: ['users', 'count', variables],
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      (await request(UserCountDocument, variables, signal)).project?.users.totalCount,
  };
}

/** After a change: the lists and the counts that may have changed with it. */
export function useRefreshUsers() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['users'] }),
      client.invalidateQueries({ queryKey: ['user'] }),
      client.invalidateQueries({ queryKey: ['environments'] }),
    ]);
}
