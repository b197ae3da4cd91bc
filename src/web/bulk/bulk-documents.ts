import { graphql } from '../generated/gql.ts';
import type { BulkRowFragment } from '../generated/graphql.ts';

graphql(`
  fragment BulkRow on UserRowResult {
    outcome
    user {
      id
      fullName
    }
    userErrors {
      code
      message
    }
  }
`);

export const UpdateUsersDocument = graphql(`
  mutation UpdateUsers($input: UpdateUsersInput!) {
    answer: updateUsers(input: $input) {
      results {
        ...BulkRow
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const DeleteUsersDocument = graphql(`
  mutation DeleteUsers($input: DeleteUsersInput!) {
    answer: deleteUsers(input: $input) {
      results {
        ...BulkRow
      }
      userErrors {
        code
        message
      }
    }
  }
`);

export const UserIdsDocument = graphql(`
  query UserIds($projectId: ID!, $search: String, $filter: UserFilter, $after: String) {
    project(id: $projectId) {
      id
      users(
        search: $search
        filter: $filter
        orderBy: { field: CREATED_AT, direction: ASC }
        first: 100
        after: $after
      ) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          environments {
            id
          }
        }
      }
    }
  }
`);

export type BulkRow = BulkRowFragment;
