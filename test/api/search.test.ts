import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CreateUserInput, UserEdge } from '../../src/graphql/generated/types.ts';
import { LIST_USERS, SELF_REGISTER } from '../support/documents.ts';
import { errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;

const PEOPLE: Partial<CreateUserInput>[] = [
  { firstName: 'Ana', middleName: 'Maria', lastName: 'Lima', email: 'a.lima+work@x.com', phoneNumber: '+15551230001' },
  { firstName: 'José', lastName: 'Núñez', email: 'pepe_nunez@y.es', phoneNumber: '+34612345678' },
  { firstName: 'Karl', lastName: 'Straße', phoneNumber: '+4915112340002' },
  { firstName: 'İpek', lastName: 'Yılmaz', phoneNumber: '+905012345678' },
  { firstName: '王', lastName: '小明', phoneNumber: '+8613912345678' },
  { firstName: 'Иван', lastName: 'Ёлкин', phoneNumber: '+79123456789' },
  { firstName: 'محمد', lastName: 'علي', phoneNumber: '+201001234567' },
  { firstName: '100%', lastName: 'A_B\\C', phoneNumber: '+15551230003' },
  { firstName: '👨\u200D👩\u200D👧', lastName: 'Família', phoneNumber: '+5511912345678' },
  { firstName: 'O’Brien', lastName: 'Jean-Luc (Jr.)', email: 'R2D2@droid.com', phoneNumber: '+15551230004' },
  { firstName: 'Γιώργος', lastName: 'Σωτηρίου', phoneNumber: '+306912345678' },
  { firstName: 'علي', lastName: 'رضایی', phoneNumber: '+989121234567' },
  { firstName: 'محـــمود', lastName: 'كريم', phoneNumber: '+966501234567' },
  { firstName: 'ג׳ורג׳', lastName: 'צ״ל', phoneNumber: '+972501234567' },
  { firstName: '“Bill”', lastName: 'Qurʾani', phoneNumber: '+15551230005' },
  { firstName: 'Ɗanjuma', lastName: 'Ƙwari', phoneNumber: '+2348012345678' },
  { firstName: 'Kit', lastName: 'Ann-Marie', phoneNumber: '+15551230006' },
  { firstName: 'Smith, Sr.', lastName: '(Q)', phoneNumber: '+15551230007' },
];

beforeAll(async () => {
  project = await service.project();
  for (const person of PEOPLE) await project.user(person);
  for (const [externalId, firstName] of [
    ['5000001', 'Nemo'],
    ['5000002', null],
    ['7654321987', null],
  ]) {
    await project.gateway(SELF_REGISTER, {
      input: { environmentId: project.production, sender: { channel: 'TELEGRAM', externalId }, firstName },
    });
  }
  for (const [channel, externalId, firstName] of [
    ['SLACK', 'T0ABC12:U0XYZ34', 'Slacker'],
    ['WHATSAPP', 'US.13491208655302741918', 'Hidden'],
    ['WHATSAPP', '4711@lid', 'Lid'],
  ]) {
    await project.gateway(SELF_REGISTER, {
      input: { environmentId: project.production, sender: { channel, externalId }, firstName },
    });
  }
  // Who is in another project is never found.
  const other = await service.project('Other');
  for (const person of PEOPLE) await other.user(person);
});

const ask = (search: unknown) => project.viewer(LIST_USERS, { id: project.id, first: 100, search });
async function find(search: unknown): Promise<UserEdge[]> {
  const { data } = await ask(search);
  return data.project?.users.edges ?? [];
}
/** The found ones by their first name, in the order of PEOPLE. */
async function names(search: string) {
  const edges = await find(search);
  return edges.map(({ node }) => node.fullName.split(' ')[0]).reverse();
}

describe('a search', () => {
  test.each([
    ['the first name', 'Ana', ['Ana']],
    ['the middle name', 'Maria', ['Ana']],
    ['the last name', 'Lima', ['Ana']],
    ['the e-mail address', 'pepe_nunez@y.es', ['José']],
    ['the phone number', '+34612345678', ['José']],
    ['any case', 'aNA lIMA', ['Ana']],
    ['no accents', 'jose nunez', ['José']],
    ['accents where there are none', 'líma', ['Ana']],
    ['a decomposed accent', 'Jose\u0301', ['José']],
    ['a part in the middle', 'aria', ['Ana']],
    ['one character', 'k', ['Ana', 'Karl', 'İpek', 'Ɗanjuma', 'Kit', 'Slacker']],
    ['ss for ß', 'STRASSE', ['Karl']],
    ['ß for ss', 'straß', ['Karl']],
    ['the dotted capital I', 'İPEK', ['İpek']],
    ['the dotless small i', 'YILMAZ', ['İpek']],
    ['one Chinese character', '明', ['王']],
    ['Cyrillic, without its marks', 'елкин', ['Иван']],
    ['Arabic', 'محم', ['محمد', 'محـــمود']],
    ['Greek, with the final sigma anywhere', 'ΓΙΩΡΓΟΣ', ['Γιώργος']],
    ['an emoji', '👨\u200D👩\u200D👧', ['👨\u200D👩\u200D👧']],
    ['a typed apostrophe', "o'brien", ['O’Brien']],
    ['parts in any order', 'lima ana', ['Ana']],
    ['parts in different fields', 'ana 555', ['Ana']],
    ['part of the e-mail address', '@x.com', ['Ana']],
    ['parts of name and e-mail address', 'jos @y', ['José']],
    ['white space around and between', '\t lima \u3000 ana\u00A0 ', ['Ana']],
    ['digits in brackets', '(555) 123 0001', ['Ana']],
    ['digits with dashes', '555-123-0001', ['Ana']],
    ['full-width digits', '５５５１２３０００１', ['Ana']],
    ['Arabic-Indic digits', '٥٥٥١٢٣٠٠٠١', ['Ana']],
    ['digits and punctuation', '+1 (555) 123-0001', ['Ana']],
    ['digits in an e-mail address', 'r2d2', ['O’Brien']],
    ['a plus in an e-mail address', 'lima+work', ['Ana']],
    ['per cent, to the letter', '100%', ['100%']],
    ['per cent alone', '%', ['100%']],
    ['underscore, to the letter', 'a_b', ['100%']],
    ['underscore alone', '_', ['José', '100%']],
    ['backslash, to the letter', 'b\\c', ['100%']],
    ['backslash alone', '\\', ['100%']],
    ['a bracket in a name', '(jr', ['O’Brien']],
    ['a dash in a name', 'jean-luc', ['O’Brien']],
    ['a self-registered user’s name', 'nemo', ['Nemo']],
    ['Persian letters for Arabic ones', 'علی رضایی', ['علي']],
    ['Arabic letters for Persian ones', 'علي رضايي', ['علي']],
    ['a name without its tatweel', 'محمود', ['محـــمود']],
    ['presentation forms', 'ﻛﺮﻳﻢ', ['محـــمود']],
    ['a plain apostrophe for geresh', `ג'ורג'`, ['ג׳ורג׳']],
    ['a plain quotation mark for gershayim', 'צ"ל', ['ג׳ורג׳']],
    ['plain quotation marks for typographic ones', '"bill"', ['“Bill”']],
    ['other quotation marks', '«Bill»', ['“Bill”']],
    ['an apostrophe for a half ring', "qur'ani", ['“Bill”']],
    ['a name without its apostrophe', 'obrien', ['O’Brien']],
    ['an apostrophe that the name has not', "l'ima", ['Ana']],
    ['plain letters for hooked ones', 'danjuma kwari', ['Ɗanjuma']],
    ['hooked letters for plain ones', 'Ɓill', ['“Bill”']],
    ['last name, comma, first name', 'Lima, Ana', ['Ana']],
    ['a comma without a space', 'Lima,Ana', ['Ana']],
    ['an Arabic comma', 'رضایی، علی', ['علي']],
    ['punctuation between the parts', 'Ana - Lima / Maria', ['Ana']],
    ['brackets and a full stop around a part', '(Lima).', ['Ana']],
    ['a double name as two', 'ann marie', ['Kit']],
    ['two names as a double one', 'Ana-Maria', ['Ana']],
    ['a comma and brackets that the name has', 'Smith, Sr. (Q)', ['Smith,']],
    ['a number with punctuation alone between', '+1 555 - 123 - 0001', ['Ana']],
    ['a number with the plus alone', '+ 34 612 345678', ['José']],
    ['a number with 00 for +', '0034 612 345 678', ['José']],
    ['a number as it is dialled at home', '0912 123 4567', ['علي']],
    ['a name and a number dialled at home', 'karl 01511 2340002', ['Karl']],
    ['an id on Telegram', '7654321987', ['7654321987']],
    ['the start of an id', '76543', ['7654321987']],
    ['a Slack team', 't0abc', ['Slacker']],
    ['a Slack user', 'U0XYZ34', ['Slacker']],
    ['team and user', 'T0ABC12:U0XYZ34', ['Slacker']],
    ['a WhatsApp id', 'us.1349', ['Hidden']],
    ['a whole WhatsApp id', 'US.13491208655302741918', ['Hidden']],
    ['a WhatsApp id in small letters', 'us.13491208655302741918', ['Hidden']],
    ['a WhatsApp id with its device', '4711:12@lid', ['Lid']],
    ['an id beside a name', 'hidden us.', ['Hidden']],
  ])('finds by %s: %s', async (_, term, expected) => {
    expect(await names(term)).toEqual(expected);
  });

  test.each([
    ['part of one word only', 'ana xyz'],
    ['two parts of which one is nowhere', 'lima 999'],
    ['letters beside digits, not found as digits', 'x555'],
    ['digits split by a letter', '555a123'],
    ['per cent as if it were any text', 'l%a'],
    ['underscore as if it were any character', 'l_ma'],
    ['two words as if joined', 'analima'],
    ['two fields as if joined', 'limaa.lima'],
    ['quotes', "' or 1=1 --"],
    ['a regular expression', '.*'],
    ['an id from its middle', '4321987'],
    ['the end of an id', '741918'],
    ['a Slack user from its middle', '0XYZ'],
    ['an id and more', 'US.134912086553027419180'],
    ['a Cyrillic letter for a Latin one', 'lim\u0430'],
    ['a digit for a letter', 'kar1'],
  ])('does not find by %s: %s', async (_, term) => {
    expect(await names(term)).toEqual([]);
  });

  test.each(['', ' ', '\t\u00A0\u3000', '\u200B', null])(
    'of nothing finds everyone, without matches: %j',
    async (term) => {
      const edges = await find(term);
      expect(edges).toHaveLength(PEOPLE.length + 6);
      expect(edges.flatMap(({ matches }) => matches)).toEqual([]);
    },
  );

  test('of what the list shows as a name finds whoever has it', async () => {
    for (const { node } of await find(null)) {
      const found = await find(node.fullName);
      expect([node.fullName, found.map((edge) => edge.node.id)]).toEqual([
        node.fullName,
        expect.arrayContaining([node.id]),
      ]);
    }
  });

  test.each([
    "'",
    '«»',
    '(',
    '- -',
    '…',
    ', ,',
    "D'",
    '+',
    'ـ',
    "O ' Neil",
    '555 - 123',
    '007',
    '½ & ½',
    '·',
    'a·b',
    '%,_',
    '@',
    '#1',
    '🙂',
  ])('finds a name of signs: %s', async (lastName) => {
    const { id, fullName } = await project.user({ firstName: lastName, lastName });
    for (const term of [fullName, lastName]) {
      expect((await find(term)).map(({ node }) => node.id)).toContain(id);
    }
    await project.member('mutation ($id: ID!) { deleteUser(input: { id: $id }) { deletedUserId } }', { id });
  });

  test('finds by an id as soon as it is linked, and by the other fields as before', async () => {
    const phoneNumber = '+15551239999';
    await project.user({ firstName: 'Linked', phoneNumber });
    const sender = { channel: 'WHATSAPP', externalId: 'DE.4711', phoneNumber };
    expect(await names('de.47')).toEqual([]);
    await project.gateway(SELF_REGISTER, { input: { environmentId: project.production, sender } });
    expect([await names('de.47'), await names('linked 9999')]).toEqual([['Linked'], ['Linked']]);
    const [{ node }] = (await find('de.47')) as [UserEdge];
    await project.member('mutation ($id: ID!) { updateUser(input: { id: $id, lastName: "Other" }) { user { id } } }', {
      id: node.id,
    });
    expect(await names('other de.47')).toEqual(['Linked']);
    await project.member('mutation ($id: ID!) { deleteUser(input: { id: $id }) { deletedUserId } }', { id: node.id });
  });

  test('has at most 100 characters', async () => {
    expect(errorCode(await ask('a'.repeat(101)))).toBe('BAD_USER_INPUT');
    expect(errorCode(await ask(`${'😀'.repeat(100)}`))).toBeUndefined();
    expect(await find('a'.repeat(100))).toEqual([]);
  });

  test('is seen by the next search after a change', async () => {
    const { id } = await project.user({ firstName: 'Quentin', email: 'q@q.q.com' });
    expect(await names('quentin')).toEqual(['Quentin']);
    await project.member(
      'mutation ($id: ID!) { updateUser(input: { id: $id, firstName: "Zacharias", email: null }) { user { id } } }',
      { id },
    );
    expect([await names('quentin'), await names('q@q'), await names('zach')]).toEqual([[], [], ['Zacharias']]);
    await project.member('mutation ($id: ID!) { deleteUser(input: { id: $id }) { deletedUserId } }', { id });
    expect(await names('zacharias')).toEqual([]);
  });
});

describe('what matched', () => {
  /** Field by field, with the matched segments in brackets. */
  const marked = async (term: string) => {
    const [edge] = await find(term);
    return edge?.matches.map(({ field, segments }) => [
      field,
      segments.map(({ text, matched }) => (matched ? `[${text}]` : text)).join(''),
    ]);
  };

  test.each([
    [
      'in every field',
      'lima',
      [
        ['FULL_NAME', 'Ana Maria [Lima]'],
        ['EMAIL', 'a.[lima]+work@x.com'],
      ],
    ],
    [
      'every occurrence',
      'ana ma',
      [
        ['FULL_NAME', '[Ana] [Ma]ria Li[ma]'],
        ['EMAIL', 'a.li[ma]+work@x.com'],
      ],
    ],
    ['in the phone number by digits', '(555) 123-0001', [['PHONE_NUMBER', '+1[5551230001]']]],
    [
      'with accents',
      'nunez',
      [
        ['FULL_NAME', 'José [Núñez]'],
        ['EMAIL', 'pepe_[nunez]@y.es'],
      ],
    ],
    ['the whole ß', 'trass', [['FULL_NAME', 'Karl S[traß]e']]],
    ['whole emoji', '👩', [['FULL_NAME', '[👨\u200D👩\u200D👧] Família']]],
    ['the dotted capital I', 'ip', [['FULL_NAME', '[İp]ek Yılmaz']]],
  ])('is marked %s: %s', async (_, term, expected) => {
    expect(await marked(term)).toEqual(expected);
  });

  test.each([
    ['the start of an id', '7654', '7654321987', [['CHANNEL_IDENTITY', '[7654]321987']]],
    ['the user’s part of a Slack id', 'u0x', 'Slacker', [['CHANNEL_IDENTITY', 'T0ABC12:[U0X]YZ34']]],
    [
      'an id beside a name',
      'slack t0',
      'Slacker',
      [
        ['FULL_NAME', '[Slack]er'],
        ['CHANNEL_IDENTITY', '[T0]ABC12:U0XYZ34'],
      ],
    ],
  ])('in %s is marked: %s', async (_, term, fullName, expected) => {
    const edge = (await find(term)).find(({ node }) => node.fullName === fullName);
    const found = edge?.matches.map(({ field, segments }) => [
      field,
      segments.map(({ text, matched }) => (matched ? `[${text}]` : text)).join(''),
    ]);
    expect(found).toEqual(expected);
  });

  test('in a phone number is marked in either format', async () => {
    const query = `query ($id: ID!) { project(id: $id) { users(search: "5551230001") { edges { matches { field
      segments(phoneNumberFormat: INTERNATIONAL) { text matched } } } } } }`;
    const { data } = await project.viewer(query, { id: project.id });
    expect(data.project?.users.edges[0]?.matches).toEqual([
      {
        field: 'PHONE_NUMBER',
        segments: [
          { text: '+1 ', matched: false },
          { text: '555 123 0001', matched: true },
        ],
      },
    ]);
  });

  test.each([
    ...[
      '+',
      '-',
      '.',
      '@',
      '1',
      '(',
      ')',
      '/',
      '#',
      "'",
      '_',
      '%',
      '\\',
      ' + ',
      '+1',
      '1-',
      '-1',
      '+ 1',
      '.c',
      'a',
      'i',
    ],
    ...['s', 'ß', 'ss', 'İ', 'ı', 'I', 'n\u0303', '´', '¨', '👨', '👧', '小', '明 王', 'ё', 'е', 'σ', 'ς'],
    ...[
      'ع',
      '٥',
      '５',
      '0',
      '00',
      'com',
      'x.c',
      '+work',
      'o’',
      'o`',
      '-luc',
      '(jr.)',
      'a 1',
      '1 a',
      '5 5',
      '\u0131',
      '5000002',
    ],
  ])('is at least something in everyone found, and joined is the displayed value: %s', async (term) => {
    for (const { node, matches } of await find(term)) {
      expect([node.fullName, matches]).not.toEqual([node.fullName, []]);
      for (const { field, segments } of matches) {
        const ids = node.channelIdentities.map(({ externalId }) => externalId);
        const displayed = { FULL_NAME: [node.fullName], EMAIL: [node.email], PHONE_NUMBER: [node.phoneNumber] };
        expect({ ...displayed, CHANNEL_IDENTITY: ids }[field]).toContain(segments.map(({ text }) => text).join(''));
        expect(segments.some(({ matched }) => matched)).toBe(true);
        expect(segments.map(({ text }) => text)).not.toContain('');
      }
    }
  });
});
