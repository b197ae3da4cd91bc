import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useProject } from '../viewer/viewer.ts';
import { type ListState, toVariables } from './list-state.ts';
import { UserCountDocument, UsersDocument } from './user-list-documents.ts';

/** So far the list counts by itself: further would keep the first page waiting. */
export const COUNTED = 1000;

/** A page of the list. Keyed by all it was asked for, so an answer can never stand under a newer question. */
export function useUsers(projectId: string, state: ListState) {
  const variables = toVariables(projectId, state);
  return useQuery({
    queryKey: ['users', variables],
    queryFn: async ({ signal }) => (await request(UsersDocument, variables, signal)).project?.users ?? null,
    placeholderData: keepPreviousData,
  });
}

/** How many there are beyond what the list counts. */
export function useExactCount(state: ListState, isWanted: boolean) {
  const { projectId, search, filter } = toVariables(useProject().id, state);
  const variables = { projectId, search, filter };
  return useQuery({
    queryKey: ['users', 'count', variables],
    queryFn: async ({ signal }) => (await request(UserCountDocument, variables, signal)).project?.users.totalCount,
    enabled: isWanted,
  });
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
