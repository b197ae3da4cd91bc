import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import type { MembersQuery } from '../generated/graphql.ts';

const MembersDocument = graphql(`
  query Members($projectId: ID!) {
    project(id: $projectId) {
      id
      members {
        id
        subject
        name
        role
        createdAt
      }
    }
  }
`);

export type ListedMember = NonNullable<MembersQuery['project']>['members'][number];

export function useMembers(projectId: string) {
  return useQuery({
    queryKey: ['members', projectId],
    queryFn: async ({ signal }) => (await request(MembersDocument, { projectId }, signal)).project?.members ?? [],
  });
}
