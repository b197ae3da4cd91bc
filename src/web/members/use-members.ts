import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { MembersDocument } from './member-documents.ts';

export function useMembers(projectId: string) {
  return useQuery({
    queryKey: ['members', projectId],
    queryFn: async ({ signal }) => (await request(MembersDocument, { projectId }, signal)).project?.members ?? [],
  });
}
