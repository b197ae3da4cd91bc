import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { ProjectSettingsDocument, ProjectUserCountDocument } from './project-documents.ts';

export function useProjectSettings(projectId: string) {
  return useQuery({
    queryKey: ['project', projectId],
    queryFn: async ({ signal }) => (await request(ProjectSettingsDocument, { id: projectId }, signal)).project ?? null,
  });
}

/** How many users the project has, all of them. */
export function useUserCount(projectId: string) {
  return useQuery({
    queryKey: ['users', 'count', projectId],
    queryFn: async ({ signal }) =>
      (await request(ProjectUserCountDocument, { projectId }, signal)).project?.users.totalCount ?? 0,
  });
}

/** The name stands in the viewer's list of projects, and what was noted of those denied among the requests. */
export function useRefreshProject() {
  const client = useQueryClient();
  return () =>
    Promise.all([['viewer'], ['project'], ['requests']].map((queryKey) => client.invalidateQueries({ queryKey })));
}
