import { graphql } from '../generated/gql.ts';

export const CreateEnvironmentDocument = graphql(`
  mutation CreateEnvironment($input: CreateEnvironmentInput!) {
    answer: createEnvironment(input: $input) {
      saved: environment {
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
    answer: updateEnvironment(input: $input) {
      saved: environment {
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
