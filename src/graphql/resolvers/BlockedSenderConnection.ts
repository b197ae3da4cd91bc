import type   { BlockedSenderConnectionResolvers } from './../generated/types.ts';
    export const BlockedSenderConnection: BlockedSenderConnectionResolvers = {
    /* Implement BlockedSenderConnection resolver logic here */
  };