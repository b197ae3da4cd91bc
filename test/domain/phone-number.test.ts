import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumber as parseByLibrary } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import {
  explainPhoneNumber,
  formatInternational,
  isSamePhoneNumber,
  parsePhoneNumber,
  parseSenderPhoneNumber,
  phoneMatchKey,
} from '../../src/domain/values/phone-number.ts';

const NUMBERS = Object.entries(examples).flatMap(([country, national]) =>
  isSupportedCountry(country) ? [`+${getCountryCallingCode(country)}${national}`] : [],
);

const fullWidth = (text: string) =>
  text.replace(/[+\d]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const TEN_DIGITS_UP = NUMBERS.filter(({ length }) => length > 10);

const otherDigits = (text: string, zero: number) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** The example number, and how it is written in its own country, taken apart. */
const partsOf = (number: string) => {
  const parsed = parseByLibrary(number);
  const atHome = parsed.formatNational();
  return {
    number,
    code: parsed.countryCallingCode,
    rest: parsed.nationalNumber,
    grouped: parsed.formatInternational(),
    // Dialled at home with a 0 that is not dialled from abroad.
    trunk: atHome.replace(/\D/g, '') === `0${parsed.nationalNumber}` ? atHome.replace('0', '(0)') : undefined,
  };
};
type Parts = ReturnType<typeof partsOf>;

/** In each of these it is international beyond doubt. */
const WRITINGS: Record<string, (parts: Parts) => string> = {
  'E.164': ({ number }) => number,
  'with 00': ({ number }) => number.replace('+', '00'),
  'with + and 00': ({ number }) => number.replace('+', '+00'),
  'with + apart': ({ number }) => number.replace('+', '+ '),
  grouped: ({ grouped }) => grouped,
  'with the code in brackets': ({ code, rest }) => `(+${code})${rest}`,
  'with the code in brackets, apart': ({ code, rest }) => `(+${code}) ${rest}`,
  'with + before the brackets': ({ code, rest }) => `+(${code}) ${rest}`,
  'with 00 in brackets': ({ code, rest }) => `(00${code}) ${rest}`,
  'with the trunk 0 in brackets': ({ code, trunk, number }) => (trunk ? `+${code} ${trunk}` : number),
  'with dashes': ({ grouped }) => grouped.replaceAll(' ', '-'),
  'with dots': ({ grouped }) => grouped.replaceAll(' ', '.'),
  'with slashes': ({ grouped }) => grouped.replaceAll(' ', ' / '),
  'with no-break spaces': ({ grouped }) => grouped.replaceAll(' ', '\u00A0'),
};

const COPIED: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'from a link': (text) => `tel:${text}`,
  'from a link in capitals': (text) => `TEL:${text}`,
  'from an encoded link': (text) => `tel:${text.replace('+', '%2B').replaceAll(' ', '%20')}`,
  'from a spreadsheet': (text) => `'${text}`,
  'from a formula': (text) => `="${text}"`,
  'from a table': (text) => `"${text}"`,
  'from angle brackets': (text) => `<${text}>`,
  'with a comma': (text) => `${text},`,
  'from a list': (text) => `, ${text} /`,
  'from a list with bullets': (text) => `• ${text} ·`,
  'from a list in Arabic': (text) => `${text}،`,
  'from a list in Chinese': (text) => `${text}、`,
  'from a table in plain text': (text) => `| ${text} |`,
  'with a telephone in front': (text) => `☎️ ${text}`,
  'with a flag in front': (text) => `🇬🇧${text}`,
  'with a small plus': (text) => text.replace('+', '﹢'),
  'with dots in the middle': (text) => text.replaceAll(/[ -]/g, '·'),
  'cut off': (text) => `${text}…`,
  'with a semicolon and a line break': (text) => `${text};\r\n`,
  'with direction marks': (text) => `\u202A${text}\u202C\u200E`,
  'with zero-width spaces': (text) => `\uFEFF${[...text].join('\u200B')}`,
  'full-width': (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'in Arabic digits': (text) => otherDigits(text, 0x660),
  'in Persian digits': (text) => otherDigits(text, 0x6f0),
  'in Devanagari digits': (text) => otherDigits(text, 0x966),
  'in mathematical digits': (text) => otherDigits(text, 0x1d7ce),
};

const anyExample = fc.constantFrom(...TEN_DIGITS_UP.map(partsOf));
const anyOf = <T>(record: Record<string, T>) => fc.constantFrom(...Object.values(record));

describe('a phone number', () => {
  test.each([
    ['+1 555-123-4567', '+15551234567'],
    ['001 (555) 123.4567', '+15551234567'],
    ['＋１　５５５ １２３ ４５６７', '+15551234567'],
    ['+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', '+966501234567'],
    ['\u202A+1\u00A0555\u2011123\u20134567\u202C', '+15551234567'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['+52 1 55 1234 5678', '+525512345678'],
  ])('is international, however it is typed or pasted: %s', (text, expected) => {
    expect(parsePhoneNumber(text)).toBe(expected);
  });

  test.each([
    '',
    '+',
    '5551234567',
    '15551234567',
    '+1 555 123 4567 ext. 5',
    '+1 555 123 4567;ext=5',
    '+1 555 123 4567 #5',
    '+1 555 CALL NOW',
    'call +1 555 123 4567',
    'Ana <+15551234567>',
    '+15551234567 Ana',
    '+15551234567,+15551234568',
    '+15551234567,,5',
    'tel:+15551234567;ext=5',
    'tel:5551234567;phone-context=+1',
    'tel:5551234567',
    'whatsapp:+15551234567',
    '15551234567@s.whatsapp.net',
    "'5551234567",
    '(555) 123-4567',
    '07911 123456',
    '1️⃣ 555 123 4567',
    '+1 555 123 4567\u0301',
    '++15551234567',
    '+1 +555 123 4567',
    '+1 555 123',
    '+376 312 345',
    '+298 211 234',
    '+1 5551 2345 6789 012',
    '+999 123 456 7890',
    '+0 555 123 4567',
  ])('is refused when not international, not possible, too short or long, or with letters: %s', (text) => {
    expect(parsePhoneNumber(text)).toBeUndefined();
  });

  test('of every country is accepted from ten digits on, and refused below', () => {
    expect(NUMBERS.length).toBeGreaterThan(200);
    for (const number of NUMBERS) expect(parsePhoneNumber(number)).toBe(number.length > 10 ? number : undefined);
  });

  test('of every country is the same in every writing that is international beyond doubt, however it was copied', () => {
    expect(TEN_DIGITS_UP.length).toBeGreaterThan(200);
    fc.assert(
      fc.property(anyExample, anyOf(WRITINGS), anyOf(COPIED), (parts, write, copy) => {
        expect(parsePhoneNumber(copy(write(parts)))).toBe(parts.number);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(Object.keys(WRITINGS))('of every country is the same: %s', (name) => {
    const found = TEN_DIGITS_UP.map((number) => parsePhoneNumber(WRITINGS[name]?.(partsOf(number)) ?? ''));
    expect(found).toEqual(TEN_DIGITS_UP);
  });

  test('is never picked out of a text: one letter, or a second +, anywhere in it and it is none', () => {
    fc.assert(
      fc.property(
        anyExample,
        anyOf(WRITINGS),
        fc.constantFrom('a', 'X', 'é', 'я', '李', '+', '#', '*', '@', '&', '?', '½', '²'),
        fc.nat(),
        (parts, write, sign, place) => {
          const text = write(parts);
          // In front of a writing that has no + of its own, a + makes it international.
          const at =
            text.startsWith('0') || text.startsWith('(0') ? 2 + (place % (text.length - 1)) : place % (text.length + 1);
          expect(parsePhoneNumber(`${text.slice(0, at)}${sign}${text.slice(at)}`)).toBeUndefined();
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('of more than fifteen digits, or of any text of great length, is none', () => {
    for (const length of [16, 17, 30, 100_000])
      expect(parsePhoneNumber(`+49${'1'.repeat(length - 2)}`)).toBeUndefined();
    expect(parsePhoneNumber(`+1${' '.repeat(200_000)}5551234567`)).toBeUndefined();
  });

  test.each([
    ['Ivory Coast, Orange', '+225 07 12 34 56', '+2250707123456'],
    ['Ivory Coast, MTN', '+225 04 12 34 56', '+2250504123456'],
    ['Ivory Coast, Moov', '+225 41 23 45 67', '+2250141234567'],
    ['Ivory Coast, an Orange landline', '+225 20 21 23 45', '+2252720212345'],
    ['Ivory Coast, an MTN landline', '+225 20 01 23 45', '+2252520012345'],
    ['Ivory Coast, a Moov landline', '+225 22 81 23 45', '+2252122812345'],
    ['Benin, a mobile', '+229 97 12 34 56', '+2290197123456'],
    ['Benin, a landline', '00229 21 12 34 56', '+2290121123456'],
    ['Mexico', '+52 1 55 1234 5678', '+525512345678'],
  ])('in the former writing of its plan is understood as the present one: %s', (_, former, present) => {
    expect(parsePhoneNumber(former)).toBe(present);
    expect(parsePhoneNumber(present)).toBe(present);
    expect(parseSenderPhoneNumber(former.replace(/\D|^00/g, ''), 'WHATSAPP')).toBe(present);
  });

  test('of Ivory Coast gets the two digits of the operator that its former prefix was assigned to', () => {
    const prefixes = {
      '01': '01 02 03 40 41 42 43 50 51 52 53 70 71 72 73',
      '05': '04 05 06 44 45 46 54 55 56 64 65 66 74 75 76 84 85 86 94 95 96',
      '07': '07 08 09 47 48 49 57 58 59 67 68 69 77 78 79 87 88 89 97 98',
    };
    for (const [operator, assigned] of Object.entries(prefixes)) {
      for (const prefix of assigned.split(' ')) {
        expect(parsePhoneNumber(`+225${prefix}123456`)).toBe(`+225${operator}${prefix}123456`);
      }
    }
  });

  test('with digits missing is none, though its plan once had as few', () => {
    for (const text of ['+229 01 97 12 34', '+225 00 12 34 56', '+225 07 12 34 5', '+229 97 12 34 5']) {
      expect(parsePhoneNumber(text)).toBeUndefined();
    }
  });

  test.each([
    ['Italy, where it is a part of the number', '+39 (0)6 1234 5678', '+390612345678'],
    ['Czechia, which has none', '+420 (0) 601 123 456', '+420601123456'],
    ['Congo, where it is a part of the number', '+242 (0)6 612 3456', '+242066123456'],
    ['San Marino', '+378 (0549) 886377', '+3780549886377'],
    ['Russia, where it is an 8', '+7 (8) 912 345-67-89', '+79123456789'],
    ['Hungary, where it is 06', '+36 (06) 20 123 4567', '+36201234567'],
  ])('may have the trunk prefix in brackets: %s', (_, text, expected) => {
    expect(parsePhoneNumber(text)).toBe(expected);
  });

  test('of every country has one match key in all forms it is written in', () => {
    for (const number of NUMBERS.filter(({ length }) => length > 10)) {
      const key = phoneMatchKey(number);
      const forms = [
        number.replace('+', '00'),
        formatInternational(number),
        formatInternational(number).replaceAll(' ', '-'),
        fullWidth(number),
        `${number.slice(0, 5)} (${number.slice(5, 7)}) ${number.slice(7)}`,
      ];
      for (const form of forms) expect([form, phoneMatchKey(parsePhoneNumber(form) ?? '')]).toEqual([form, key]);
      expect(phoneMatchKey(parseSenderPhoneNumber(number.slice(1), 'WHATSAPP') ?? '')).toBe(key);
    }
  });

  test('in digits without a plus is international from WhatsApp and Telegram, whose machines write it so', () => {
    for (const channel of ['WHATSAPP', 'TELEGRAM'] as const) {
      expect(parseSenderPhoneNumber('15551234567', channel)).toBe('+15551234567');
      expect(parseSenderPhoneNumber('5215512345678', channel)).toBe('+525512345678');
      expect(parseSenderPhoneNumber('٩٦٦٥٠١٢٣٤٥٦٧', channel)).toBe('+966501234567');
      expect(parseSenderPhoneNumber('(202) 555-0123', channel)).toBeUndefined();
      expect(parseSenderPhoneNumber('1 555 123 4567', channel)).toBeUndefined();
    }
    expect(parseSenderPhoneNumber('15551234567', 'SLACK')).toBeUndefined();
  });

  test.each([
    ['too short', '+376312345'],
    ['too short, in digits', '555'],
    ['of no plan', '+9991234567890'],
    ['of Telegram alone', '+88805131234'],
    ['national', '07911123456'],
  ])(
    'from a channel that is digits but none that a user can have is told apart from a malformed one: %s',
    (_, text) => {
      expect(parseSenderPhoneNumber(text, 'TELEGRAM')).toBeNull();
      expect(parsePhoneNumber(text)).toBeUndefined();
    },
  );

  test.each([
    '+1 555 CALL',
    '1234567890123456',
    '+1234567890123456',
    '+',
    '++15551234567',
    '@ana',
    '15551234567@s.whatsapp.net',
  ])('from a channel that is no number at all is malformed: %s', (text) => {
    expect(parseSenderPhoneNumber(text, 'TELEGRAM')).toBeUndefined();
  });

  test('that was judged before is judged alike', () => {
    for (const text of ['+15551234567', '+376312345', 'nobody']) {
      expect(parseSenderPhoneNumber(text, 'SLACK')).toBe(parseSenderPhoneNumber(text, 'SLACK'));
      expect(parseSenderPhoneNumber(text.replace('+', ''), 'SLACK')).toBeUndefined();
      expect(parseSenderPhoneNumber(text, 'WHATSAPP')).toBe(parseSenderPhoneNumber(text, 'SLACK'));
    }
  });

  test('is told to lack its plus when it is written as at home; on WhatsApp and Telegram digits need none', () => {
    const lacking = /must begin with \+/;
    for (const text of ['555123456', '(555) 123-456', '07911 12345', "'1555123456"])
      expect(explainPhoneNumber(text)).toMatch(lacking);
    for (const text of ['+1 555', '(+1) 555', '001 555', 'tel:+1 555', '＋1'])
      expect(explainPhoneNumber(text)).not.toMatch(lacking);
    expect(explainPhoneNumber('1555123456', 'TELEGRAM')).not.toMatch(lacking);
    expect(explainPhoneNumber('1555123456', 'SLACK')).toMatch(lacking);
  });

  test('is the stored one whatever its formatting, even if today it would be refused', () => {
    expect(isSamePhoneNumber('+376 312-345', '+376312345')).toBe(true);
    expect(isSamePhoneNumber('00376 312 345', '+376312345')).toBe(true);
    expect(isSamePhoneNumber('+376 312 346', '+376312345')).toBe(false);
    expect(isSamePhoneNumber('', '+376312345')).toBe(false);
  });

  test('is shown grouped, and as it is when its plan is unknown', () => {
    expect(formatInternational('+15551234567')).toBe('+1 555 123 4567');
    expect(formatInternational('+9991234567890')).toBe('+9991234567890');
    expect(formatInternational('')).toBe('');
  });
});

describe('a match key', () => {
  test.each([
    ['Mexico: the old 1 does not count', '+5215512345678', '+525512345678'],
    ['Argentina: the mobile 9 does not count', '+5491123456789', '+541123456789'],
    ['Brazil: a mobile gets its ninth digit', '+551187654321', '+5511987654321'],
    ['Brazil: a mobile with the ninth digit stays', '+5511987654321', '+5511987654321'],
    ['Brazil: a landline never gets one', '+551134567890', '+551134567890'],
    ['elsewhere: the number itself', '+15551234567', '+15551234567'],
  ])('%s', (_, number, key) => {
    expect(phoneMatchKey(number)).toBe(key);
    expect(phoneMatchKey(key)).toBe(key);
  });
});
