import type { CandidateKeys } from '../database/candidates.ts';
import type { AccessRequestRow } from '../database/tables.ts';
import { emailKey } from './values/email-address.ts';
import { fold } from './values/fold.ts';
import { phoneMatchKey } from './values/phone-number.ts';

/** The most users who are named as perhaps the sender of a request. */
export const MAXIMUM_CANDIDATES = 3;

/** By what to look for users who may be the sender. Nobody for an approved request, which is empty. */
export function candidateKeys(request: AccessRequestRow): CandidateKeys {
  const { channel, externalId, phoneNumber, email, firstName, lastName } = request;
  const names = [firstName, lastName].filter((name) => name !== null);
  return {
    channel,
    externalId,
    phoneKey: phoneNumber && phoneMatchKey(phoneNumber),
    emailKey: email && emailKey(email),
    // Channels do not agree on which name comes first.
    nameKeys: names.length < 2 ? [] : [fold(names.join(' ')), fold(names.toReversed().join(' '))],
  };
}
