import { graphql } from '../generated/gql.ts';
import type { EnvironmentsQuery } from '../generated/graphql.ts';

export const EnvironmentsDocument = graphql(`
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

export const EnvironmentChoicesDocument = graphql(`
  query EnvironmentChoices($projectId: ID!) {
    project(id: $projectId) {
      id
      environments {
        id
        name
        type
        selfRegistration
      }
    }
  }
`);

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
        code
        message
      }
    }
  }
`);
