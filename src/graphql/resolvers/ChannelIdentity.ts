import type { ChannelIdentityResolvers } from './../generated/types.ts';

export const ChannelIdentity: ChannelIdentityResolvers = {
  linkedAt: ({ createdAt }) => createdAt,
};
