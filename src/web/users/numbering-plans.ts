import {
  AsYouType,
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parseIncompletePhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';

// As much code as a fifth of the page: only fetched by useNumberingPlans.

export type { CountryCode };

/** Every country that has a plan, with its calling code. */
export const COUNTRIES = getCountries().map((country) => ({ country, callingCode: getCountryCallingCode(country) }));

const INTERNATIONAL_SO_FAR = /^\+[\d\s().-]*\d$/;

/** Groups an international number as it is typed at its end. Whatever else is typed stays as it is, for the API to judge. */
export function phoneAsTyped(text: string, previous: string): string {
  if (!text.startsWith(previous.trimEnd()) || !INTERNATIONAL_SO_FAR.test(text)) return text;
  const grouped = new AsYouType().input(text);
  return digitsOf(grouped) === digitsOf(text) ? grouped : text;
}

/** Which country an international number is of, as far as it was typed. Where several share a code: the one chosen, or the main one. */
export function countryOf(text: string, chosen: CountryCode | undefined): CountryCode | undefined {
  const number = read(text);
  const sharing = metadata.country_calling_codes[number.getCallingCode() ?? ''] ?? [];
  return number.getCountry() ?? sharing.find((country) => country === chosen) ?? sharing[0];
}

/** The number with this country's code in front, in the place of another's or of what is only dialled at home. */
export function withCountry(text: string, country: CountryCode): string {
  const code = getCountryCallingCode(country);
  const number = plain(text);
  if (!number.startsWith('+')) {
    const abroad = parsePhoneNumberFromString(number, country)?.formatInternational();
    return abroad ?? `+${code} ${text.trim()}`;
  }
  const former = read(text).getCallingCode() ?? '';
  return new AsYouType().input(`+${code}${number.slice(1 + former.length)}`);
}

function read(text: string): AsYouType {
  const number = new AsYouType();
  number.input(plain(text));
  return number;
}

/** Its digits, with a + in front if it is in international form, in whatever script and wrapping it was copied. */
function plain(text: string): string {
  const digits = text
    .normalize('NFKC')
    .replace(/%2B/i, '+')
    .replace(/\p{Nd}/gu, digitValue);
  return parseIncompletePhoneNumber(digits).replace(/^\+?00/, '+');
}

// Unicode assigns decimal digits in runs of ten that begin with zero.
function digitValue(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let start = codePoint;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((codePoint - start) % 10);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
