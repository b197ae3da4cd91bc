import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSupportedCountry, parsePhoneNumber as parseByLibrary } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { parsePhoneNumber } from '../../src/domain/values/phone-number.ts';
import { COUNTRIES, countryOf, phoneAsTyped, withCountry } from '../../src/web/users/numbering-plans.ts';

const PEOPLE = Object.entries(examples).flatMap(([country, national]) => {
  if (!isSupportedCountry(country)) return [];
  const number = parseByLibrary(national, country);
  return number.number.length > 10 ? [{ country, number: number.number, atHome: number.formatNational() }] : [];
});
const anybody = fc.constantFrom(...PEOPLE);

test.each([
  ['+49', 'DE'],
  ['+49 171 1234567', 'DE'],
  ['0049 171 1234567', 'DE'],
  ['+00 49 171', 'DE'],
  ['tel:+44 20 7946 0958', 'GB'],
  ['tel:%2B442079460958', 'GB'],
  ['+44 (0)20 7946 0958', 'GB'],
  ['(+33) 6 12 34 56 78', 'FR'],
  ["'+33612345678", 'FR'],
  ['\u202A+1\u00A0416\u2011555\u20130199\u202C', 'CA'],
  ['＋４９ １７１', 'DE'],
  ['+٩٦٦ ٥٠ ١٢٣', 'SA'],
  ['००९१ ९८७', 'IN'],
  ['+1', 'US'],
  ['+7', 'RU'],
  ['+39', 'IT'],
])('The country is seen in whatever was typed or pasted: %s', (text, country) => {
  expect(countryOf(text, undefined)).toBe(country);
});

test.each(['', '+', '+999 123', '0171 1234567', '555-123-4567', 'Ana'])('and in nothing else: %s', (text) => {
  expect(countryOf(text, 'DE')).toBeUndefined();
});

test('Of the countries that share a code the chosen one stands until the digits tell', () => {
  expect(countryOf('+1 555 123 4567', 'CA')).toBe('CA');
  expect(countryOf('+1 212 555 0123', 'CA')).toBe('US');
  expect(countryOf('+49', 'CA')).toBe('DE');
});

test('A number as it is dialled at home becomes the one that the service takes', () => {
  expect(PEOPLE.length).toBeGreaterThan(200);
  for (const { country, number, atHome } of PEOPLE) {
    expect([country, parsePhoneNumber(withCountry(atHome, country))]).toEqual([country, number]);
  }
});

test('Choosing a country puts its code in the place of another’s, and keeps the digits behind it', () => {
  expect(withCountry('', 'DE')).toBe('+49 ');
  expect(withCountry('+', 'DE')).toBe('+49');
  expect(withCountry('+1 555 123 4567', 'FR')).toMatch(/^\+33 /);
  fc.assert(
    fc.property(anybody, fc.constantFrom(...COUNTRIES), ({ number }, { country, callingCode }) => {
      const digits = withCountry(number, country).replace(/\D/g, '');
      expect(digits.startsWith(callingCode)).toBe(true);
      expect(number.endsWith(digits.slice(callingCode.length))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('Grouping changes no digit, and nothing but an international number that grows at its end', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        anybody.map(({ number }) => number),
      ),
      fc.string(),
      (text, previous) => {
        expect(phoneAsTyped(text, previous).replace(/\D/g, '')).toBe(text.replace(/\D/g, ''));
      },
    ),
    { numRuns: 100 },
  );
  expect(phoneAsTyped('+15551234567', '')).toBe('+1 555 123 4567');
  expect(phoneAsTyped('+1 555 none', '+1 555 non')).toBe('+1 555 none');
});
