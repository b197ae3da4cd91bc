import { createUsers as verb } from '../../../domain/create-users.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const createUsers: NonNullable<MutationResolvers['createUsers']> = async (_parent, { input }, context) => {
  // Many rows may take longer than one, on a busy machine.
  context.waitLonger();
  return { ...(await verb(context, input)), userErrors: [] };
};
