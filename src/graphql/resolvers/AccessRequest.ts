import type   { AccessRequestResolvers } from './../generated/types.ts';
    export const AccessRequest: AccessRequestResolvers = {
    /* Implement AccessRequest resolver logic here */
  };