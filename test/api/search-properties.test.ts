import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { NewUser } from '../../src/database/tables.ts';
import { fullName } from '../../src/domain/person-name.ts';
import { parsePhoneNumber } from '../../src/domain/phone-number.ts';
import { fold, parseSearch, type SearchPart } from '../../src/domain/search-text.ts';
import { profileColumns } from '../../src/domain/user-form.ts';
import { type Project, type Service, startService } from '../support/service.ts';

// More than are walked through before the index is asked, so that both ways are taken.
const PEOPLE = 6000;
const TERMS = 200;

const letters = [
  'a',
  'n',
  'A',
  'é',
  'e\u0301',
  'ß',
  's',
  'ss',
  'İ',
  'i',
  'ø',
  'о',
  'Ж',
  '李',
  '明',
  'カ',
  'ｶﾞ',
  'م',
  '٣',
  '５',
];
const signs = [
  '%',
  '_',
  '\\',
  "'",
  '’',
  '-',
  '–',
  '.',
  '+',
  '(',
  ')',
  '@',
  '0',
  '1',
  '5',
  '12',
  '👨\u200D👩',
  '\u00AD',
  '½',
];
const text = (alphabet: string[], maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength });

const name = text([...letters, ...signs, 'Ana', 'Lima'], 4).filter((value) => /\p{L}/u.test(value));
const person = fc.record({
  firstName: fc.option(name),
  middleName: fc.option(name, { freq: 1 }),
  lastName: fc.option(name),
  email: fc.option(text(['a', 'n', '.b', '1', '5', '+x', '_', '%', 'é'], 4).map((local) => `x${local}y@x.co`)),
  phone: fc.option(fc.integer({ min: 0, max: 9_999_999 })),
});
const term = fc
  .array(
    fc.oneof(
      text([...letters, ...signs], 3),
      fc.constantFrom('lima', 'ANA', '@x.co', '(555)', '+1555', '555-1', 'nali'),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((words) => words.join(' '));

type Person = NewUser & { createdAt: Date };

let service: Service;
let project: Project;
let people: Person[];

beforeAll(async () => {
  service = await startService();
  project = await service.project();
  people = fc.sample(person, { numRuns: PEOPLE, seed: 7 }).map(({ phone, ...rest }, index) => {
    const digits = String(phone).padStart(7, '0');
    const phoneNumber = (phone === null ? undefined : parsePhoneNumber(`+1 555 ${digits}`)) ?? null;
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const columns = profileColumns({ ...rest, phoneNumber });
    // The same number or address twice is for other tests.
    const keys = {
      phoneKey: phoneNumber && `${phoneNumber}/${index}`,
      emailKey: rest.email && `${rest.email}/${index}`,
    };
    const createdAt = new Date(Date.UTC(2026, 0, 1) + (index % 997) * 60_000);
    return { projectId: project.id, id, creationSource: 'SELF_REGISTERED', createdAt, ...columns, ...keys };
  });
  await service.db.transaction().execute(async (tx) => {
    for (let at = 0; at < PEOPLE; at += 200)
      await tx
        .insertInto('users')
        .values(people.slice(at, at + 200))
        .execute();
    await sql`insert into user_environments select project_id, id, ${project.production}::uuid from users`.execute(tx);
  });
});
afterAll(() => service.close());

const QUERY = `query ($id: ID!, $search: String!, $orderBy: UserOrder, $upTo: Int) { project(id: $id) {
  users(first: 100, search: $search, orderBy: $orderBy) {
    totalCount(upTo: $upTo) edges { node { id } matches { segments { matched } } } } } }`;

const folded = new Map<Person, string[]>();
function fieldsOf(user: Person): string[] {
  const { firstName = null, middleName = null, lastName = null } = user;
  const fields = folded.get(user) ?? [
    fold(fullName({ firstName, middleName, lastName }) ?? ''),
    fold(user.email ?? ''),
  ];
  folded.set(user, fields);
  return fields;
}

/** What the contract says, read off one user after the other. */
function isFound(user: Person, parts: SearchPart[]): boolean {
  return parts.every(
    ({ text, digits }) =>
      fieldsOf(user).some((field) => field.includes(text)) ||
      (digits !== undefined && user.phoneNumber?.includes(digits)),
  );
}

function byOrder(orderBy: { field: string; direction: string }) {
  const key = (user: Person) =>
    orderBy.field === 'FULL_NAME'
      ? Buffer.from(user.nameKey)
      : Buffer.from(new Date(user.createdAt ?? 0).toISOString());
  const sign = orderBy.direction === 'ASC' ? 1 : -1;
  return (a: Person, b: Person) => sign * (key(a).compare(key(b)) || (a.id < b.id ? -1 : 1));
}

test('a search finds exactly those whom a look at every user finds, in order, counts them, and marks each', async () => {
  const orders = fc.record({
    field: fc.constantFrom('CREATED_AT', 'FULL_NAME'),
    direction: fc.constantFrom('ASC', 'DESC'),
  });
  await fc.assert(
    fc.asyncProperty(term, orders, async (search, orderBy) => {
      const parts = parseSearch(search);
      const expected = people.filter((user) => isFound(user, parts)).sort(byOrder(orderBy));
      const variables = { id: project.id, search, orderBy };
      const { data } = await project.viewer(QUERY, variables);
      const { totalCount = 0, edges = [] } = data.project?.users ?? {};
      expect(totalCount).toBe(expected.length);
      const bounded = await project.viewer(QUERY, { ...variables, upTo: 7 });
      expect(bounded.data.project?.users.totalCount).toBe(Math.min(7, expected.length));
      expect(edges.map(({ node }) => node.id)).toEqual(expected.slice(0, 100).map(({ id }) => id));
      for (const { matches } of edges) expect(matches.length > 0).toBe(parts.length > 0);
    }),
    { numRuns: TERMS, seed: 11 },
  );
}, 120_000);
