import type { DeleteProjectPayloadResolvers } from './../generated/types.ts';
export const DeleteProjectPayload: DeleteProjectPayloadResolvers = {
  /* Implement DeleteProjectPayload resolver logic here */
};
