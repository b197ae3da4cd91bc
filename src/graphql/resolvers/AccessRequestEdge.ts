import type   { AccessRequestEdgeResolvers } from './../generated/types.ts';
    export const AccessRequestEdge: AccessRequestEdgeResolvers = {
    /* Implement AccessRequestEdge resolver logic here */
  };