import { mergeUsers as verb } from '../../../domain/merge-users.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const mergeUsers: NonNullable<MutationResolvers['mergeUsers']> = async (_parent, { input }, context) => ({
  ...(await verb(context, input)),
  userErrors: [],
});
