import type {
  GatewayApprovalsQuery,
  GatewayApprovalsQueryVariables,
  GatewayCheckQuery,
  GatewayCheckQueryVariables,
  GatewayRedeemMutation,
  GatewayRedeemMutationVariables,
  GatewayRegisterMutation,
  GatewayRegisterMutationVariables,
  GatewayReplaceMutation,
  GatewayReplaceMutationVariables,
} from './generated/operations.ts';

/** The text of an operation. The types are there for the compiler alone. */
export type Operation<Data, Variables> = string & { readonly types?: [Data, Variables] };

const USER = /* GraphQL */ `
  fragment GatewayUser on User { id fullName firstName lastName phoneNumber email }
`;

const DECISION = /* GraphQL */ `
  fragment GatewayDecision on AccessDecision {
    allowed
    reason
    matchedBy
    shouldRegister
    user { ...GatewayUser }
  }
  ${USER}
`;

export const CHECK: Operation<GatewayCheckQuery, GatewayCheckQueryVariables> = /* GraphQL */ `
  query GatewayCheck($environmentId: ID!, $senders: [SenderInput!]!) {
    checkAccessBatch(environmentId: $environmentId, senders: $senders) { ...GatewayDecision }
  }
  ${DECISION}
`;

export const REGISTER: Operation<GatewayRegisterMutation, GatewayRegisterMutationVariables> = /* GraphQL */ `
  mutation GatewayRegister($input: SelfRegisterUserInput!) {
    selfRegisterUser(input: $input) {
      outcome
      decision { ...GatewayDecision }
      userErrors { code }
    }
  }
  ${DECISION}
`;

export const REPLACE: Operation<GatewayReplaceMutation, GatewayReplaceMutationVariables> = /* GraphQL */ `
  mutation GatewayReplace($input: ReplaceSenderInput!) {
    replaceSender(input: $input) {
      outcome
      user { ...GatewayUser }
      userErrors { code }
    }
  }
  ${USER}
`;

export const REDEEM: Operation<GatewayRedeemMutation, GatewayRedeemMutationVariables> = /* GraphQL */ `
  mutation GatewayRedeem($input: RedeemInvitationInput!) {
    redeemInvitation(input: $input) {
      outcome
      user { ...GatewayUser }
      userErrors { code }
    }
  }
  ${USER}
`;

export const APPROVALS: Operation<GatewayApprovalsQuery, GatewayApprovalsQueryVariables> = /* GraphQL */ `
  query GatewayApprovals($environmentId: ID!, $after: String) {
    decidedAccessRequests(environmentId: $environmentId, first: 100, after: $after) {
      nodes {
        channel
        lastAttemptAt
        user { ...GatewayUser channelIdentities { channel externalId } }
      }
      pageInfo { endCursor hasNextPage }
    }
  }
  ${USER}
`;
