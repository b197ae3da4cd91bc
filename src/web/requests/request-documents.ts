import { graphql } from '../generated/gql.ts';
import type { AccessRequestsQuery } from '../generated/graphql.ts';

export const AccessRequestsDocument = graphql(`
  query AccessRequests(
    $projectId: ID!
    $status: AccessRequestStatus
    $environmentIds: [ID!]
    $search: String
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    project(id: $projectId) {
      id
      accessRequests(
        status: $status
        environmentIds: $environmentIds
        search: $search
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
        nodes {
          id
          environment {
            id
            name
            type
          }
          channel
          phoneNumber(format: INTERNATIONAL)
          externalId
          email
          firstName
          lastName
          reason
          attempts
          firstAttemptAt
          lastAttemptAt
          candidates {
            ...KnownPerson
          }
        }
      }
    }
  }
`);

graphql(`
  fragment KnownPerson on User {
    id
    fullName
    phoneNumber(format: INTERNATIONAL)
    email
  }
`);

export type AccessRequest = NonNullable<AccessRequestsQuery['project']>['accessRequests']['nodes'][number];

export const PendingCountDocument = graphql(`
  query PendingCount($projectId: ID!) {
    project(id: $projectId) {
      id
      environments {
        id
        pendingAccessRequestCount
      }
    }
  }
`);

export const PeopleDocument = graphql(`
  query People($projectId: ID!, $search: String!) {
    project(id: $projectId) {
      id
      users(search: $search, orderBy: { field: RELEVANCE, direction: DESC }, first: 5) {
        nodes {
          ...KnownPerson
        }
      }
    }
  }
`);

export const ApproveAccessRequestDocument = graphql(`
  mutation ApproveAccessRequest($input: ApproveAccessRequestInput!) {
    answer: approveAccessRequest(input: $input) {
      outcome
      saved: user {
        id
        fullName
      }
      userErrors {
        ...UserFormError
      }
    }
  }
`);

export const DismissAccessRequestDocument = graphql(`
  mutation DismissAccessRequest($input: DismissAccessRequestInput!) {
    dismissAccessRequest(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);
