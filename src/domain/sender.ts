import { type PhoneNumber, parseSenderPhoneNumber } from './phone-number.ts';

export type Channel = 'WHATSAPP' | 'TELEGRAM' | 'SLACK';

export type Sender = { channel: Channel; externalId: string | null; phoneNumber: PhoneNumber | null };

export type SenderInput = { channel: Channel; phoneNumber?: string | null; externalId?: string | null };

/** Of one user. */
export const MAXIMUM_IDENTITIES = 20;

const CHANNEL_NAMES: Record<Channel, string> = { WHATSAPP: 'WhatsApp', TELEGRAM: 'Telegram', SLACK: 'Slack' };

export function channelName(channel: Channel): string {
  return CHANNEL_NAMES[channel];
}

export type ParsedSender = { sender: Sender } | { invalid: 'phoneNumber' | 'externalId' | 'sender' };

/** Whom a channel says a message is from. One malformed part spoils the whole: access fails closed. */
export function parseSender(input: SenderInput): ParsedSender {
  const phoneText = input.phoneNumber?.trim() || null;
  const externalId = input.externalId?.trim() || null;
  if (phoneText === null && externalId === null) return { invalid: 'sender' };

  const phoneNumber = phoneText === null ? null : parseSenderPhoneNumber(phoneText, input.channel);
  if (phoneNumber === undefined) return { invalid: 'phoneNumber' };
  if (externalId !== null && !EXTERNAL_ID[input.channel].test(externalId)) return { invalid: 'externalId' };

  return { sender: { channel: input.channel, externalId, phoneNumber } };
}

// Ids that never change hands, not @names. WhatsApp's is opaque: even one of digits only is no phone number.
const EXTERNAL_ID: Record<Channel, RegExp> = {
  WHATSAPP: /^(?!@)[\x21-\x7e]{1,150}$/,
  TELEGRAM: /^[1-9]\d{0,18}$/,
  SLACK: /^T[A-Z0-9]{1,30}:[UW][A-Z0-9]{1,30}$/,
};
