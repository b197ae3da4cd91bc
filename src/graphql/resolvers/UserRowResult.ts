import { formatPhoneNumber } from '../../domain/values/phone-number.ts';
import type { UserRowResultResolvers } from './../generated/types.ts';

export const UserRowResult: UserRowResultResolvers = {
  phoneNumber: ({ phoneNumber }, { format }) => formatPhoneNumber(phoneNumber, format),
};
