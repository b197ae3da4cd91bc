import type { UpdateUserPayloadResolvers } from './../generated/types.ts';

export const UpdateUserPayload: UpdateUserPayloadResolvers = {
  // None of a user who was not changed.
  unlinkedIdentities: ({ unlinkedIdentities }) => unlinkedIdentities ?? [],
};
