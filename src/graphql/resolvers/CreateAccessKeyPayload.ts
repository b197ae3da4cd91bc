import type { CreateAccessKeyPayloadResolvers } from './../generated/types.ts';
export const CreateAccessKeyPayload: CreateAccessKeyPayloadResolvers = {
  /* Implement CreateAccessKeyPayload resolver logic here */
};
