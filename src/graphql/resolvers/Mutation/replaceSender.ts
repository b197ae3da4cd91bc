import { replaceSender as verb } from '../../../domain/replace-sender.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const replaceSender: NonNullable<MutationResolvers['replaceSender']> = async (_parent, { input }, context) => ({
  ...(await verb(context, input)),
  userErrors: [],
});
