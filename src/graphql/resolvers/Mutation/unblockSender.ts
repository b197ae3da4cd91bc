import { unblockSender as verb } from '../../../domain/blocked-senders.ts';
import type { MutationResolvers } from './../../generated/types.ts';

export const unblockSender: NonNullable<MutationResolvers['unblockSender']> = async (_parent, { input }, context) => ({
  deletedBlockedSenderId: await verb(context, input),
  userErrors: [],
});
