import type   { CreateAccessKeyPayloadResolvers } from './../types.generated.ts';
    export const CreateAccessKeyPayload: CreateAccessKeyPayloadResolvers = {
    /* Implement CreateAccessKeyPayload resolver logic here */
  };