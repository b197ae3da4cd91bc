import { updateUser as verb } from '../../../domain/users.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const updateUser: NonNullable<MutationResolvers['updateUser']> = async (_parent, { input }, context) => ({
  ...(await verb(context, input)),
  userErrors: [],
});
