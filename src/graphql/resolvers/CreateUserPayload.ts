import type   { CreateUserPayloadResolvers } from './../types.generated.ts';
    export const CreateUserPayload: CreateUserPayloadResolvers = {
    /* Implement CreateUserPayload resolver logic here */
  };