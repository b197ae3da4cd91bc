import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useViewer } from '../viewer/viewer.ts';
import { ProjectCountsDocument } from './project-documents.ts';

// Each project is counted by a statement of its own.
const MOST_COUNTED = 200;

/** How many users the viewer's projects have, no further than `upTo`; none where there are very many projects. */
export function useProjectCounts(upTo: number) {
  const { projects } = useViewer();
  return useQuery({
    queryKey: ['users', 'counts', upTo, projects.length],
    queryFn: async ({ signal }) => {
      if (projects.length > MOST_COUNTED) return new Map<string, number>();
      const { viewer } = await request(ProjectCountsDocument, { upTo }, signal);
      return new Map(viewer.projects.map(({ id, users }) => [id, users.totalCount]));
    },
  });
}
