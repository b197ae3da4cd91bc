import type   { BlockedSenderResolvers } from './../generated/types.ts';
    export const BlockedSender: BlockedSenderResolvers = {
    /* Implement BlockedSender resolver logic here */
  };