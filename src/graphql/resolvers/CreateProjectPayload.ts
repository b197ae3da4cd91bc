import type { CreateProjectPayloadResolvers } from './../generated/types.ts';
export const CreateProjectPayload: CreateProjectPayloadResolvers = {
  /* Implement CreateProjectPayload resolver logic here */
};
