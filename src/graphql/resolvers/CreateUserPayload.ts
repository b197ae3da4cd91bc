import type { CreateUserPayloadResolvers } from './../generated/types.ts';
export const CreateUserPayload: CreateUserPayloadResolvers = {
  /* Implement CreateUserPayload resolver logic here */
};
