import type   { DeleteUserPayloadResolvers } from './../types.generated.ts';
    export const DeleteUserPayload: DeleteUserPayloadResolvers = {
    /* Implement DeleteUserPayload resolver logic here */
  };