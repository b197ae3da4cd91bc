import { deleteUsers as verb } from '../../../domain/delete-users.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const deleteUsers: NonNullable<MutationResolvers['deleteUsers']> = async (_parent, { input }, context) => {
  // Many rows may take longer than one, on a busy machine.
  context.waitLonger();
  return { ...(await verb(context, input)), userErrors: [] };
};
