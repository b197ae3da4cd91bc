import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import type { UsersQuery } from '../generated/graphql.ts';
import { useProject } from '../viewer/viewer.ts';
import { type ListState, toVariables } from './list-state.ts';

const UsersDocument = graphql(`
  query Users(
    $projectId: ID!
    $search: String
    $filter: UserFilter
    $orderBy: UserOrder
    $first: Int
    $after: String
    $last: Int
    $before: String
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
            createdAt
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

const UserCountDocument = graphql(`
  query UserCount($projectId: ID!, $search: String, $filter: UserFilter) {
    project(id: $projectId) {
      id
      users(search: $search, filter: $filter, first: 1) {
        totalCount
      }
    }
  }
`);

/** So far the list counts by itself: further would keep the first page waiting. */
export const COUNTED = 1000;

export type UserConnection = NonNullable<UsersQuery['project']>['users'];
export type UserEdge = UserConnection['edges'][number];
export type ListedUser = UserEdge['node'];

/** A page of the list. Keyed by all it was asked for, so an answer can never stand under a newer question. */
export function useUsers(projectId: string, state: ListState) {
  const variables = toVariables(projectId, state);
  return useQuery({
    queryKey: ['users', variables],
    queryFn: async ({ signal }) => (await request(UsersDocument, variables, signal)).project?.users ?? null,
    placeholderData: keepPreviousData,
  });
}

/** How many there are beyond what the list counts. */
export function useExactCount(state: ListState, isWanted: boolean) {
  const { projectId, search, filter } = toVariables(useProject().id, state);
  const variables = { projectId, search, filter };
  return useQuery({
    queryKey: ['users', 'count', variables],
    queryFn: async ({ signal }) => (await request(UserCountDocument, variables, signal)).project?.users.totalCount,
    enabled: isWanted,
  });
}

/** After a change: the lists and the counts that may have changed with it. */
export function useRefreshUsers() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['users'] }),
      client.invalidateQueries({ queryKey: ['user'] }),
      client.invalidateQueries({ queryKey: ['environments'] }),
    ]);
}
