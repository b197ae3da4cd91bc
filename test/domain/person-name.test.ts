import { describe, expect, test } from '@jest/globals';
import { fullName, initials, normalizeName } from '../../src/domain/person-name.ts';

const FAMILY = '👨\u200D👩\u200D👧';

describe('a name', () => {
  test.each([
    ['is trimmed and its inner white space collapsed', '  Ana \t\n\u00A0 Lima ', 'Ana Lima'],
    ['is composed', 'Jose\u0301', 'Jos\u00E9'],
    ['loses control characters', 'A\u0007na\u0085', 'Ana'],
    ['loses direction overrides, isolates and marks', '\u202EA\u2066n\u200Fa\u061C', 'Ana'],
    ['leaves no double space where a mark stood', 'Ana \u202E Lima', 'Ana Lima'],
    ['keeps the joiners that spell it', 'علی\u200Cرضا', 'علی\u200Cرضا'],
    ['keeps an emoji sequence', FAMILY, FAMILY],
  ])('%s', (_, text, expected) => {
    expect(normalizeName(text)).toBe(expected);
  });

  test.each(['', ' ', '\u3000', '\u200B', '\u200D\uFEFF', '\u202E', '\u3164', '\u2800', '\u00AD', '\uFE0F'])(
    'of nothing visible is missing: %j',
    (text) => {
      expect(normalizeName(text)).toBeUndefined();
    },
  );
});

describe('a full name', () => {
  test('joins the names there are', () => {
    expect(fullName({ firstName: 'Ana', middleName: 'Maria', lastName: 'Lima' })).toBe('Ana Maria Lima');
    expect(fullName({ firstName: 'Ana', middleName: null, lastName: 'Lima' })).toBe('Ana Lima');
    expect(fullName({ firstName: null, middleName: null, lastName: null })).toBeUndefined();
  });
});

describe('initials', () => {
  test.each([
    ['first of first and of last name, as typed', 'ana', 'Lima', 'aL'],
    ['by grapheme', FAMILY, 'नि', `${FAMILY}नि`],
    ['the only name there is', 'Ana', null, 'A'],
    ['skip what cannot be seen', '\u200BAna', 'Lima', 'AL'],
    ['a sign for the nameless', null, null, '#'],
  ])('are %s', (_, firstName, lastName, expected) => {
    expect(initials({ firstName, lastName })).toBe(expected);
  });
});
