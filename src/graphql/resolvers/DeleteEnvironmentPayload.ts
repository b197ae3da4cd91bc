import type { DeleteEnvironmentPayloadResolvers } from './../generated/types.ts';
export const DeleteEnvironmentPayload: DeleteEnvironmentPayloadResolvers = {
  /* Implement DeleteEnvironmentPayload resolver logic here */
};
