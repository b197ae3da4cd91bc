import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Channel, UserError } from '../../src/graphql/generated/types.ts';
import * as documents from '../support/documents.ts';
import type { Call } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

// Two projects with the same people: one gets the rows at once, by createUsers, the other one after the other, by createUser.

// More of them, or another seed, find more: by hand.
const RUNS = 15;
const SEED = 1;
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Numbers as they are written, and what is the same in all writings of one. */
const NUMBERS: Record<string, string> = {
  '+12025550123': 'United States',
  '+1 202-555-0123': 'United States',
  '+5511987654321': 'Brazil',
  '+551187654321': 'Brazil',
  '+5215512345678': 'Mexico',
  '0052 55 1234 5678': 'Mexico',
  '+447911123456': 'blocked',
};
const GOOD_NUMBERS = Object.keys(NUMBERS);
const BAD_NUMBERS = ['555', ' ', '2025550123', null];
const EMAILS = ['ana@example.com', 'Ana@Example.com', 'bo@example.com'];
const IDS: Id[] = [
  { channel: 'TELEGRAM', externalId: '700100101' },
  { channel: 'TELEGRAM', externalId: '700100102' },
  { channel: 'SLACK', externalId: 'T0A1:U0ANA' },
];
const BAD_ID: Id = { channel: 'TELEGRAM', externalId: '@ana' };

type Id = { channel: Channel; externalId: string };
type Row = {
  phoneNumber?: string | null;
  email?: string | null;
  firstName?: string | null;
  middleName?: string | null;
  lastName?: string | null;
  /** By name; `nowhere` is none of the project. */
  environmentIds?: string[];
  channelIdentities?: Id[];
};

const mostly = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });
const name = fc.constantFrom('Ana', 'Bo');
const environments = fc.subarray(['development', 'staging'], { minLength: 1 });
const good = {
  phoneNumber: fc.constantFrom(...GOOD_NUMBERS),
  firstName: name,
  lastName: name,
};
const optional = {
  email: mostly<string | null>(fc.constantFrom(...EMAILS), fc.constantFrom('no address', null, '')),
  middleName: name,
  environmentIds: mostly(environments, fc.constantFrom([], ['nowhere', 'staging'])),
  channelIdentities: mostly(fc.subarray(IDS), fc.constant<Id[]>([BAD_ID])),
};
const required: fc.RecordConstraints<'phoneNumber' | 'firstName' | 'lastName'> = {
  requiredKeys: ['phoneNumber', 'firstName', 'lastName'],
  noNullPrototype: true,
};
const person: fc.Arbitrary<Row> = fc.record({ ...good, ...optional }, required);
const row: fc.Arbitrary<Row> = mostly<Row>(
  fc.record(
    {
      phoneNumber: mostly<string | null>(good.phoneNumber, fc.constantFrom(...BAD_NUMBERS)),
      firstName: mostly<string | null>(name, fc.constantFrom(null, ' ', 'x'.repeat(101))),
      lastName: mostly<string | null>(name, fc.constantFrom(null, '')),
      ...optional,
    },
    required,
  ),
  fc.record(optional, { requiredKeys: [], noNullPrototype: true }),
);
const history = fc.record({
  before: fc.array(person, { maxLength: 3 }),
  rows: fc.array(row, { minLength: 1, maxLength: 12, size: 'max' }),
  environmentIds: mostly<string[]>(environments, fc.constant([])),
});

const service = useService();
let administrator: Call;
let member: Call;

beforeAll(async () => {
  administrator = await service.keyFor('ADMINISTRATOR');
  member = await service.keyFor('MEMBER');
});

test('createUsers makes the users, refusals and events that createUser makes, but skips whom that refuses as one who is here', async () => {
  const run = async ({ before, rows, environmentIds }: History) => {
    const [atOnce, oneByOne] = [await newProject(before), await newProject(before)];
    const { data } = await member(documents.CREATE_USERS, { input: atOnce.input({ rows, environmentIds }) });
    const expected: Told[] = [];
    for (const row of rows) expected.push(await judge(oneByOne, row, { rows, environmentIds, expected }));
    const results = data.createUsers.results.map(({ index, outcome, duplicateOf, user, userErrors }) => {
      return { index, outcome, duplicateOf, user: user?.id ?? null, userErrors: userErrors.map(errorOf) };
    });
    const [now, other] = [await atOnce.look(), await oneByOne.look()];
    expect(now.named(results)).toEqual(other.named(expected));
    expect(now.named([now.users, now.events])).toEqual(other.named([other.users, other.events]));
  };
  await fc.assert(fc.asyncProperty(history, run), { numRuns: RUNS, seed: SEED, endOnFailure: true });
}, 60_000);

type History = { before: Row[]; rows: Row[]; environmentIds: string[] };
type Told = {
  index: number;
  outcome: string;
  duplicateOf: number | null;
  user: string | null;
  userErrors: ReturnType<typeof errorOf>[];
};

/** What createUsers must tell of the next row, after createUser was asked to add the person. */
async function judge(
  project: Project,
  row: Row,
  { rows, environmentIds, expected }: Omit<History, 'before'> & { expected: Told[] },
): Promise<Told> {
  const told = { index: expected.length, duplicateOf: null, user: null, userErrors: [] };
  // What a twin gives beyond its first row counts for nothing: it is not written.
  const isFirst = ({ outcome, duplicateOf }: Told) => outcome !== 'REFUSED' && duplicateOf === null;
  const isTwin = (other: Told, at: number) => isFirst(other) && isSame(project, row, rows[at] ?? {});
  const twin = expected.find(isTwin);
  const skipped = twin && { ...told, outcome: 'SKIPPED', duplicateOf: twin.index, user: twin.user };
  // One who was here before may be somebody else by what the earlier row gives as well; nothing of that was written.
  if (skipped && twin.outcome === 'SKIPPED') return skipped;
  const own = row.environmentIds ?? [];
  const input = project.input({ ...row, environmentIds: own.length > 0 ? own : environmentIds });
  const { user, userErrors } = (await member(documents.CREATE_USER, { input })).data.createUser;
  const errors = userErrors.map(errorOf);
  const inTheWay = ['phoneNumber', 'channelIdentities', 'email'].flatMap((field) =>
    errors.flatMap((error) => (error.field?.[0] === field && error.conflictingUser ? [error.conflictingUser] : [])),
  );
  if (skipped) {
    expect(inTheWay).toContain(skipped.user);
    return skipped;
  }
  if (user) return { ...told, outcome: 'CREATED', user: String(user.id) };
  const [owner = null, ...others] = new Set(inTheWay);
  if (owner && others.length === 0) return { ...told, outcome: 'SKIPPED', user: owner };
  const isTold = ({ conflictingUser }: (typeof errors)[number]) =>
    conflictingUser !== owner && conflictingUser !== null;
  const refused = owner ? errors.filter(isTold) : errors;
  const inRow = refused.map((error) => ({ ...error, field: ['rows', String(told.index), ...(error.field ?? [])] }));
  return { ...told, outcome: 'REFUSED', userErrors: inRow };
}

function errorOf({ field, message, code, conflictingUser }: UserError) {
  return { field, message, code, conflictingUser: conflictingUser ? String(conflictingUser.id) : null };
}

/** Whether two rows share a number, an address or an id, or are one user who is here. */
function isSame({ people }: Project, one: Row, other: Row): boolean {
  const ownerOf = (row: Row) =>
    marksOf(row).flatMap((mark) => people.find((each) => marksOf(each).includes(mark)) ?? [])[0];
  const marks = marksOf(other);
  const owner = ownerOf(one);
  return marksOf(one).some((mark) => marks.includes(mark)) || (owner !== undefined && owner === ownerOf(other));
}

/** What a person is known by, what counts first in front. */
function marksOf({ phoneNumber, channelIdentities = [], email }: Row): string[] {
  const number = NUMBERS[phoneNumber ?? ''];
  const ids = channelIdentities.map(({ externalId }) => externalId).filter((id) => id !== BAD_ID.externalId);
  return [...(number ? [number] : []), ...ids, ...(email?.includes('@') ? [email.toLowerCase()] : [])];
}

type Project = Awaited<ReturnType<typeof newProject>>;

async function newProject(before: Row[]) {
  const document =
    'mutation { createProject(input: { name: "Assistant" }) { project { id environments { id name } } } }';
  const { project } = (await administrator(document)).data.createProject;
  const id = String(project?.id);
  const places = new Map(project?.environments.map((each) => [each.name.toLowerCase(), String(each.id)]));
  const idsOf = (names: string[]) => names.map((each) => places.get(each) ?? NOBODY);
  const input = <Given extends { environmentIds?: string[]; rows?: Row[] }>(given: Given) => ({
    ...given,
    projectId: id,
    environmentIds: given.environmentIds && idsOf(given.environmentIds),
    rows: given.rows?.map((row) => ({ ...row, environmentIds: row.environmentIds && idsOf(row.environmentIds) })),
  });
  const sender = { channel: 'WHATSAPP', phoneNumber: '+447911123456' };
  await member(documents.BLOCK_SENDER, { input: { projectId: id, sender } });
  const people: Row[] = [];
  for (const person of before) {
    const asked = input({ environmentIds: ['production'], ...person });
    if ((await member(documents.CREATE_USER, { input: asked })).data.createUser.user) people.push(person);
  }
  const look = async () => {
    const { data } = await member(LOOK, { id });
    const users = data.project?.users.nodes ?? [];
    const names = new Map([
      ...users.map((user) => [String(user.id), user.phoneNumber] as const),
      ...Array.from(places, ([place, id]) => [id, place] as const),
      [id, 'the project'] as const,
    ]);
    const nameOf = (id: string) => names.get(id) ?? 'an id';
    const named = (value: unknown) =>
      JSON.parse(JSON.stringify(value).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, nameOf));
    return { users, events: data.project?.auditEvents.nodes, named };
  };
  return { people, input, look };
}

const LOOK = `query ($id: ID!) { project(id: $id) {
  users(first: 50) { nodes { id phoneNumber email firstName middleName lastName fullName creationSource
    version environments { id } channelIdentities { channel externalId linkedBy } } }
  auditEvents(first: 100) { nodes { action actorName subjectId relatedId changedFields } } } }`;
