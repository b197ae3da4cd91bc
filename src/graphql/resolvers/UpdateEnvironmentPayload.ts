import type { UpdateEnvironmentPayloadResolvers } from './../generated/types.ts';
export const UpdateEnvironmentPayload: UpdateEnvironmentPayloadResolvers = {
  /* Implement UpdateEnvironmentPayload resolver logic here */
};
