import type { BlockSenderPayloadResolvers } from './../generated/types.ts';

export const BlockSenderPayload: BlockSenderPayloadResolvers = {
  // Missing when nobody was blocked.
  blockedSenders: ({ blockedSenders }) => blockedSenders ?? [],
};
