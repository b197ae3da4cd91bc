import { describe, expect, test } from '@jest/globals';
import { fold } from '../../src/domain/values/fold.ts';
import { matchIdentity, matchPhone, matchText } from '../../src/domain/values/search-marks.ts';
import { parseSearch } from '../../src/domain/values/search-term.ts';
import { searchText } from '../../src/domain/values/search-text.ts';

/** The segments with the matched ones in brackets. */
const marked = (segments: { text: string; matched: boolean }[] | undefined) =>
  segments?.map(({ text, matched }) => (matched ? `[${text}]` : text)).join('');

describe('folding', () => {
  test.each([
    ['case', 'ANA', 'ana'],
    ['Latin accents', 'José Núñez', 'jose nunez'],
    [
      'letters with strokes and ligatures',
      'Øre Łódź Đorđe Ħal Æsa Œuvre Þór Ðe ıŧ Ŋo',
      'ore lodz dorde hal aesa oeuvre thor de it no',
    ],
    ['ß', 'Straße STRAẞE', 'strasse strasse'],
    ['Turkish İ', 'İstanbul', 'istanbul'],
    ['Greek accents and the final sigma', 'Γιώργος', 'γιωργοσ'],
    ['Cyrillic marks', 'Ёлкий', 'елкии'],
    ['Arabic harakat', 'مُحَمَّد', 'محمد'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['digits of any script', '٣４५', '345'],
    [
      'letters with hooks',
      'Ɗanjuma Ƙwari Ɓala Ƴar Ƒo Ɠi Ƈa Ƥa Ƭo Ʋu Ɋo',
      'danjuma kwari bala yar fo gi ca pa to vu qo',
    ],
    ['Arabic and Persian letters', 'ي ی ى ك ک ڪ ه ة ہ ۀ ا أ إ آ ٱ', 'ي ي ي ك ك ك ه ه ه ه ا ا ا ا ا'],
    ['tatweel and its like', 'محـــمد ߊߺߊ', 'محمد ߊߊ'],
    ['Arabic presentation forms', 'ﻋﻠﻲ ﻛﻼ \uFE70', 'علي كلا '],
    ['dashes', 'Smith–Jones‐Lee', 'smith-jones-lee'],
    ['every apostrophe and quotation mark', `O'N’e‘i\`lʼʾʿʹ´′ג׳ ר״ב “b” „i" «l» ‹l›`, 'oneilג רב b i l l'],
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

test('letters of different scripts, and digits beside letters, stay different', () => {
  for (const [one, other] of ['aа', 'oо', 'oο', 'o0', 'l1', 'i1', 'سش', 'یے', 'כב']) {
    expect(fold(one ?? '')).not.toBe(fold(other ?? ''));
  }
});

describe('a search term', () => {
  test('is split at white space, folded, without repetitions', () => {
    expect(parseSearch('  Líma\u00A0ANÁ  lima ')).toEqual([
      { some: [{ text: 'lima' }, { identity: expect.any(String) }] },
      { some: [{ text: 'ana' }, { identity: expect.any(String) }] },
    ]);
  });

  test('that is blank or invisible asks for nothing', () => {
    expect(parseSearch(' \u3000\u200B ')).toEqual([]);
  });

  const digitsOf = (term: string) => JSON.stringify(parseSearch(term)).match(/(?<="digits":")\d+/)?.[0];

  test.each([
    ['+1', '1'],
    ['５５５－１２３', '555123'],
    ['5(55)', '555'],
    ['-', undefined],
    ['a1', undefined],
    ['1@x', undefined],
    ['5%', undefined],
  ])('compares digits only in parts made of digits and phone punctuation: %s', (term, digits) => {
    expect(digitsOf(term)).toBe(digits);
  });

  test('has few alternatives, however many digits it has', () => {
    for (const term of ['011 15 2345-6789', '8 (912) 345-67-89', '0'.repeat(100), '07911 123456 '.repeat(7)]) {
      expect(JSON.stringify(parseSearch(term)).match(/"(text|identity|digits|phoneKey)":/g)?.length).toBeLessThan(40);
    }
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
  const channelIdentities = [
    { channel: 'TELEGRAM', externalId: '700100101' },
    { channel: 'SLACK', externalId: 'T1:U2' },
  ] as const;
  const lines = searchText({ ...person, firstName: 'D’José', channelIdentities }).split('\n');
  // A space stands where a value begins, and a number follows an empty line, also without its country code.
  expect(lines.slice(3)).toEqual([' djose lima', ' j@x.com', '', '', ' 15551234567', '', '', ' 5551234567', "'"]);
  // Nothing that is looked for elsewhere has a capital letter.
  for (const line of lines.slice(0, 3)) expect(line).toMatch(/^\p{Lu}+$/u);
  expect(searchText({ ...person, email: null, channelIdentities: [] })).toBe(
    ' jose lima\n\n\n 15551234567\n\n\n 5551234567',
  );
});

test('the searched text is never longer than an index can take', () => {
  const name = '𠀀'.repeat(100);
  const channelIdentities = Array.from({ length: 20 }, (_, at) => ({
    channel: 'WHATSAPP' as const,
    externalId: `${at}`.padEnd(150, '.'),
  }));
  const person = {
    firstName: name,
    middleName: name,
    lastName: name,
    email: `${'𠀁'.repeat(64)}@x.com`,
    phoneNumber: null,
  };
  const text = searchText({ ...person, channelIdentities });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2600);
  expect(text).toContain(`${name} ${name} ${name}\n`);
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
    ['across an apostrophe', 'Ana O’Neil', 'oneil', 'Ana [O’Neil]'],
    ['an apostrophe alone', 'Ana O’Neil', "'", 'Ana O[’]Neil'],
    ['across tatweel', 'محـــمد', 'محمد', '[محـــمد]'],
    ['two names for a double one', 'Ana Maria', 'ana-maria', '[Ana Maria]'],
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
    expect(matchPhone('+1 555', '+1555', parseSearch('ana'))).toBeUndefined();
  });

  test.each([
    ['(555)', '+1 [555] 123 4567'],
    ['555-123', '+1 [555 123] 4567'],
    ['+1555', '+[1 555] 123 4567'],
    ['٤٥', '+1 555 123 [45]67'],
    ['555 67', '+1 [555] 123 45[67]'],
  ])('in a phone number is by digits, whatever the formatting: %s', (term, expected) => {
    expect(marked(matchPhone('+1 555 123 4567', '+15551234567', parseSearch(term)))).toBe(expected);
  });

  test.each([
    ['the whole number in another writing', '0044 7911 123456', '+447911123456', '+[447911123456]'],
    ['its other twin', '5215512345678', '+525512345678', '+[525512345678]'],
    ['what follows the 0 dialled at home', '07911 123456', '+447911123456', '+44[7911123456]'],
  ])('in a phone number is %s', (_, term, number, expected) => {
    expect(marked(matchPhone(number, number, parseSearch(term)))).toBe(expected);
  });

  test.each([
    ['its start', 'TELEGRAM', '700100101', '7001', '[7001]00101'],
    ['all of it', 'WHATSAPP', 'US.134912', 'us.134912', '[US.134912]'],
    ['the start of Slack’s user part', 'SLACK', 'T1:U2AB', 'u2', 'T1:[U2]AB'],
    ['team and user', 'SLACK', 'T1:U2AB', 't1:u', '[T1:U]2AB'],
    ['nothing further on', 'TELEGRAM', '700100101', '101', undefined],
    ['nothing after a colon elsewhere', 'WHATSAPP', 'T1:U2', 'u2', undefined],
  ] as const)('in an id is %s', (_, channel, externalId, term, expected) => {
    expect(marked(matchIdentity({ channel, externalId }, parseSearch(term)))).toBe(expected);
  });
});
