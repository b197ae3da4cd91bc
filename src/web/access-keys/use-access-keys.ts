import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { AccessKeysDocument } from './access-key-documents.ts';

export function useAccessKeys(projectId: string) {
  return useQuery({
    queryKey: ['access-keys', projectId],
    queryFn: async ({ signal }) => (await request(AccessKeysDocument, { projectId }, signal)).project?.accessKeys ?? [],
  });
}
