import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import type { AuditAction } from '../generated/graphql.ts';
import { type ListPage, toPageVariables } from '../parts/list-address.ts';
import { useProject } from '../viewer/viewer.ts';
import { HistoryDocument, HistoryNamesDocument } from './history-documents.ts';

/** A page of what was done in the project, as it is now whenever it is opened. */
export function useHistory(asked: {
  userId: string | undefined;
  actorId: string | undefined;
  actions: AuditAction[] | undefined;
  page: ListPage;
}) {
  const { page, ...filter } = asked;
  const variables = { projectId: useProject().id, ...filter, ...toPageVariables(page) };
  return useQuery({
    queryKey: ['history', variables],
    queryFn: async ({ signal }) => (await request(HistoryDocument, variables, signal)).project?.auditEvents ?? null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** What keys, members and environments are called, by their ids: those who do things, and to what they do them. */
export function useHistoryNames() {
  const projectId = useProject().id;
  return useQuery({
    queryKey: ['history', 'names', projectId],
    queryFn: async ({ signal }) => (await request(HistoryNamesDocument, { projectId }, signal)).project ?? null,
  });
}
