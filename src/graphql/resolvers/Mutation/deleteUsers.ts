import { deleteUsers as verb } from '../../../domain/delete-users.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const deleteUsers: NonNullable<MutationResolvers['deleteUsers']> = async (_parent, { input }, context) => ({
  ...(await verb(context, input)),
  userErrors: [],
});
