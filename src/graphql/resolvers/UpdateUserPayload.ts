import type { UpdateUserPayloadResolvers } from './../generated/types.ts';

export const UpdateUserPayload: UpdateUserPayloadResolvers = {
  // Missing when the update was refused.
  unlinkedIdentities: ({ unlinkedIdentities }) => unlinkedIdentities ?? [],
};
