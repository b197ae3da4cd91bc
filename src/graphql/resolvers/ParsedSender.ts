import { formatPhoneNumber } from '../../domain/values/phone-number.ts';
import type { ParsedSenderResolvers } from './../generated/types.ts';

export const ParsedSender: ParsedSenderResolvers = {
  phoneNumber: ({ phoneNumber }, { format }) => formatPhoneNumber(phoneNumber, format),
};
