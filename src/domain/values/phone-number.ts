import {
  type CountryCode,
  parsePhoneNumberFromString as parseByPlans,
  validatePhoneNumberLength,
} from 'libphonenumber-js/core';
import { type E164Number as PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';
import { LRUCache } from 'lru-cache';
import { plainDashes, plainDigits, trimInvisible } from './characters.ts';
import type { Channel } from './external-id.ts';
import { inPresentWriting } from './former-phone-numbers.ts';

export type { PhoneNumber };

/** Counted after the '+'. The product's own rule; it shuts out Andorra and the Faroe Islands, among others. */
const MINIMUM_DIGITS = 10;
const MAXIMUM_DIGITS = 15;
/** In characters, invisible marks included. A longer text is not a number. */
const LONGEST_TEXT = 200;

// Only the main plan of each calling code. To find out which country behind +1 a number belongs to takes six sevenths of a parse
// (half of a batch of access checks) and changes nothing here: their numbers have the same lengths.
const PLANS = {
  ...metadata,
  country_calling_codes: Object.fromEntries(
    Object.entries(metadata.country_calling_codes).map(([code, countries]): [string, CountryCode[]] => [
      code,
      countries.slice(0, 1),
    ]),
  ),
};

/** Parses an international number as a person types or pastes it; undefined when it is not one. */
export function parsePhoneNumber(text: string): PhoneNumber | undefined {
  return parseInternational(tidy(text)) ?? undefined;
}

// The same senders write again, so numbers parsed lately are remembered. Parsing anew would be two fifths of what a batch of
// access checks costs this process when all senders are known (`npm run bench -- --only F`).
const REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 32;
const judged = new LRUCache<string, { number: PhoneNumber | null | undefined }>({ max: REMEMBERED });

/**
 * Like parsePhoneNumber, for numbers that a channel sends: WhatsApp and Telegram leave the '+' out. Null when it is a number that
 * no user can have here: too short, or of no plan, like Telegram's own +888.
 */
export function parseSenderPhoneNumber(text: string, channel: Channel): PhoneNumber | null | undefined {
  const key = `${channel} ${text}`;
  const known = judged.get(key);
  if (known) return known.number;
  const number = parseInternational(ofChannel(tidy(text), channel));
  if (text.length <= LONGEST_REMEMBERED) judged.set(key, { number });
  return number;
}

/** Says what is wrong with a text that is no phone number here; from a channel, plain digits are an international number. */
export function explainPhoneNumber(text: string, channel?: Channel): string {
  const tidied = channel ? ofChannel(tidy(text), channel) : tidy(text);
  return `Phone number ${faultOf(tidied)}, e.g. +1 555-123-4567`;
}

function faultOf(tidied: string): string {
  if (/^[^+\d]*\p{L}[^+\d]*\+\d/u.test(tidied)) return 'must begin with +: leave out the words in front';
  if (!tidied.startsWith('+')) return 'must begin with + and the country code, with at least 10 digits in all';
  const number = withoutPunctuation(tidied);
  if (/^\+\d+(?:;?ext|x|#|,)/i.test(number)) return 'must have no extension';
  if (!/^\+\d*$/.test(number)) return 'must have nothing but digits after the +';
  const digits = number.length - 1;
  if (digits < MINIMUM_DIGITS) return 'must be in international format with at least 10 digits';
  return digits > MAXIMUM_DIGITS
    ? `must have at most ${MAXIMUM_DIGITS} digits`
    : LENGTH_FAULTS[validatePhoneNumberLength(number, metadata) ?? 'INVALID_LENGTH'];
}

const LENGTH_FAULTS = {
  INVALID_COUNTRY: 'must begin with + and the code of a country',
  NOT_A_NUMBER: 'must be in international format with at least 10 digits',
  TOO_SHORT: 'has too few digits for its country code',
  TOO_LONG: 'has too many digits for its country code',
  INVALID_LENGTH: 'does not have as many digits as numbers of its country code',
};

/** Whether the text is empty but for white space and invisible marks. */
export function isBlankPhoneNumber(text: string): boolean {
  return trimInvisible(text) === '';
}

/**
 * Whether the text is the stored number, apart from formatting. It works also for a stored number that today's rule would refuse.
 */
export function isSamePhoneNumber(text: string, stored: string): boolean {
  return withoutPunctuation(tidy(text)) === stored;
}

/**
 * The key that uniqueness and the access check compare: Mexican, Argentinian and Brazilian numbers have two writings, and
 * channels use both.
 */
export function phoneMatchKey(number: string): string {
  if (!number.startsWith('+5')) return number;
  return number
    .replace(/^\+521(\d{10})$/, '+52$1')
    .replace(/^\+549(\d{10})$/, '+54$1')
    .replace(/^\+55(\d{2})([6-9]\d{7})$/, (_, area: string, rest: string) => `+55${area}9${rest}`);
}

/**
 * The digits of an E.164 number without the country code. Where a number has two writings, also without the 1 or 9 that only one of them
 * has in front, for at home nobody dials it. All digits where the country code is unknown.
 */
export function nationalDigits(number: string): string {
  const digits = number.replace(CALLING_CODE, '');
  const ofKey = phoneMatchKey(number).replace(CALLING_CODE, '');
  return digits.endsWith(ofKey) ? ofKey : digits;
}

const CALLING_CODE = new RegExp(`^\\+(?:${Object.keys(metadata.country_calling_codes).join('|')})?`);

/** Formats an E.164 number for reading. Returns it unchanged when its plan is unknown or formatting would change its digits. */
export function formatInternational(number: string): string {
  const formatted = parsePhoneNumberFromString(number, { extract: false })?.formatInternational();
  return formatted !== undefined && withoutPunctuation(formatted) === number ? formatted : number;
}

/** A stored number as a caller asks for it. */
export function formatPhoneNumber<Stored extends string | null>(
  number: Stored,
  format: 'E164' | 'INTERNATIONAL',
): Stored | string {
  return number !== null && format === 'INTERNATIONAL' ? formatInternational(number) : number;
}

// Null when it is a number that no user can have.
function parseInternational(tidied: string): PhoneNumber | null | undefined {
  const digits = withoutPunctuation(tidied);
  const isNumber = tidied.length <= LONGEST_TEXT && /^\+\d+$/.test(digits) && digits.length - 1 <= MAXIMUM_DIGITS;
  if (!isNumber) return undefined;
  // (0) is dialled only inside the country, but in Italy and San Marino it is part of the number. In some plans only the length
  // tells, so both are tried.
  const fromAbroad = /^\+(?:39|378)/.test(digits) ? digits : withoutPunctuation(tidied.replace(/\(\s*0\s*\)/, ''));
  return parseDigits(fromAbroad) ?? (fromAbroad === digits ? null : parseDigits(digits));
}

function parseDigits(digits: string): PhoneNumber | null {
  const parsed = parseByPlans(inPresentWriting(digits), { extract: false }, PLANS);
  // isPossible instead of isValid: the product's own example, +1 555-123-4567, is not valid in its plan.
  if (parsed === undefined || parsed.ext !== undefined || !parsed.isPossible()) return null;
  const length = parsed.number.length - 1;
  return length >= MINIMUM_DIGITS && length <= MAXIMUM_DIGITS ? parsed.number : null;
}

// Machines of WhatsApp and Telegram write digits only, country code first. With punctuation it may be a person's national number.
function ofChannel(tidied: string, channel: Channel): string {
  return channel !== 'SLACK' && /^\d+$/.test(tidied) ? `+${tidied}` : tidied;
}

/** The text in plain characters, without what is copied along with a number, and with a '+' in front if it is international. */
function tidy(text: string): string {
  if (text.length > LONGEST_TEXT || /^\+?[1-9]\d*$/.test(text)) return text;
  return plainCharacters(text)
    .replace(/^[\s=<'",;:|•·\p{Extended_Pictographic}\p{Regional_Indicator}]+/u, '')
    .replace(/^tel:[\s/]*(.*)$/i, (_, link: string) => link.replace(/%2[0B]/gi, decodeURIComponent))
    .replace(/[\s>'",;:|•·،؛、。…./\-)\]]+$/, '')
    .replace(/^[\s([]*(?:\+\s*00|\+|00)[\s()[\]]*/, '+');
}

// Pasted contacts contain direction marks, no-break spaces, full-width and small forms, and typographic dashes and quotes.
function plainCharacters(text: string): string {
  const halfWidth = text
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, (form) => String.fromCharCode(form.charCodeAt(0) - 0xfee0))
    .replace('﹢', '+')
    .replace(/[‘’‚‛“”„`´ʼ]/g, "'")
    .replace(/[ー∼⁓]/g, '-');
  return plainDigits(plainDashes(halfWidth)).replace(/\s/g, ' ');
}

function withoutPunctuation(text: string): string {
  return text.replace(/[\s().\-/~[\]·]/g, '');
}
