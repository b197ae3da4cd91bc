import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import type { AccessKeysQuery } from '../generated/graphql.ts';

const AccessKeysDocument = graphql(`
  query AccessKeys($projectId: ID!) {
    project(id: $projectId) {
      id
      accessKeys {
        id
        name
        role
        environments {
          id
          name
          type
        }
        createdAt
        expiresAt
        lastUsedAt
        revokedAt
        isOwn
      }
    }
  }
`);

export type ListedAccessKey = NonNullable<AccessKeysQuery['project']>['accessKeys'][number];

export function useAccessKeys(projectId: string) {
  return useQuery({
    queryKey: ['access-keys', projectId],
    queryFn: async ({ signal }) => (await request(AccessKeysDocument, { projectId }, signal)).project?.accessKeys ?? [],
  });
}
