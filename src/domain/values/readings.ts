import { plainDigits, trimInvisible } from './characters.ts';
import { parseEmailAddress } from './email-address.ts';
import { parseExternalId, whatsAppIdKind } from './external-id.ts';
import { type PhoneNumber, parsePhoneNumber, parseSenderPhoneNumber, phoneMatchKey } from './phone-number.ts';
import { phoneKeysAtHome } from './searched-number.ts';
import type { Channel, Sender } from './sender.ts';

/** One way to read a text as a sender: as a phone number, an id on the channel, or an e-mail address. */
export type Reading = Sender & {
  /** Nearly every text can be read so: it counts only where somebody is known by it. */
  isDoubtful: boolean;
};

/** Numbers and ids in a project that a text may be short for. */
export type Expansions = { phoneNumbers: readonly PhoneNumber[]; slackIds: readonly string[] };

/** The most ways to read one text. */
export const MOST_READINGS = 8;
/** The most numbers, or ids on Slack, that one text is read as short for. */
export const MOST_EXPANSIONS = 2;

/** By what to look for whole numbers and ids that the text may be short for; nothing for a text that is whole. */
export function soughtExpansions(text: string): { phoneKeys: string[]; slackUser: string | null } {
  const plain = withoutPrefix(text);
  const isMemberId = /^[UW][A-Z0-9]{2,30}$/.test(plain);
  return {
    // With a + or 00 in front it would be a whole number.
    phoneKeys: isOfDigits(plain) && !parsePhoneNumber(plain) ? phoneKeysAtHome(digitsOf(plain)) : [],
    slackUser: isMemberId ? plain : null,
  };
}

/** Every way to read the text as one person's sender, the likeliest first. */
export function readingsOf(text: string, { phoneNumbers, slackIds }: Expansions): Reading[] {
  const plain = withoutPrefix(text);
  return [
    ...readNumbers(plain, phoneNumbers).flatMap((phoneNumber) => [
      reading('WHATSAPP', { phoneNumber }),
      reading('TELEGRAM', { phoneNumber }),
    ]),
    ...readId('TELEGRAM', plain),
    ...readId('SLACK', plain),
    ...slackIds.map((externalId) => reading('SLACK', { externalId })),
    ...readId('WHATSAPP', plain),
    ...readEmail(plain),
  ].slice(0, MOST_READINGS);
}

// What logs and address books write in front. `tel:` is known to the phone number.
function withoutPrefix(text: string): string {
  return trimInvisible(trimInvisible(text).replace(/^(?:whatsapp:|mailto:)/i, ''));
}

// A phone number as libraries of WhatsApp Web write it, with the device that wrote.
const NUMBER_ON_WHATSAPP = /^(\d+)(?:[._]\d+)?(?::\d+)?@(?:s\.whatsapp\.net|c\.us|hosted)$/i;
const ON_WHATSAPP = /@(?:s\.whatsapp\.net|c\.us|g\.us|lid|hosted(?:\.lid)?|broadcast|newsletter)$/i;

function readNumbers(text: string, known: readonly PhoneNumber[]): PhoneNumber[] {
  const digits = NUMBER_ON_WHATSAPP.exec(text)?.[1];
  const whole = parsePhoneNumber(text) ?? parseSenderPhoneNumber(digits ?? text, 'WHATSAPP');
  // With punctuation and without a + it is rather a national number; a known one tells of which country.
  const guessed =
    !whole && known.length === 0 && isOfDigits(text) ? parseSenderPhoneNumber(digitsOf(text), 'WHATSAPP') : null;
  const numbers = [...known, whole, guessed].filter((number) => typeof number === 'string');
  return [...new Map(numbers.map((number) => [phoneMatchKey(number), number])).values()];
}

// A minus in front is a group's on Telegram.
function isOfDigits(text: string): boolean {
  return /^(?!-)[\d\s().\-/]*\d[\d\s().\-/]*$/.test(plainDigits(text));
}

function digitsOf(text: string): string {
  return plainDigits(text).replace(/\D/g, '');
}

function readId(channel: Channel, text: string): Reading[] {
  const externalId = parseExternalId(channel, text);
  if (externalId === undefined) return [];
  // To us an id on WhatsApp is opaque, but nearly all have one of these forms.
  return [
    reading(channel, { externalId, isDoubtful: channel === 'WHATSAPP' && whatsAppIdKind(externalId) === 'OTHER' }),
  ];
}

function readEmail(text: string): Reading[] {
  const email = ON_WHATSAPP.test(text) ? undefined : parseEmailAddress(text);
  return email === undefined ? [] : [reading('SLACK', { email })];
}

function reading(channel: Channel, given: Partial<Reading>): Reading {
  return { channel, phoneNumber: null, externalId: null, email: null, isDoubtful: false, ...given };
}
