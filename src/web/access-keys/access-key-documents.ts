import { graphql } from '../generated/gql.ts';
import type { AccessKeysQuery } from '../generated/graphql.ts';

export const AccessKeysDocument = graphql(`
  query AccessKeys($projectId: ID!) {
    project(id: $projectId) {
      id
      accessKeys {
        id
        name
        role
        environments {
          id
          name
          type
        }
        createdAt
        expiresAt
        lastUsedAt
        revokedAt
        isOwn
      }
    }
  }
`);

export type ListedAccessKey = NonNullable<AccessKeysQuery['project']>['accessKeys'][number];

export const CreateAccessKeyDocument = graphql(`
  mutation CreateAccessKey($input: CreateAccessKeyInput!) {
    answer: createAccessKey(input: $input) {
      saved: secret
      userErrors {
        ...FormError
      }
    }
  }
`);

export const RevokeAccessKeyDocument = graphql(`
  mutation RevokeAccessKey($input: RevokeAccessKeyInput!) {
    revokeAccessKey(input: $input) {
      accessKey {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`);
