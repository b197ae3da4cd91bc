import type   { DeleteEnvironmentPayloadResolvers } from './../types.generated.ts';
    export const DeleteEnvironmentPayload: DeleteEnvironmentPayloadResolvers = {
    /* Implement DeleteEnvironmentPayload resolver logic here */
  };