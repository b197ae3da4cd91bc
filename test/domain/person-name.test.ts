import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutName, fullName, initials, normalizeName } from '../../src/domain/values/person-name.ts';

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

  test.each([
    '',
    ' ',
    '\u3000',
    '\u200B',
    '\u200D\uFEFF',
    '\u202E',
    '\u3164',
    '\u2800',
    '\u00AD',
    '\uFE0F',
    '\u{1D159}',
  ])('of nothing visible is missing: %j', (text) => {
    expect(normalizeName(text)).toBeUndefined();
  });
});

describe('a name that is cut', () => {
  test.each([
    ['stays as it is up to a hundred characters', 'a'.repeat(100), 'a'.repeat(100)],
    ['loses what is over', 'a'.repeat(101), 'a'.repeat(100)],
    ['counts characters, not their halves', '😀'.repeat(101), '😀'.repeat(100)],
    ['keeps a grapheme whole or not at all', 'a'.repeat(98) + FAMILY, 'a'.repeat(98)],
    ['keeps the grapheme that just fits', 'a'.repeat(95) + FAMILY + FAMILY, 'a'.repeat(95) + FAMILY],
    ['has no space at its end', `${'a'.repeat(99)} b`, 'a'.repeat(99)],
    ['that is one grapheme keeps as much of it as may be', `q${'\u0301'.repeat(500)}`, `q${'\u0301'.repeat(99)}`],
    ['is normalised first', ` ${'e\u0301'.repeat(100)} `, '\u00E9'.repeat(100)],
  ])('%s', (_, text, expected) => {
    expect(cutName(text)).toBe(expected);
  });

  test('of nothing visible is missing', () => {
    for (const text of ['', '\u200B', '\u200B'.repeat(300), `${'\u200B'.repeat(100)}Ana`])
      expect(cutName(text)).toBeUndefined();
  });

  test('is a beginning of the name, at most a hundred characters long, whatever it is', () => {
    const unit = fc.constantFrom('a', ' ', '\u0301', '\u200D', '👨', '🇧', 'नि', 'ﷺ', '\u202E', '\uFE0F', '각');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 300 }), (text) => {
        const name = normalizeName(text);
        const cut = cutName(text);
        expect(Array.from(cut ?? '').length).toBeLessThanOrEqual(100);
        expect(normalizeName(cut ?? '')).toBe(cut);
        if (name && Array.from(name).length <= 100) expect(cut).toBe(name);
        else expect((name ?? '').startsWith(cut ?? '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
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
