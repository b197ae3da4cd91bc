import type   { CreateEnvironmentPayloadResolvers } from './../types.generated.ts';
    export const CreateEnvironmentPayload: CreateEnvironmentPayloadResolvers = {
    /* Implement CreateEnvironmentPayload resolver logic here */
  };