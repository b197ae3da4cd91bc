import { createUser as verb } from '../../../domain/users.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const createUser: NonNullable<MutationResolvers['createUser']> = async (_parent, { input }, context) => ({
  user: await verb(context, input),
  userErrors: [],
});
