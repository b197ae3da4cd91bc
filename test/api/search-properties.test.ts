import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Channel, NewUser } from '../../src/database/tables.ts';
import { profileColumns } from '../../src/domain/user-form.ts';
import { cases } from '../support/cases.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

// What the contract says of a search, read off one user after the other. Nothing of it is the service's own code, which only writes
// the users: what each character is compared as stands beside it here.

// More than are walked through before the index is asked, so that both ways are taken.
const PEOPLE = 6000;
const TERMS = cases(40, 11);

/** Characters of names and terms, and what they are compared as. */
const LETTERS: Record<string, string> = {
  a: 'a',
  n: 'n',
  A: 'a',
  é: 'e',
  'e\u0301': 'e',
  ß: 'ss',
  s: 's',
  ss: 'ss',
  İ: 'i',
  i: 'i',
  ø: 'o',
  Ɗ: 'd',
  о: 'о',
  Ж: 'ж',
  李: '李',
  明: '明',
  カ: 'カ',
  ｶﾞ: 'ガ',
  م: 'م',
  ي: 'ي',
  ی: 'ي',
  مـ: 'م',
  '٣': '3',
  '５': '5',
  Ana: 'ana',
  Lima: 'lima',
};
const SIGNS: Record<string, string> = {
  '%': '%',
  _: '_',
  '\\': '\\',
  '-': '-',
  '–': '-',
  '.': '.',
  ',': ',',
  '+': '+',
  '(': '(',
  ')': ')',
  '@': '@',
  '0': '0',
  '1': '1',
  '5': '5',
  '12': '12',
  '👨\u200D👩': '👨👩',
  '½': '1\u20442',
};
const QUOTES = ["'", '’', '“', 'ʾ'];
const PASSED_OVER = [...QUOTES, '\u00AD'];

type Text = string[];
const texts = (units: string[], maxLength: number) => fc.array(fc.constantFrom(...units), { minLength: 1, maxLength });
const units = [...Object.keys(LETTERS), ...Object.keys(SIGNS), ...PASSED_OVER];
const plainTexts = new WeakMap<Text, string>();
function plain(text: Text): string {
  const known = plainTexts.get(text);
  if (known !== undefined) return known;
  const made = text.map((unit) => LETTERS[unit] ?? SIGNS[unit] ?? (PASSED_OVER.includes(unit) ? '' : unit)).join('');
  plainTexts.set(text, made);
  return made;
}
/** The signs that can be seen though they are passed over: apostrophes and quotation marks alike, and tatweel. */
const seen = (text: Text) => text.map((unit) => (unit.includes('ـ') ? 'ـ' : QUOTES.includes(unit) ? "'" : '')).join('');

const name = texts(units, 4).filter((text) => text.some((unit) => unit in LETTERS));
const address = texts(['a', 'n', '.', 'b', '1', '5', '+', 'x', '_', '%', 'é'], 4).map((local) => ['x', ...local, 'y']);
const identity = fc.oneof(
  fc.record({
    channel: fc.constant<Channel>('TELEGRAM'),
    id: texts(['1', '5', '0'], 3).map((id) => `5${id.join('')}`),
  }),
  fc.record({
    channel: fc.constant<Channel>('SLACK'),
    id: fc
      .tuple(texts(['A', '1'], 2), texts(['A', 'N', '5'], 3))
      .map(([team, user]) => `T${team.join('')}:U${user.join('')}`),
  }),
  fc.record({
    channel: fc.constant<Channel>('WHATSAPP'),
    id: texts(['a', 'N', '.', '-', '%', '1', ','], 4).map((id) => id.join('')),
  }),
);
const person = fc.record({
  firstName: fc.option(name),
  middleName: fc.option(name, { freq: 1 }),
  lastName: fc.option(name),
  email: fc.option(address),
  phone: fc.option(fc.integer({ min: 2_000_000, max: 9_999_999 })),
  identities: fc.array(identity, { maxLength: 2 }),
});

const word = fc.oneof(
  texts(units, 3),
  fc.constantFrom<Text>(
    ['Lima'],
    ['Ana'],
    ['@', 'x'],
    ['(', '5', '5', '5', ')'],
    ['+', '1', '5'],
    ['5', '5', '-', '1'],
    ['n', 'a', 'Lima'],
  ),
  fc.constantFrom<Text>(
    ['a', '-', 'Lima'],
    ['Lima', ','],
    ['Lima', ',', 'Ana'],
    ['s', 'A'],
    ['5', '1'],
    ['0', '5', '5', '5', '5'],
  ),
);
const term = fc
  .array(word, { minLength: 1, maxLength: 3 })
  // What a whole number can be meant as, other tests ask.
  .filter((words) => words.map(plain).join('').replace(/\D/g, '').length < 7);

type Person = { user: NewUser & { createdAt: Date }; name: Text; email: Text; phone: string; ids: string[] };

const service = useService();
let project: Project;
let people: Person[];

beforeAll(async () => {
  project = await service.project();
  const identities: { projectId: string; userId: string; channel: Channel; externalId: string; createdAt: Date }[] = [];
  people = fc.sample(person, { numRuns: PEOPLE, seed: 7 }).map((sample, index) => {
    const { firstName, middleName, lastName } = sample;
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const createdAt = new Date(Date.UTC(2026, 0, 1) + (index % 997) * 60_000);
    const phone = sample.phone === null ? '' : `1555${sample.phone}`;
    const ownIdentities = sample.identities.map(({ channel, id }, at) => ({
      channel,
      externalId: `${id}${String(index).padStart(4, '0')}${at}`,
    }));
    const columns = profileColumns(
      {
        firstName: firstName?.join('') ?? null,
        middleName: middleName?.join('') ?? null,
        lastName: lastName?.join('') ?? null,
        email: sample.email && `${sample.email.join('')}@x.co`,
        phoneNumber: phone === '' ? null : (`+${phone}` as NewUser['phoneNumber']),
      },
      ownIdentities,
    );
    // The same number or address twice is for other tests.
    const keys = { phoneKey: phone && `${phone}/${index}`, emailKey: columns.email && `${columns.email}/${index}` };
    for (const each of ownIdentities) identities.push({ projectId: project.id, userId: id, ...each, createdAt });
    const names = [firstName, middleName, lastName].filter((text) => text !== null);
    return {
      user: {
        ...{ projectId: project.id, id, creationSource: 'SELF_REGISTERED' as const, createdAt },
        ...{ ...columns, ...keys, phoneKey: keys.phoneKey || null },
      },
      name: names.flatMap((text, at) => (at === 0 ? text : [' ', ...text])),
      email: sample.email ? [...sample.email, '@', ...'x.co'] : [],
      phone,
      ids: ownIdentities.flatMap(({ channel, externalId }) =>
        channel === 'SLACK' ? [externalId, externalId.slice(externalId.indexOf(':') + 1)] : [externalId],
      ),
    };
  });
  await service.db.transaction().execute(async (tx) => {
    for (let at = 0; at < PEOPLE; at += 200) {
      await tx
        .insertInto('users')
        .values(people.slice(at, at + 200).map(({ user }) => user))
        .execute();
    }
    await sql`insert into user_environments select project_id, id, ${project.production}::uuid from users`.execute(tx);
    for (let at = 0; at < identities.length; at += 500) {
      await tx
        .insertInto('channelIdentities')
        .values(identities.slice(at, at + 500))
        .execute();
    }
  });
});

const QUERY = `query ($id: ID!, $search: String!, $orderBy: UserOrder, $upTo: Int, $first: Int = 100, $last: Int, $hasEmail: Boolean) { project(id: $id) {
  users(first: $first, last: $last, search: $search, orderBy: $orderBy, filter: { hasEmail: $hasEmail }) {
    totalCount(upTo: $upTo) edges { node { id } matches { field segments { matched } } } } } }`;

const cache = new Map<Person, { name: string; email: string; signs: string; ids: string[] }>();
function fieldsOf(person: Person) {
  const known = cache.get(person) ?? {
    name: plain(person.name),
    email: plain(person.email),
    signs: seen(person.name) + seen(person.email),
    ids: person.ids.map((id) => id.toLowerCase()),
  };
  cache.set(person, known);
  return known;
}

const isSeen = (text: Text) => plain(text) !== '' || seen(text) !== '';
const isPunctuation = (text: Text) => /^[-.,+()]*$/.test(plain(text));

/** Split at commas, none of which is a part of a larger unit. */
function atCommas(text: Text): Text[] {
  const pieces: Text[] = [[]];
  for (const unit of text) {
    if (unit === ',') pieces.push([]);
    else pieces.at(-1)?.push(unit);
  }
  return pieces.filter(isSeen);
}

function isWordFound(person: Person, text: Text): boolean {
  return (
    isIdFound(person, text) ||
    (atCommas(text).length > 0 ? atCommas(text) : [text]).every((piece) => isPieceFound(person, piece))
  );
}

function isIdFound(person: Person, text: Text): boolean {
  const start = plain(text);
  return start !== '' && fieldsOf(person).ids.some((id) => id.startsWith(start));
}

function isPieceFound(person: Person, piece: Text): boolean {
  const { name, email, signs } = fieldsOf(person);
  const asked = plain(piece);
  if (asked === '') return [...seen(piece)].every((sign) => signs.includes(sign));
  const trimmed = asked.replace(/^\(+/, '').replace(/[).,]+$/, '') || asked;
  const isIn = (text: string) => name.includes(text) || email.includes(text) || person.phone.includes(text);
  if (isIn(trimmed)) return true;
  if (/^[\p{L}]+(-\p{L}+)+$/u.test(trimmed) && isIn(trimmed.replaceAll('-', ' '))) return true;
  return /^[\d+().-]*\d[\d+().-]*$/.test(asked) && person.phone.includes(asked.replace(/\D/g, ''));
}

function isFound(person: Person, asked: Text[]): boolean {
  const words = asked.filter(isSeen);
  const spoken = words.filter((word) => !isPunctuation(word));
  if (spoken.length === 0) return words.every((word) => isWordFound(person, word));
  return runsOf(words).every((run) => {
    const digits = run.map(plain).join('').replace(/\D/g, '');
    const isNumber = run.every((word) => /^[\d+().-]*$/.test(plain(word)));
    const rest = /^00?([^0]\d{3,})$/.exec(digits)?.[1];
    if (isNumber && rest !== undefined && person.phone.includes(rest)) return true;
    return run.filter((word) => !isPunctuation(word)).every((word) => isWordFound(person, word));
  });
}

/** Neighbours that are made of digits may be one number, dialled with a 0 or 00 in front. */
function runsOf(words: Text[]): Text[][] {
  const runs: Text[][] = [[]];
  for (const word of words) {
    if (isPunctuation(word) || /^[\d+().-]*\d[\d+().-]*$/.test(plain(word))) runs.at(-1)?.push(word);
    else runs.push([word], []);
  }
  return runs;
}

// Whether every part begins something. A number does with its country code, which is 1 of all people here, or without.

function isWordBegun(person: Person, text: Text): boolean {
  return (
    isIdFound(person, text) ||
    (atCommas(text).length > 0 ? atCommas(text) : [text]).every((piece) => isPieceBegun(person, piece))
  );
}

function isPieceBegun(person: Person, piece: Text): boolean {
  const { name, email } = fieldsOf(person);
  const asked = plain(piece);
  if (asked === '') return false;
  const trimmed = asked.replace(/^\(+/, '').replace(/[).,]+$/, '') || asked;
  const double = /^[\p{L}]+(-\p{L}+)+$/u.test(trimmed) ? trimmed.replaceAll('-', ' ') : trimmed;
  return (
    [asked, trimmed, double].some((start) => ` ${name}`.includes(` ${start}`) || email.startsWith(start)) ||
    (/^[\d+().-]*\d[\d+().-]*$/.test(asked) && isNumberBegun(person, asked))
  );
}

function isNumberBegun({ phone }: Person, text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return digits !== '' && (phone.startsWith(digits) || phone.slice(1).startsWith(digits));
}

function isBegun(person: Person, asked: Text[]): boolean {
  const words = asked.filter(isSeen);
  const spoken = words.filter((word) => !isPunctuation(word));
  if (spoken.length === 0) return words.every((word) => isWordBegun(person, word));
  return runsOf(words).every((run) => {
    const text = run.map(plain).join('');
    const isNumber = run.every((word) => /^[\d+().-]*$/.test(plain(word)));
    const rest = /^00?([^0]\d{3,})$/.exec(text.replace(/\D/g, ''))?.[1];
    if (isNumber && (isNumberBegun(person, text) || isNumberBegun(person, rest ?? ''))) return true;
    return run.filter((word) => !isPunctuation(word)).every((word) => isWordBegun(person, word));
  });
}

function byOrder({ field, direction }: { field: string; direction: string }, words: Text[]) {
  const key = ({ user, name, phone, ids }: Person) =>
    field === 'FULL_NAME'
      ? Buffer.from(name.length > 0 ? plain(name) : phone ? `+${phone}` : (ids[0]?.toLowerCase() ?? ''))
      : Buffer.from(user.createdAt.toISOString());
  const rank = (person: Person) => {
    if (field === 'RELEVANCE') return isBegun(person, words) ? 0 : 1;
    return field === 'FULL_NAME' && person.name.length === 0 ? 1 : 0;
  };
  const sign = direction === 'ASC' ? 1 : -1;
  return (a: Person, b: Person) =>
    rank(a) - rank(b) || sign * (key(a).compare(key(b)) || (a.user.id < b.user.id ? -1 : 1));
}

const counted = fc.record({
  first: fc.constantFrom(1, 5, 20, 100),
  upTo: fc.constantFrom(1, 7, 65, 1001),
  hasEmail: fc.constantFrom(null, true, false),
});

test('a search finds exactly those whom a look at every user finds, in order, counts them, and marks each', async () => {
  const orders = fc.oneof(
    fc.record({ field: fc.constantFrom('CREATED_AT', 'FULL_NAME'), direction: fc.constantFrom('ASC', 'DESC') }),
    fc.constant({ field: 'RELEVANCE', direction: 'DESC' }),
  );
  await fc.assert(
    fc.asyncProperty(term, orders, counted, async (words, orderBy, { hasEmail, ...bounds }) => {
      const search = words.map((word) => word.join('')).join(' ');
      const expected = people.filter((person) => isFound(person, words)).sort(byOrder(orderBy, words));
      const variables = { id: project.id, search, orderBy };
      const { data } = await project.viewer(QUERY, variables);
      const { totalCount = 0, edges = [] } = data.project?.users ?? {};
      expect(totalCount).toBe(expected.length);
      const some = expected.filter(({ user }) => hasEmail === null || (user.email !== null) === hasEmail);
      const { data: bounded } = await project.viewer(QUERY, { ...variables, ...bounds, hasEmail });
      expect(bounded.project?.users.totalCount).toBe(Math.min(bounds.upTo, some.length));
      expect(bounded.project?.users.edges.map(({ node }) => node.id)).toEqual(
        some.slice(0, bounds.first).map(({ user }) => user.id),
      );
      expect(edges.map(({ node }) => node.id)).toEqual(expected.slice(0, 100).map(({ user }) => user.id));
      const end = await project.viewer(QUERY, { ...variables, first: null, last: 100 });
      expect(end.data.project?.users.edges.map(({ node }) => node.id)).toEqual(
        expected.slice(-100).map(({ user }) => user.id),
      );
      const asked = words.filter(isSeen);
      const literal = asked.every(isPunctuation) ? asked : asked.filter((word) => !isPunctuation(word));
      for (const [at, { matches }] of edges.entries()) {
        expect(matches.length > 0).toBe(asked.length > 0);
        const marksId = matches.some(({ field }) => field === 'CHANNEL_IDENTITY');
        expect(marksId).toBe(literal.some((word) => isIdFound(expected[at] as Person, word)));
      }
    }),
    TERMS,
  );
}, 400_000);
