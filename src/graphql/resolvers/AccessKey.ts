import type   { AccessKeyResolvers } from './../types.generated.ts';
    export const AccessKey: AccessKeyResolvers = {
    /* Implement AccessKey resolver logic here */
  };