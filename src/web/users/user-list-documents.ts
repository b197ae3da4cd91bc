import { graphql } from '../generated/gql.ts';
import type { UsersQuery } from '../generated/graphql.ts';

export const UsersDocument = graphql(`
  query Users(
    $projectId: ID!
    $search: String
    $filter: UserFilter
    $orderBy: UserOrder
    $first: Int
    $after: String
    $last: Int
    $before: String
    $withEnds: Boolean!
  ) {
    project(id: $projectId) {
      id
      users(
        search: $search
        filter: $filter
        orderBy: $orderBy
        first: $first
        after: $after
        last: $last
        before: $before
      ) {
        totalCount(upTo: 1001)
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        edges {
          node {
            id
            fullName
            firstName
            middleName
            lastName
            initials
            creationSource
            isBlocked
            email
            phoneNumber(format: INTERNATIONAL)
            channelIdentities {
              id
              channel
              externalId
            }
            environments {
              id
              name
              type
            }
            access @include(if: $withEnds) {
              environment {
                id
                name
              }
              expiresAt
            }
            createdAt
            lastSeenAt
          }
          matches {
            field
            segments(phoneNumberFormat: INTERNATIONAL) {
              text
              matched
            }
          }
        }
      }
    }
  }
`);

export const UserCountDocument = graphql(`
  query UserCount($projectId: ID!, $search: String, $filter: UserFilter, $upTo: Int) {
    project(id: $projectId) {
      id
      users(search: $search, filter: $filter, first: 1) {
        totalCount(upTo: $upTo)
      }
    }
  }
`);

export type UserConnection = NonNullable<UsersQuery['project']>['users'];
export type UserEdge = UserConnection['edges'][number];
export type ListedUser = UserEdge['node'];
