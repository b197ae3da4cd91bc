import { graphql } from '../generated/gql.ts';
import type { CreateInvitationMutation, UserInvitationsQuery } from '../generated/graphql.ts';

export const UserInvitationsDocument = graphql(`
  query UserInvitations($userId: ID!) {
    user(id: $userId) {
      id
      invitations {
        id
        channel
        status
        createdAt
        expiresAt
        redeemedAt
      }
    }
  }
`);

export type Invitation = NonNullable<UserInvitationsQuery['user']>['invitations'][number];

export const CreateInvitationDocument = graphql(`
  mutation CreateInvitation($input: CreateInvitationInput!) {
    answer: createInvitation(input: $input) {
      saved: invitation {
        id
        channel
        expiresAt
      }
      code
      links {
        telegram
        whatsApp
      }
      userErrors {
        ...FormError
      }
    }
  }
`);

export type NewInvitation = CreateInvitationMutation['answer'];

export const RevokeInvitationDocument = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      invitation {
        id
      }
      userErrors {
        code
        message
      }
    }
  }
`);
