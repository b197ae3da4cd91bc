import type   { ChannelIdentityResolvers } from './../types.generated.ts';
    export const ChannelIdentity: ChannelIdentityResolvers = {
    /* Implement ChannelIdentity resolver logic here */
  };