import { blockSender as verb } from '../../../domain/blocked-senders.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const blockSender: NonNullable<MutationResolvers['blockSender']> = async (_parent, { input }, context) => ({
  blockedSenders: await verb(context, input),
  userErrors: [],
});
