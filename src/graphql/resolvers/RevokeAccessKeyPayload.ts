import type { RevokeAccessKeyPayloadResolvers } from './../generated/types.ts';
export const RevokeAccessKeyPayload: RevokeAccessKeyPayloadResolvers = {
  /* Implement RevokeAccessKeyPayload resolver logic here */
};
