import type { UpdateUserPayloadResolvers } from './../generated/types.ts';
export const UpdateUserPayload: UpdateUserPayloadResolvers = {
  /* Implement UpdateUserPayload resolver logic here */
};
