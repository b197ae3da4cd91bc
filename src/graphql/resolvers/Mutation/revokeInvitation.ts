import type { MutationResolvers } from './../../generated/types.ts';
export const revokeInvitation: NonNullable<MutationResolvers['revokeInvitation']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.revokeInvitation resolver logic here */
};
