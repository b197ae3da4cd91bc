import type   { DeleteProjectPayloadResolvers } from './../types.generated.ts';
    export const DeleteProjectPayload: DeleteProjectPayloadResolvers = {
    /* Implement DeleteProjectPayload resolver logic here */
  };