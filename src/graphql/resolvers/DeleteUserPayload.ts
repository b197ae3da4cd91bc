import type { DeleteUserPayloadResolvers } from './../generated/types.ts';
export const DeleteUserPayload: DeleteUserPayloadResolvers = {
  /* Implement DeleteUserPayload resolver logic here */
};
