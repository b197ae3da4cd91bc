import { deleteUser as verb } from '../../../domain/users.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const deleteUser: NonNullable<MutationResolvers['deleteUser']> = async (_parent, { input }, context) => ({
  deletedUserId: await verb(context, input),
  userErrors: [],
});
