import { graphql } from '../generated/gql.ts';

export const UpdateProjectDocument = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    answer: updateProject(input: $input) {
      saved: project {
        id
        name
      }
      userErrors {
        ...FormError
      }
    }
  }
`);
