import { graphql } from '../generated/gql.ts';
import type { HistoryEventFragment } from '../generated/graphql.ts';

graphql(`
  fragment HistoryEvent on AuditEvent {
    id
    action
    actorName
    subjectId
    changedFields
    createdAt
    user {
      id
      fullName
    }
  }
`);

export type HistoryEvent = HistoryEventFragment;

export const HistoryDocument = graphql(`
  query History(
    $projectId: ID!
    $userId: ID
    $actions: [AuditAction!]
    $actorId: ID
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    project(id: $projectId) {
      id
      auditEvents(
        userId: $userId
        actions: $actions
        actorId: $actorId
        first: $first
        after: $after
        last: $last
        before: $before
      ) {
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          ...HistoryEvent
        }
      }
    }
  }
`);

export const UserHistoryDocument = graphql(`
  query UserHistory($id: ID!, $after: String) {
    user(id: $id) {
      id
      auditEvents(first: 10, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...HistoryEvent
        }
      }
    }
  }
`);

export const HistoryNamesDocument = graphql(`
  query HistoryNames($projectId: ID!) {
    project(id: $projectId) {
      id
      environments {
        id
        name
      }
      accessKeys {
        id
        name
      }
      members {
        id
        name
      }
    }
  }
`);
