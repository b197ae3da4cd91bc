import { graphql } from '../generated/gql.ts';

export const LinkAccountDocument = graphql(`
  mutation LinkAccount($input: LinkChannelIdentityInput!) {
    answer: linkChannelIdentity(input: $input) {
      saved: channelIdentity {
        id
        channel
        externalId
      }
      userErrors {
        ...UserFormError
      }
    }
  }
`);

export const UnlinkAccountDocument = graphql(`
  mutation UnlinkAccount($input: UnlinkChannelIdentityInput!) {
    unlinkChannelIdentity(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);
