import type { CreateEnvironmentPayloadResolvers } from './../generated/types.ts';
export const CreateEnvironmentPayload: CreateEnvironmentPayloadResolvers = {
  /* Implement CreateEnvironmentPayload resolver logic here */
};
