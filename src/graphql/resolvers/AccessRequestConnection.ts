import type   { AccessRequestConnectionResolvers } from './../generated/types.ts';
    export const AccessRequestConnection: AccessRequestConnectionResolvers = {
    /* Implement AccessRequestConnection resolver logic here */
  };