import { type CountryCode, parsePhoneNumberFromString as parseByPlans } from 'libphonenumber-js/core';
import { type E164Number as PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';
import { LRUCache } from 'lru-cache';
import { plainDashes, plainDigits, trimInvisible } from './characters.ts';
import { inPresentWriting } from './former-phone-numbers.ts';

export type { PhoneNumber };

/** Counted after the '+'. Shuts out Andorra and the Faroe Islands, among others: the product's own rule. */
const MINIMUM_DIGITS = 10;
const MAXIMUM_DIGITS = 15;
/** Characters of what can still be a number, marks that cannot be seen included. */
const LONGEST_TEXT = 200;

// Each calling code's main plan alone. Which of the countries behind +1 a number is of takes six sevenths of a parse (half of a
// batch of access checks) and decides nothing here: their numbers are of the same lengths.
const PLANS = {
  ...metadata,
  country_calling_codes: Object.fromEntries(
    Object.entries(metadata.country_calling_codes).map(([code, countries]): [string, CountryCode[]] => [
      code,
      countries.slice(0, 1),
    ]),
  ),
};

/** An international number as a person types or pastes it; undefined when it is not one. */
export function parsePhoneNumber(text: string): PhoneNumber | undefined {
  return parseInternational(tidy(text)) ?? undefined;
}

// Whoever writes, writes again: a number that was judged lately is not judged anew, which is two fifths of what a batch of
// access checks costs this process when all are known (`npm run bench -- --only F`).
const REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 32;
const judged = new LRUCache<string, { number: PhoneNumber | null | undefined }>({ max: REMEMBERED });

type PhoneChannel = 'WHATSAPP' | 'TELEGRAM' | 'SLACK';

/**
 * As parsePhoneNumber, of what a channel tells: WhatsApp and Telegram leave the '+' out. Null when it is a number, but none
 * that a user can have here: too short, or of no plan, as Telegram's own +888 is.
 */
export function parseSenderPhoneNumber(text: string, channel: PhoneChannel): PhoneNumber | null | undefined {
  const key = `${channel} ${text}`;
  const known = judged.get(key);
  if (known) return known.number;
  const number = parseInternational(ofChannel(tidy(text), channel));
  if (text.length <= LONGEST_REMEMBERED) judged.set(key, { number });
  return number;
}

/** Whether the country code is not marked as one, so that the number may be a national one; from a channel, if that counts there. */
export function lacksPlus(text: string, channel?: PhoneChannel): boolean {
  const tidied = tidy(text);
  return !(channel ? ofChannel(tidied, channel) : tidied).startsWith('+');
}

/** Whether nothing of a number is there: white space and marks that cannot be seen. */
export function isBlankPhoneNumber(text: string): boolean {
  return trimInvisible(text) === '';
}

/** Whether the text is the stored number, formatting aside: it holds also for a number that today's rule would refuse. */
export function isSamePhoneNumber(text: string, stored: string): boolean {
  return withoutPunctuation(tidy(text)) === stored;
}

/** What uniqueness and the access check compare: channels write these numbers in two ways. */
export function phoneMatchKey(number: string): string {
  if (!number.startsWith('+5')) return number;
  return number
    .replace(/^\+521(\d{10})$/, '+52$1')
    .replace(/^\+549(\d{10})$/, '+54$1')
    .replace(/^\+55(\d{2})([6-9]\d{7})$/, (_, area: string, rest: string) => `+55${area}9${rest}`);
}

/** E.164 grouped for reading; the number itself when its plan is unknown or would change its digits. */
export function formatInternational(number: string): string {
  const formatted = parsePhoneNumberFromString(number, { extract: false })?.formatInternational();
  return formatted !== undefined && withoutPunctuation(formatted) === number ? formatted : number;
}

// Null when it is a number, but none that a user can have.
function parseInternational(tidied: string): PhoneNumber | null | undefined {
  const digits = withoutPunctuation(tidied);
  const isNumber = tidied.length <= LONGEST_TEXT && /^\+\d+$/.test(digits) && digits.length - 1 <= MAXIMUM_DIGITS;
  if (!isNumber) return undefined;
  // (0) is dialled at home alone; in Italy and San Marino it is a part of the number. In some plans only the length tells.
  const fromAbroad = /^\+(?:39|378)/.test(digits) ? digits : withoutPunctuation(tidied.replace(/\(\s*0\s*\)/, ''));
  return parseDigits(fromAbroad) ?? (fromAbroad === digits ? null : parseDigits(digits));
}

function parseDigits(digits: string): PhoneNumber | null {
  const parsed = parseByPlans(inPresentWriting(digits), { extract: false }, PLANS);
  // Possible, never valid: the product's own example, +1 555-123-4567, is not valid in its plan.
  if (parsed === undefined || parsed.ext !== undefined || !parsed.isPossible()) return null;
  const length = parsed.number.length - 1;
  return length >= MINIMUM_DIGITS && length <= MAXIMUM_DIGITS ? parsed.number : null;
}

// Their machines write a number in digits alone, country code first; with punctuation a person wrote it, perhaps at home.
function ofChannel(tidied: string, channel: PhoneChannel): string {
  return channel !== 'SLACK' && /^\d+$/.test(tidied) ? `+${tidied}` : tidied;
}

/** In plain characters, without what is copied along with a number, and with a '+' in front where it is international. */
function tidy(text: string): string {
  if (text.length > LONGEST_TEXT || /^\+?[1-9]\d*$/.test(text)) return text;
  return plainCharacters(text)
    .replace(/^[\s=<'",;:]+/, '')
    .replace(/^tel:[\s/]*(.*)$/i, (_, link: string) => link.replace(/%2[0B]/gi, decodeURIComponent))
    .replace(/[\s>'",;:./\-)\]]+$/, '')
    .replace(/^[\s([]*(?:\+\s*00|\+|00)[\s()[\]]*/, '+');
}

// Pasted contacts carry direction marks, no-break spaces, full-width forms and typographic dashes and quotes.
function plainCharacters(text: string): string {
  const halfWidth = text
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, (form) => String.fromCharCode(form.charCodeAt(0) - 0xfee0))
    .replace(/[‘’‚‛“”„`´ʼ]/g, "'")
    .replace(/[ー∼⁓]/g, '-');
  return plainDigits(plainDashes(halfWidth)).replace(/\s/g, ' ');
}

function withoutPunctuation(text: string): string {
  return text.replace(/[\s().\-/~[\]]/g, '');
}
