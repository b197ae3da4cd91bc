import type   { RevokeAccessKeyPayloadResolvers } from './../types.generated.ts';
    export const RevokeAccessKeyPayload: RevokeAccessKeyPayloadResolvers = {
    /* Implement RevokeAccessKeyPayload resolver logic here */
  };