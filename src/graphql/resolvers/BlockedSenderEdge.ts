import type   { BlockedSenderEdgeResolvers } from './../generated/types.ts';
    export const BlockedSenderEdge: BlockedSenderEdgeResolvers = {
    /* Implement BlockedSenderEdge resolver logic here */
  };