import { graphql } from '../generated/gql.ts';
import type { BlockedSendersQuery } from '../generated/graphql.ts';

export const BlockedSendersDocument = graphql(`
  query BlockedSenders($projectId: ID!, $search: String, $first: Int, $after: String, $last: Int, $before: String) {
    project(id: $projectId) {
      id
      blockedSenders(search: $search, first: $first, after: $after, last: $last, before: $before) {
        totalCount(upTo: 1001)
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          id
          channel
          phoneNumber(format: INTERNATIONAL)
          externalId
          note
          blockedBy
          createdAt
          user {
            id
            fullName
          }
        }
      }
    }
  }
`);

export type BlockedSender = NonNullable<BlockedSendersQuery['project']>['blockedSenders']['nodes'][number];

export const BlockSenderDocument = graphql(`
  mutation BlockSender($input: BlockSenderInput!) {
    answer: blockSender(input: $input) {
      saved: blockedSenders {
        id
      }
      userErrors {
        ...FormError
      }
    }
  }
`);

export const UnblockSenderDocument = graphql(`
  mutation UnblockSender($input: UnblockSenderInput!) {
    unblockSender(input: $input) {
      deletedBlockedSenderId
      userErrors {
        code
        message
      }
    }
  }
`);
