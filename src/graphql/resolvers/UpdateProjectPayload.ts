import type { UpdateProjectPayloadResolvers } from './../generated/types.ts';
export const UpdateProjectPayload: UpdateProjectPayloadResolvers = {
  /* Implement UpdateProjectPayload resolver logic here */
};
