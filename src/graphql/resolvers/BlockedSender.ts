import { formatPhoneNumber } from '../../domain/values/phone-number.ts';
import type { BlockedSenderResolvers } from './../generated/types.ts';

export const BlockedSender: BlockedSenderResolvers = {
  phoneNumber: ({ phoneNumber }, { format }) => formatPhoneNumber(phoneNumber, format),
  user: (block, _args, { reads }) => reads.userOfBlock(block),
};
