import { graphql } from '../generated/gql.ts';

export const CreateEnvironmentDocument = graphql(`
  mutation CreateEnvironment($input: CreateEnvironmentInput!) {
    saved: createEnvironment(input: $input) {
      environment {
        id
        name
      }
      userErrors {
        ...FormError
      }
    }
  }
`);

export const UpdateEnvironmentDocument = graphql(`
  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {
    saved: updateEnvironment(input: $input) {
      environment {
        id
        name
      }
      userErrors {
        ...FormError
      }
    }
  }
`);

export const DeleteEnvironmentDocument = graphql(`
  mutation DeleteEnvironment($input: DeleteEnvironmentInput!) {
    deleteEnvironment(input: $input) {
      deletedEnvironmentId
      userErrors {
        message
      }
    }
  }
`);
