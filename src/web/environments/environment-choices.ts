import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';

const EnvironmentChoicesDocument = graphql(`
  query EnvironmentChoices($projectId: ID!) {
    project(id: $projectId) {
      id
      environments {
        id
        name
        type
      }
    }
  }
`);

/** The project's environments to choose from, without their counts. */
export function useEnvironmentChoices(projectId: string) {
  return useQuery({
    queryKey: ['environments', 'choices', projectId],
    queryFn: async ({ signal }) =>
      (await request(EnvironmentChoicesDocument, { projectId }, signal)).project?.environments ?? [],
  });
}
