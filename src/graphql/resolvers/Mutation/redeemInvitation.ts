import type { MutationResolvers } from './../../generated/types.ts';
export const redeemInvitation: NonNullable<MutationResolvers['redeemInvitation']> = async (_parent, _arg, _ctx) => {
  /* Implement Mutation.redeemInvitation resolver logic here */
};
