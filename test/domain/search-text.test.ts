import { describe, expect, test } from '@jest/globals';
import { fold, matchPhone, matchText, parseSearch, searchText } from '../../src/domain/search-text.ts';

/** The segments with the matched ones in brackets. */
const marked = (segments: { text: string; matched: boolean }[] | undefined) =>
  segments?.map(({ text, matched }) => (matched ? `[${text}]` : text)).join('');

describe('folding', () => {
  test.each([
    ['case', 'ANA', 'ana'],
    ['Latin accents', 'José Núñez', 'jose nunez'],
    [
      'letters with strokes and ligatures',
      'Øre Łódź Đorđe Ħal Æsa Œuvre Þór Ðe ıŧ',
      'ore lodz dorde hal aesa oeuvre thor de it',
    ],
    ['ß', 'Straße STRAẞE', 'strasse strasse'],
    ['Turkish İ', 'İstanbul', 'istanbul'],
    ['Greek accents and the final sigma', 'Γιώργος', 'γιωργοσ'],
    ['Cyrillic marks', 'Ёлкий', 'елкии'],
    ['Arabic harakat', 'مُحَمَّد', 'محمد'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['digits of any script', '٣４५', '345'],
    ['apostrophes and dashes', 'O’Brien–Smith', "o'brien-smith"],
    ['invisible characters', 'A\u200Bn\u00ADa\u200D', 'ana'],
    ['width', 'Ａｎａ ｶﾞ', 'ana ガ'],
  ])('levels %s', (_, text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  test('keeps what makes another word: kana voicing and the vowel signs of Indic scripts and Thai', () => {
    expect(fold('が')).not.toBe(fold('か'));
    expect(fold('कि')).not.toBe(fold('क'));
    expect(fold('กี่')).not.toBe(fold('ก'));
  });

  test('is the same before and after composition, and the second time changes nothing', () => {
    for (let code = 0; code < 0x30000; code += 1) {
      const character = String.fromCodePoint(code);
      if (/\p{Cs}/u.test(character)) continue;
      const folded = fold(character);
      if (fold(folded) !== folded || fold(character.normalize('NFD')) !== folded) throw new Error(code.toString(16));
    }
  });
});

describe('a search term', () => {
  test('is split at white space, folded, without repetitions', () => {
    expect(parseSearch('  Líma\u00A0ANA  lima ')).toEqual([
      { text: 'lima', digits: undefined },
      { text: 'ana', digits: undefined },
    ]);
  });

  test('that is blank or invisible has no parts', () => {
    expect(parseSearch(' \u3000\u200B ')).toEqual([]);
  });

  test.each([
    ['(555)', '555'],
    ['+1', '1'],
    ['５５５－１２３', '555123'],
    ['-', undefined],
    ['a1', undefined],
    ['1@x', undefined],
    ['5%', undefined],
  ])('compares digits only in parts made of digits and phone punctuation: %s', (term, digits) => {
    expect(parseSearch(term).map((part) => part.digits)).toEqual([digits]);
  });
});

test('the searched text has names, e-mail and the digits of the phone on lines of their own', () => {
  const person = {
    firstName: 'José',
    middleName: null,
    lastName: 'Lima',
    email: 'J@X.com',
    phoneNumber: '+15551234567',
  };
  expect(searchText(person)).toBe('jose lima\nj@x.com\n15551234567');
  expect(searchText({ ...person, email: null })).toBe('jose lima\n15551234567');
});

describe('a match', () => {
  test.each([
    ['every occurrence', 'Ana Banana', 'an', '[An]a B[anan]a'],
    ['overlapping occurrences', 'Ananas', 'ana', '[Anana]s'],
    ['every part', 'Ana Lima', 'ma an', '[An]a Li[ma]'],
    ['the whole ß', 'Straße', 'ss', 'Stra[ß]e'],
    ['the whole ß on half of it', 'Straße', 'as', 'Str[aß]e'],
    ['an accent typed in two characters', 'Jose\u0301', 'se', 'Jo[se\u0301]'],
    ['across what cannot be seen', 'a\u00ADb', 'ab', '[a\u00ADb]'],
    ['plain percent and underscore', '5%_\\', '%_\\', '5[%_\\]'],
  ])('marks %s', (_, displayed, term, expected) => {
    expect(marked(matchText(displayed, parseSearch(term)))).toBe(expected);
  });

  test('gives the displayed text back unchanged, in alternating segments', () => {
    const displayed = '👨\u200D👩\u200D👧 José Straße';
    const segments = matchText(displayed, parseSearch('s 👩')) ?? [];
    expect(segments.map(({ text }) => text).join('')).toBe(displayed);
    expect(segments[0]).toEqual({ text: '👨\u200D👩\u200D👧', matched: true });
    expect(segments.map(({ matched }) => matched)).toEqual(segments.map((_, index) => index % 2 === 0));
  });

  test('is undefined when nothing matches', () => {
    expect(matchText('Ana', parseSearch('x'))).toBeUndefined();
    expect(matchText('Ana', [])).toBeUndefined();
    expect(matchPhone('+1 555', parseSearch('ana'))).toBeUndefined();
  });

  test.each([
    ['(555)', '+1 [555] 123 4567'],
    ['555-123', '+1 [555 123] 4567'],
    ['+1555', '+[1 555] 123 4567'],
    ['٤٥', '+1 555 123 [45]67'],
    ['555 67', '+1 [555] 123 45[67]'],
  ])('in a phone number is by digits, whatever the formatting: %s', (term, expected) => {
    expect(marked(matchPhone('+1 555 123 4567', parseSearch(term)))).toBe(expected);
  });
});
