import type { SelfRegisterUserPayloadResolvers } from './../generated/types.ts';
export const SelfRegisterUserPayload: SelfRegisterUserPayloadResolvers = {
  /* Implement SelfRegisterUserPayload resolver logic here */
};
