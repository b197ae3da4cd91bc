import { Metadata } from 'libphonenumber-js/core';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';
import { parsePhoneNumber, parseSenderPhoneNumber, phoneMatchKey } from './phone-number.ts';

/** What a text can mean as a phone number, beside its digits as they stand. */
export type MeantNumber = {
  /** Digits of a part of the number. */
  digits: string[];
  /** Match keys of whole numbers. */
  phoneKeys: string[];
};

const MOST_KEYS = 8;
/** Match keys of the plans of Mexico, Argentina and Brazil. */
const IN_TWO_WRITINGS = /^\+5[245]/;

/** Of a text of digits and phone punctuation, or whatever else the form takes for a number. */
export function meantNumber(text: string, digits: string): MeantNumber {
  const rest = withoutZeros(digits);
  const numbers = [
    ...[text, withoutZeroInBrackets(text)].map(parsePhoneNumber),
    ...[parseSenderPhoneNumber(digits, 'WHATSAPP'), ...readAtHome(digits)],
  ];
  const keys = numbers.flatMap((number) => (number ? phoneMatchKey(number) : []));
  // What has the digits in it is found by them, unless it is stored in the other one of two writings.
  const others = keys.filter(
    (key) => IN_TWO_WRITINGS.test(key) || ![digits, ...rest].some((part) => key.includes(part)),
  );
  return { digits: rest, phoneKeys: [...new Set(others)].slice(0, MOST_KEYS) };
}

// It is dialled at home alone, whatever the country.
function withoutZeroInBrackets(text: string): string {
  return text.replace(/\(\s*0\s*\)/, '');
}

// Of fewer digits nearly everybody would be found.
const FEWEST_DIGITS = 4;

/** Behind 00, or behind the 0 that most countries dial at home. */
function withoutZeros(digits: string): string[] {
  const rest = digits.replace(/^00?(?!0)/, '');
  return rest !== digits && rest.length >= FEWEST_DIGITS ? [rest] : [];
}

const FEWEST_AT_HOME = 7;

/** As those countries read it whose numbers at home are not the digits of E.164 behind a 0: +7 912… is 8 912…, +36 20… is 06 20…. */
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
  // Its types leave it out.
  const plan = plans.numberingPlan as unknown as { nationalPrefixForParsing(): string | undefined };
  const prefix = plan.nationalPrefixForParsing();
  if (typeof prefix !== 'string' || prefix === '0') return [];
  // Without the ninth digit its numbers are others than their digits, with a 0 in front or without.
  return [{ country, prefix: new RegExp(country === 'BR' ? '' : `^(?:${prefix})`) }];
});
