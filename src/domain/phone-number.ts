import { type CountryCode, parsePhoneNumberFromString as parseByPlans } from 'libphonenumber-js/core';
import { type E164Number as PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';
import { LRUCache } from 'lru-cache';
import { plainDashes, plainDigits } from './characters.ts';

export type { PhoneNumber };

/** Counted after the '+'. Shuts out Andorra and the Faroe Islands, among others: the product's own rule. */
const MINIMUM_DIGITS = 10;
const MAXIMUM_DIGITS = 15;

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
  return parseInternational(tidy(text));
}

// Whoever writes, writes again: a number that was judged lately is not judged anew, which is two fifths of what a batch of
// access checks costs this process when all are known (`npm run bench -- --only F`).
const REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 32;
const judged = new LRUCache<string, { number: PhoneNumber | undefined }>({ max: REMEMBERED });

/** As parsePhoneNumber, but WhatsApp's webhooks leave the '+' out. */
export function parseSenderPhoneNumber(
  text: string,
  channel: 'WHATSAPP' | 'TELEGRAM' | 'SLACK',
): PhoneNumber | undefined {
  const key = `${channel} ${text}`;
  const known = judged.get(key);
  if (known) return known.number;
  const tidied = tidy(text);
  const number = parseInternational(channel === 'WHATSAPP' && /^\d+$/.test(tidied) ? `+${tidied}` : tidied);
  if (text.length <= LONGEST_REMEMBERED) judged.set(key, { number });
  return number;
}

/** Whether nothing of a number is there: white space and marks that cannot be seen. */
export function isBlankPhoneNumber(text: string): boolean {
  return tidy(text) === '';
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

function parseInternational(tidied: string): PhoneNumber | undefined {
  if (!/^\+[\d ().\-/]+$/.test(tidied)) return undefined;
  // Mexico dropped the 1 after +52 in 2019. WhatsApp still sends it, and today's metadata calls that form too long.
  const digitsOnly = withoutPunctuation(tidied).replace(/^\+521(\d{10})$/, '+52$1');
  const parsed = parseByPlans(digitsOnly, { extract: false }, PLANS);
  // Possible, never valid: the product's own example, +1 555-123-4567, is not valid in its plan.
  if (parsed === undefined || parsed.ext !== undefined || !parsed.isPossible()) return undefined;
  const digits = parsed.number.length - 1;
  return digits >= MINIMUM_DIGITS && digits <= MAXIMUM_DIGITS ? parsed.number : undefined;
}

// Pasted contacts carry direction marks, no-break spaces, full-width forms and typographic dashes.
function tidy(text: string): string {
  const halfWidth = text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, (form) => String.fromCharCode(form.charCodeAt(0) - 0xfee0));
  return plainDigits(plainDashes(halfWidth)).replace(/\s/g, ' ').trim().replace(/^00/, '+');
}

function withoutPunctuation(text: string): string {
  return text.replace(/[\s().\-/]/g, '');
}
