import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { type ListState, toVariables } from './list-state.ts';
import { UsersDocument } from './user-list-documents.ts';

/** A page of the list. Keyed by all it was asked for, so an answer can never stand under a newer question. */
export function usersQuery(projectId: string, state: ListState) {
  const variables = toVariables(projectId, state);
  return queryOptions({
    queryKey: ['users', variables],
    queryFn: async ({ signal }) => (await request(UsersDocument, variables, signal)).project?.users ?? null,
  });
}
