import { updateUsers as verb } from '../../../domain/update-users.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const updateUsers: NonNullable<MutationResolvers['updateUsers']> = async (_parent, { input }, context) => {
  // Many rows may take longer than one, on a busy machine.
  context.waitLonger();
  return { ...(await verb(context, input)), userErrors: [] };
};
