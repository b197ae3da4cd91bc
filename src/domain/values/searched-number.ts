import { Metadata } from 'libphonenumber-js/core';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';
import { plainDigits } from './characters.ts';
import { parsePhoneNumber, parseSenderPhoneNumber, phoneMatchKey } from './phone-number.ts';

/** What a text can mean as a phone number, besides its digits as they are. */
export type MeantNumber = {
  /** Digits that the number contains. */
  digits: string[];
  /** Match keys of whole numbers. */
  phoneKeys: string[];
};

const MOST_KEYS = 8;
/** Match keys of Mexico, Argentina and Brazil. */
const IN_TWO_WRITINGS = /^\+5[245]/;

/**
 * Reads a text that has only digits and phone punctuation, or is a number to the form. `digits` are its digits. `isTold` tells
 * whether the numbers with this match key are found by those digits alone.
 */
export function meantNumber(
  text: string,
  digits: string,
  isTold: (key: string, digits: string) => boolean,
): MeantNumber {
  const abroad = withoutZeroInBrackets(text);
  const rest = withoutZeros(digits, abroad.replace(/\D/g, ''));
  const numbers = [
    ...[text, abroad].map(parsePhoneNumber),
    ...[parseSenderPhoneNumber(digits, 'WHATSAPP'), ...readAtHome(digits)],
  ];
  const keys = numbers.flatMap((number) => (number ? phoneMatchKey(number) : []));
  // Such a key adds nothing, unless the number may be stored in its other writing.
  const others = keys.filter(
    (key) => IN_TWO_WRITINGS.test(key) || ![digits, ...rest].some((part) => isTold(key, part)),
  );
  return { digits: rest, phoneKeys: [...new Set(others)].slice(0, MOST_KEYS) };
}

/** Match keys of every number in the world that may be dialled so inside its country. `digits` has digits only. */
export function phoneKeysAtHome(digits: string): string[] {
  if (digits.length < FEWEST_AT_HOME) return [];
  const dialled = [digits, ...withoutZeros(digits)];
  // Not parsed, which would take four hundred parses: a key of no possible number is nobody's.
  const numbers = CALLING_CODES.flatMap((code) => dialled.map((rest) => `+${code}${rest}`));
  return [...new Set([...numbers, ...readAtHome(digits)].map(phoneMatchKey))];
}

const CALLING_CODES = Object.keys(metadata.country_calling_codes);

// In every country, the (0) is dialled only from inside.
function withoutZeroInBrackets(text: string): string {
  return plainDigits(text).replace(/\(\s*0\s*\)/, '');
}

// Fewer digits would find nearly everybody.
const FEWEST_DIGITS = 4;

/** The digits after 00, or without the 0 that most countries dial inside the country, in front or in brackets. */
function withoutZeros(digits: string, abroad = digits): string[] {
  const rests = [abroad, ...[digits, abroad].map((dialled) => dialled.replace(/^00?(?!0)/, ''))];
  return [...new Set(rests)].filter((rest) => rest !== digits && rest.length >= FEWEST_DIGITS);
}

const FEWEST_AT_HOME = 7;

/**
 * Reads the digits as a national number of each country where that is not a 0 and the digits of E.164: for +7 912… it is 8 912…,
 * for +36 20… it is 06 20….
 */
function readAtHome(digits: string): string[] {
  if (digits.length < FEWEST_AT_HOME) return [];
  const countries = COUNTRIES.filter(({ prefix }) => prefix.test(digits));
  return countries.flatMap(({ country }) => {
    const parsed = parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false });
    return parsed?.isPossible() ? parsed.number : [];
  });
}

const COUNTRIES = Object.values(metadata.country_calling_codes).flatMap(([country = 'US']) => {
  const plans = new Metadata(metadata);
  plans.selectNumberingPlan(country);
  // The library's types leave this method out.
  const plan = plans.numberingPlan as unknown as { nationalPrefixForParsing(): string | undefined };
  const prefix = plan.nationalPrefixForParsing();
  if (typeof prefix !== 'string' || prefix === '0') return [];
  // Brazil: without its ninth digit a number differs from the stored digits, with a 0 in front or without. So any text is tried.
  return [{ country, prefix: new RegExp(country === 'BR' ? '' : `^(?:${prefix})`) }];
});
