import type   { SelfRegisterUserPayloadResolvers } from './../types.generated.ts';
    export const SelfRegisterUserPayload: SelfRegisterUserPayloadResolvers = {
    /* Implement SelfRegisterUserPayload resolver logic here */
  };