import type { ChannelIdentityResolvers } from './../generated/types.ts';
export const ChannelIdentity: ChannelIdentityResolvers = {
  /* Implement ChannelIdentity resolver logic here */
};
