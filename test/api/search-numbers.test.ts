import { beforeAll, expect, test } from '@jest/globals';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

// The example number of every country, in whatever writing somebody may have of it. libphonenumber tells how it is written at home;
// the rest is made of the digits here.

type Example = { country: string; number: string; code: string; national: string; atHome: string };

const EXAMPLES: Example[] = Object.entries(examples).flatMap(([country, digits], at, all) => {
  if (!isSupportedCountry(country)) return [];
  const parsed = parsePhoneNumberFromString(digits, country as CountryCode);
  // Shorter ones nobody can have here; and islands share the example of their mainland.
  if (!parsed || parsed.number.length < 11 || all.findIndex(([, other]) => other === digits) < at) return [];
  const { countryCallingCode: code, nationalNumber: national, number } = parsed;
  return [{ country, number, code, national, atHome: parsed.formatNational() }];
});

// Whose numbers begin with a 0 of their own.
const KEEPS_ZERO = ['39', '225', '229', '241', '242'];

const inGroups = (digits: string, separator: string, of = 3) =>
  digits.replace(new RegExp(`\\B(?=(?:\\d{${of}})+$)`, 'g'), separator);
const inDigitsOf = (zero: number, text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** With the code of its country, in whichever signs. */
function outside({ number, code, national }: Example): string[] {
  return [
    number.slice(1),
    `00${code}${national}`,
    `00${code} ${inGroups(national, ' ')}`,
    `+${code} ${inGroups(national, ' ')}`,
    `+ ${code} ${inGroups(national, '-')}`,
    `+${code} ${inGroups(national, ' - ')}`,
    `+${code} / ${inGroups(national, '.')}`,
    `(+${code}) ${inGroups(national, ' ')}`,
    `＋${inDigitsOf(0xff10, `${code} ${national}`)}`,
    `\u202A+${code}\u00A0${inDigitsOf(0x0660, inGroups(national, ' '))}\u202C`,
  ];
}

function inside({ number, code, national, atHome }: Example): string[] {
  return [
    number,
    national,
    // In larger groups, for of small ones everybody has some.
    inGroups(national, ' ', 4),
    atHome,
    atHome.replace(/\D/g, ''),
    ...(KEEPS_ZERO.includes(code) ? [] : [`0${national}`, `+${code} (0) ${inGroups(national, ' ')}`]),
  ];
}

/** What WhatsApp may write instead. */
function twins({ number, code, national }: Example): string[] {
  if (code === '52') return [`521${national}`];
  if (code === '54') return [number.startsWith('+549') ? `54${national.slice(1)}` : `549${national}`];
  if (code === '55') return [`55${national.replace(/^(\d\d)9(\d{8})$/, '$1$2')}`, atBrazil(national)];
  return [];
}

const atBrazil = (national: string) => `(${national.slice(0, 2)}) ${national.slice(3, 7)}-${national.slice(7)}`;

const service = useService();
let project: Project;
const ids = new Map<string, string>();

beforeAll(async () => {
  project = await service.project();
  for (const { number } of EXAMPLES) ids.set(number, (await project.user({ phoneNumber: number })).id);
}, 400_000);

type Found = { edges: { node: { id: string }; matches: { field: string }[] }[] };

const AT_ONCE = 10;

/** Who is found by each of the terms. */
async function find(terms: string[], { id, viewer } = project): Promise<Found[]> {
  const found: Found[] = [];
  for (let from = 0; from < terms.length; from += AT_ONCE) {
    const fields = terms
      .slice(from, from + AT_ONCE)
      .map(
        (term, at) =>
          `t${at}: users(first: 60, search: ${JSON.stringify(term)}) { edges { node { id } matches { field } } }`,
      );
    const { data, errors } = await viewer(`query ($id: ID!) { project(id: $id) { ${fields.join(' ')} } }`, { id });
    expect(errors).toBeUndefined();
    found.push(...Object.values(data.project as unknown as Record<string, Found>));
  }
  return found;
}

test('a phone number is found in every writing of it, at home and abroad, and is marked', async () => {
  expect(EXAMPLES.length).toBeGreaterThan(180);
  const missed: string[] = [];
  for (const [place, example] of EXAMPLES.entries()) {
    // How the signs between them are read depends on no country: each writing is tried with every third.
    const abroad = outside(example).filter((_, at) => at % 3 === place % 3);
    const terms = [...abroad, ...inside(example), ...twins(example)];
    for (const [at, { edges }] of (await find(terms)).entries()) {
      const own = edges.find(({ node }) => node.id === ids.get(example.number));
      const isMarked = own?.matches.some(({ field }) => field === 'PHONE_NUMBER');
      if (!isMarked) missed.push(`${example.country} ${example.number}: ${terms[at]}${own ? ' (not marked)' : ''}`);
    }
  }
  expect(missed).toEqual([]);
}, 400_000);

test.each([
  ['Mexico, stored without its 1', '+525512345678', ['5215512345678', '+52 1 55 1234 5678', '55 1234 5678']],
  ['Argentina, stored without 9', '+541123456780', ['5491123456780', '+54 9 11 2345-6780', '011 15 2345-6780']],
  ['Brazil, stored without the ninth digit', '+551187654321', ['5511987654321', '(11) 98765-4321', '011 98765-4321']],
  ['a landline of Brazil', '+551134567890', ['(11) 3456-7890', '1134567890']],
  [
    'Great Britain',
    '+447911123456',
    ['07911 123456', '(07911) 123-456', '07911', '+44 (0)7911 123456', '079 1112 3456'],
  ],
  // People see what is found while they type.
  ['a part that has (0) in it', '+447911123458', ['+44 (0)79', '0044 (0)7911 12', '+44(0)7911', '+٤٤ (٠)٧٩١١ ١']],
  ['Russia', '+79123456780', ['8 (912) 345-67-80', '89123456780', '912 345']],
  ['Hungary', '+36201234568', ['06 20 123 4568', '06201234568']],
  ['Ivory Coast, before 2021', '+2250707123456', ['22507123456', '+225 07 12 34 56', '07 12 34 56', '0707123456']],
  ['Ivory Coast, another operator', '+2250504123456', ['22504123456', '00225 04 12 34 56']],
  ['Benin, before 2024', '+2290197123456', ['22997123456', '+229 97 12 34 56', '97 12 34 56']],
  ['a link', '+12025550123', ['tel:+1-202-555-0123', 'tel: +1 202 555 0123']],
  ['a cell of a spreadsheet', '+12025550124', ["'+12025550124", '"+1 202 555 0124"', '="+12025550124"']],
  [
    'a code in brackets',
    '+493144435678',
    ['(+49)3144435678', '(+49) 3144 435678', '(0049) 3144 435678', '[+49] 3144 435678'],
  ],
  [
    'a separator at the end',
    '+12025550125',
    [
      '+1 202 555 0125,',
      '+1 202-555-0125 -',
      '+1.202.555.0125.',
      '<+12025550125>',
      '+1 202 555 0125،',
      '+1 202 555 0125 |',
    ],
  ],
  ['WhatsApp Web', '+12025550126', ['12025550126@s.whatsapp.net', '12025550126:45@s.whatsapp.net', '12025550126@c.us']],
  ['Italy', '+390612345678', ['06 1234 5678', '0612345678']],
])('%s: a number is found as it is written at home and by its twins', async (_, phoneNumber, terms) => {
  const { id } = await project.user({ phoneNumber });
  const found = await find(terms);
  expect(found.map(({ edges }) => edges.some(({ node }) => node.id === id))).toEqual(terms.map(() => true));
});

test.each([
  [
    'with a tel: in front',
    ['Tel: +44 7911 253014', 'tel:+447911 253014', 'tel://+447911 253014', 'TEL: 00447911253014'],
  ],
  ['with its code in brackets', ['[+44] 7911253014', '[+44]7911253014', '[0044] 7911 253014']],
  ['with signs at its edges', ['+44 7911 253014|', '|+44 7911 253014|', ': +44 7911 253014:', '+44~7911~253014']],
])('a name and a number, %s, find together whom each of them finds', async (_, numbers) => {
  const project = await service.project();
  const [ana] = await Promise.all(
    ['+447911253014', '+447911253015'].map((phoneNumber) =>
      project.user({ firstName: 'Ana', lastName: 'Q14', phoneNumber }),
    ),
  );
  const terms = numbers.flatMap((number) => [number, `${number} Ana`, `Q14 ${number}`, `ana ${number} q14`]);
  const found = await find(terms, project);
  expect(found.map(({ edges }) => edges.map(({ node }) => node.id))).toEqual(terms.map(() => [ana?.id]));
});

test.each([
  ['another number', '+447911123456', '+44 7911 123457'],
  ['a number of which it is the end', '+447911123456', '+1 207 911 123456'],
  ['Brazil’s landlines, which have no ninth digit', '+551134567891', '5511934567891'],
])('nobody is found by %s', async (_, phoneNumber, term) => {
  const { id } = await (await service.project()).user({ phoneNumber });
  const [found] = await find([term]);
  expect(found?.edges.some(({ node }) => node.id === id)).toBe(false);
});
