import type   { UpdateEnvironmentPayloadResolvers } from './../types.generated.ts';
    export const UpdateEnvironmentPayload: UpdateEnvironmentPayloadResolvers = {
    /* Implement UpdateEnvironmentPayload resolver logic here */
  };