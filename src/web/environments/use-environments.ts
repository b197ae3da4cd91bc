import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { EnvironmentChoicesDocument, EnvironmentsDocument } from './environment-documents.ts';

export function useEnvironments(projectId: string) {
  return useQuery({
    queryKey: ['environments', 'list', projectId],
    queryFn: async ({ signal }) =>
      (await request(EnvironmentsDocument, { projectId }, signal)).project?.environments ?? [],
  });
}

/** The project's environments to choose from, without their counts. */
export function useEnvironmentChoices(projectId: string) {
  return useQuery({
    queryKey: ['environments', 'choices', projectId],
    queryFn: async ({ signal }) =>
      (await request(EnvironmentChoicesDocument, { projectId }, signal)).project?.environments ?? [],
  });
}

/** Environments stand on users and access keys too. */
export function useRefreshEnvironments() {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}
