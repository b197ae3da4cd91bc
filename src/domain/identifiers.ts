import type { IdentifierKey } from '../database/blocked-senders.ts';
import type { Channel, UserRow } from '../database/tables.ts';
import { type PhoneNumber, phoneMatchKey } from './values/phone-number.ts';
import type { Sender } from './values/sender.ts';

/** What somebody can be blocked by: a phone number, on all channels, or an id on one. */
export type Identifier = { phoneNumber: PhoneNumber } | { channel: Channel; externalId: string };

export function identifierKey(identifier: Identifier): IdentifierKey {
  return 'phoneNumber' in identifier ? { phoneKey: phoneMatchKey(identifier.phoneNumber) } : identifier;
}

/** The same text for the same identifier, whoever has it. */
export function identifierText(identifier: Identifier): string {
  return JSON.stringify(identifierKey(identifier));
}

/** All identifiers of a user with these identities. */
export function identifiersOf(
  { phoneNumber }: Pick<UserRow, 'phoneNumber'>,
  identities: readonly { channel: Channel; externalId: string }[],
): Identifier[] {
  return [
    ...(phoneNumber === null ? [] : [{ phoneNumber }]),
    ...identities.map(({ channel, externalId }) => ({ channel, externalId })),
  ];
}

export function identifiersOfSender({ phoneNumber, channel, externalId }: Sender): Identifier[] {
  return identifiersOf({ phoneNumber }, externalId === null ? [] : [{ channel, externalId }]);
}

/** Two writings of one number are the same identifier. */
export function uniqueIdentifiers(identifiers: readonly Identifier[]): Identifier[] {
  return [...new Map(identifiers.map((each) => [identifierText(each), each])).values()];
}
