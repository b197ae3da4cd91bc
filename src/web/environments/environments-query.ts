import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import type { EnvironmentsQuery } from '../generated/graphql.ts';

const EnvironmentsDocument = graphql(`
  query Environments($projectId: ID!) {
    project(id: $projectId) {
      id
      environments {
        id
        name
        type
        selfRegistration
        userCount
      }
    }
  }
`);

export type ListedEnvironment = NonNullable<EnvironmentsQuery['project']>['environments'][number];

export function useEnvironments(projectId: string) {
  return useQuery({
    queryKey: ['environments', 'list', projectId],
    queryFn: async ({ signal }) =>
      (await request(EnvironmentsDocument, { projectId }, signal)).project?.environments ?? [],
  });
}

/** Environments stand on users and access keys too. */
export function useRefreshEnvironments() {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}
