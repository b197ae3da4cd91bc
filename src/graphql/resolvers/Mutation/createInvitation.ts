import type { MutationResolvers } from './../../generated/types.ts';
export const createInvitation: NonNullable<MutationResolvers['createInvitation']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.createInvitation resolver logic here */
};
