import { trimInvisible } from './characters.ts';
import { parseEmailAddress } from './email-address.ts';
import { type Channel, parseExternalId } from './external-id.ts';
import { type PhoneNumber, parseSenderPhoneNumber } from './phone-number.ts';

export { type Channel, parseExternalId, whatsAppIdKind } from './external-id.ts';

export type Sender = {
  channel: Channel;
  externalId: string | null;
  phoneNumber: PhoneNumber | null;
  /** The address that Slack confirmed, as it was written. */
  email: string | null;
};

export type SenderInput = {
  channel: Channel;
  phoneNumber?: string | null;
  externalId?: string | null;
  email?: string | null;
};

/** The most channel identities of one user. */
export const MAXIMUM_IDENTITIES = 20;

/** A part of a sender that is wrong; 'sender' when all parts are empty. */
export type InvalidPart = 'phoneNumber' | 'externalId' | 'email' | 'sender';

/** All that is wrong, in the order of the form. */
export type ParsedSender = { sender: Sender } | { invalid: InvalidPart[] };

/** Parses whom a channel says a message is from. One malformed part makes the whole sender invalid: access fails closed. */
export function parseSender(input: SenderInput): ParsedSender {
  const { channel } = input;
  const phoneText = trimInvisible(input.phoneNumber ?? '');
  const idText = trimInvisible(input.externalId ?? '');
  const emailText = trimInvisible(input.email ?? '');
  if (!phoneText && !idText && !emailText) return { invalid: ['sender'] };

  const phoneNumber = phoneText ? parseSenderPhoneNumber(phoneText, channel) : null;
  const externalId = idText ? parseExternalId(channel, idText) : null;
  const email = emailText ? parseEmailAddress(emailText) : null;
  // A number that no user can have here is ignored when a valid id comes with it.
  const isBadPhone = phoneNumber === undefined || (phoneText !== '' && phoneNumber === null && externalId === null);
  const isBadEmail = email === undefined || (email !== null && (channel !== 'SLACK' || externalId === null));
  if (!isBadPhone && externalId !== undefined && !isBadEmail) {
    return { sender: { channel, externalId, phoneNumber, email } };
  }
  const invalid: (InvalidPart | false)[] = [
    isBadPhone && 'phoneNumber',
    externalId === undefined && 'externalId',
    isBadEmail && 'email',
  ];
  return { invalid: invalid.filter((part) => part !== false) };
}
