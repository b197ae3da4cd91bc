import { updateUsers as verb } from '../../../domain/update-users.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const updateUsers: NonNullable<MutationResolvers['updateUsers']> = async (_parent, { input }, context) => ({
  ...(await verb(context, input)),
  userErrors: [],
});
