import type   { CreateProjectPayloadResolvers } from './../types.generated.ts';
    export const CreateProjectPayload: CreateProjectPayloadResolvers = {
    /* Implement CreateProjectPayload resolver logic here */
  };