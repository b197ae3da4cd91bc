import type   { UpdateUserPayloadResolvers } from './../types.generated.ts';
    export const UpdateUserPayload: UpdateUserPayloadResolvers = {
    /* Implement UpdateUserPayload resolver logic here */
  };