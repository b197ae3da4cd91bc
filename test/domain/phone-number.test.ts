import { describe, expect, test } from '@jest/globals';
import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import {
  formatInternational,
  isSamePhoneNumber,
  parsePhoneNumber,
  parseSenderPhoneNumber,
  phoneMatchKey,
} from '../../src/domain/phone-number.ts';

const NUMBERS = Object.entries(examples).flatMap(([country, national]) =>
  isSupportedCountry(country) ? [`+${getCountryCallingCode(country)}${national}`] : [],
);

const fullWidth = (text: string) =>
  text.replace(/[+\d]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

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
    'tel:+15551234567',
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

  test('without a plus is international from WhatsApp only', () => {
    expect(parseSenderPhoneNumber('15551234567', 'WHATSAPP')).toBe('+15551234567');
    expect(parseSenderPhoneNumber('5215512345678', 'WHATSAPP')).toBe('+525512345678');
    expect(parseSenderPhoneNumber('15551234567', 'TELEGRAM')).toBeUndefined();
    expect(parseSenderPhoneNumber('15551234567', 'SLACK')).toBeUndefined();
    expect(parseSenderPhoneNumber('1 555', 'WHATSAPP')).toBeUndefined();
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
