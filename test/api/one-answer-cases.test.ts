import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../support/one-answer.ts';
import type { Asked } from '../support/print-plan.ts';
import { makeWorld, type World } from '../support/small-world.ts';
import { createTwoSides } from '../support/two-sides.ts';

let world: World;
let sides: Awaited<ReturnType<typeof createTwoSides>>;

beforeAll(async () => {
  world = await makeWorld();
  sides = await createTwoSides(world);
});
afterAll(() => sides.close());

type Ids = { project: string; user: string };
type Case = [rule: string, query: string, variables?: (ids: Ids) => object, operationName?: string | null];

/** PROJECT, ENVIRONMENT and USER stand for ids of such. */
async function send([, query, variables, operationName = null]: Case, role: keyof World['keys'] = 'administrator') {
  const text = query.replace(/PROJECT|ENVIRONMENT|USER/g, (noun) => `"${idOf(noun.toLowerCase())}"`);
  const given = JSON.stringify(variables?.({ project: idOf('project'), user: idOf('user') }) ?? {});
  const asked: Asked = { query: text, operationName, variables: given };
  return sides.expectOneAnswer(world.keys[role], asked);
}

function idOf(noun: string): string {
  const [id] = world.pools.ids.get(noun) ?? [];
  if (id === undefined) throw new Error(`There is no ${noun}.`);
  return id;
}

const BRIEF = `query ($id: ID!, $brief: Boolean!) { user(id: $id) { ...F @skip(if: $brief) ...F } } fragment F on User { email }`;
const NULL_CONDITION = 'query ($id: ID!, $x: Boolean = true) { user(id: $id) { id email @include(if: $x) } }';
const NAMED =
  'query A { viewer { name } } query B { ...Q } mutation C { updateUser(input: { id: USER }) { user { id } } } fragment Q on Query { viewer { role } }';
const DEFAULTS = `query ($id: ID! = PROJECT, $first: Int = 2, $format: PhoneNumberFormat! = INTERNATIONAL, $search: String = "a",
  $order: UserOrder = { field: FULL_NAME, direction: DESC }, $filter: UserFilter = { hasEmail: true }, $all: Boolean! = true) {
  project(id: $id) { users(first: $first, search: $search, orderBy: $order, filter: $filter) {
    totalCount @include(if: $all) nodes { id phoneNumber(format: $format) } } } }`;
const doubling = (depth: number) =>
  `{ user(id: USER) { ...F0 } } ${Array.from({ length: depth }, (_, i) => `fragment F${i} on User { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F${depth} on User { id }`;
const UPDATE = `mutation ($id: ID!, $email: String, $name: String) {
  updateUser(input: { id: $id, email: $email, firstName: $name }) { user { email firstName version } userErrors { code } } }`;

const CASES: Case[] = [
  [
    'a fragment is spread under a condition and again without one: left out',
    BRIEF,
    ({ user }) => ({ id: user, brief: true }),
  ],
  [
    'a fragment is spread under a condition and again without one: let in',
    BRIEF,
    ({ user }) => ({ id: user, brief: false }),
  ],
  [
    'a field is asked for under two conditions, of which one holds',
    'query ($yes: Boolean!) { user(id: USER) { email @skip(if: $yes) id email @include(if: $yes) } }',
    () => ({ yes: true }),
  ],
  [
    'a condition stands on a fragment in a fragment that others share',
    `query ($yes: Boolean!) { a: user(id: USER) { ...A } b: user(id: USER) { id ...B @skip(if: $yes) } }
      fragment A on User { ...B @include(if: $yes) lastName } fragment B on User { email ...C } fragment C on User { firstName }`,
    () => ({ yes: false }),
  ],
  ['a condition is null', NULL_CONDITION, ({ user }) => ({ id: user, x: null })],
  ['a condition is left to its default', NULL_CONDITION, ({ user }) => ({ id: user })],
  ['a condition is null, of a fragment', '{ viewer { ...F } } fragment F on Viewer { name @skip(if: null) }'],
  [
    'fields come in the order in which they are first asked for, fragments included',
    '{ project(id: PROJECT) { members { name } ...A } } fragment A on Project { ...B name members { id } } fragment B on Project { viewerRole }',
  ],
  [
    'fields come in order in inline fragments',
    '{ viewer { ... { ... on Viewer { ... { role } } name } projects { name } } }',
  ],
  [
    'a name that every object has is a name like others',
    '{ __proto__: viewer { constructor: name toString: role hasOwnProperty: __typename __proto__: name } then: __typename }',
  ],
  [
    'variables and operations may be called so too',
    'query toString($__proto__: ID!, $constructor: Int) { project(id: $__proto__) { __proto__: users(first: $constructor) { totalCount } } }',
    ({ project }) => JSON.parse(`{ "__proto__": "${project}", "constructor": 1 }`),
    'toString',
  ],
  [
    'variables are more than the operation knows',
    'query ($id: ID!) { user(id: $id) { id } }',
    ({ user }) => JSON.parse(`{ "id": "${user}", "__proto__": { "id": 1 }, "other": [] }`),
  ],
  ['the first of several operations is meant', NAMED, undefined, 'A'],
  ['the second of several operations is meant', NAMED, undefined, 'B'],
  ['a mutation among several operations is meant', NAMED, undefined, 'C'],
  ['none of several operations is meant', NAMED, undefined, 'D'],
  ['it is not said which of several operations is meant', NAMED],
  ['variables are left to their defaults', DEFAULTS],
  [
    'variables are null in spite of their defaults',
    DEFAULTS,
    () => ({ first: null, search: null, order: null, filter: null }),
  ],
  ['a variable that must not be null is null in spite of its default', DEFAULTS, () => ({ format: null })],
  [
    'variables are given in spite of their defaults',
    DEFAULTS,
    () => ({ first: 1, search: '', filter: {}, format: 'E164', all: false }),
  ],
  [
    'a variable is of another type',
    DEFAULTS,
    () => ({ first: '1', search: 5, order: [], filter: 'x', format: null, all: 0 }),
  ],
  [
    'a variable in a list is left out',
    'query ($a: Channel, $b: String) { checkAccessBatch(environmentId: ENVIRONMENT, senders: [{ channel: SLACK, externalId: $b }]) { reason } }',
  ],
  [
    'a variable for what must not be null is null, and has a default',
    'query ($c: Channel = SLACK) { checkAccess(environmentId: ENVIRONMENT, sender: { channel: $c, externalId: "T1:U1" }) { reason } viewer { name } }',
    () => ({ c: null }),
  ],
  [
    'a list is null, or holds null',
    'query ($ids: [ID!]) { project(id: PROJECT) { a: users(filter: { environmentIds: $ids }) { totalCount } users(filter: { environmentIds: null }) { totalCount } } }',
    () => ({ ids: null }),
  ],
  [
    'a JSON number is an id of a channel',
    'query ($s: SenderInput!) { checkAccess(environmentId: ENVIRONMENT, sender: $s) { reason } }',
    () => ({ s: { channel: 'TELEGRAM', externalId: 555111222 } }),
  ],
  [
    'a field fails beside others',
    '{ user(id: "x") { id } viewer { name } project(id: PROJECT) { a: users(first: 0) { totalCount } id } }',
  ],
  [
    'a field that must not be null fails twice',
    '{ project(id: PROJECT) { a: users(first: 0) { totalCount } b: users(first: 101) { totalCount } } viewer { name } }',
  ],
  [
    'more fields fail than are told',
    `{ ${Array.from({ length: 12 }, (_, i) => `a${i}: user(id: "x") { id }`).join(' ')} }`,
  ],
  ['fragments double', doubling(12)],
  ['a field is asked for as often as it may be', `{ user(id: USER) { ${'email '.repeat(30)} } }`],
  ['a mutation leaves a variable out', UPDATE, ({ user }) => ({ id: user, name: 'Anna' })],
  ['a mutation takes null from a variable', UPDATE, ({ user }) => ({ id: user, email: null })],
  [
    'the first of several mutations fails: the others are not begun',
    'mutation { a: deleteUser(input: { id: "x" }) { deletedUserId } b: updateUser(input: { id: USER, email: "b@example.com" }) { user { email } } }',
  ],
  [
    'a later one of several mutations fails: the ones before it have happened',
    'mutation { a: updateUser(input: { id: USER, email: "a@example.com" }) { user { email } } b: deleteUser(input: { id: "x" }) { deletedUserId } c: deleteUser(input: { id: USER }) { deletedUserId } }',
  ],
  [
    'a mutation is refused: the next one happens',
    'mutation { a: updateUser(input: { id: USER, email: "x" }) { userErrors { code } } b: updateUser(input: { id: USER, email: "b@example.com" }) { user { email } } }',
  ],
  [
    'a part of what a mutation answers fails',
    'mutation { updateUser(input: { id: USER }) { user { project { users(first: 0) { totalCount } } id } } createProject(input: { name: "New" }) { project { id name } } }',
  ],
];

test.each(CASES.map((each) => [each[0], each] as const))(
  'each time as graphql-js answers it: %s',
  async (_rule, each) => {
    await send(each);
    await send(each, 'gateway');
  },
);

test('what is left out of an input is left as it is, however often it is sent', async () => {
  const query = `mutation ($email: String) { updateUser(input: { id: USER, email: $email }) { user { email } } }`;
  expect(await send(['', query])).toBe('executed');
});

test('a JSON number for a text is told with the variable and the field that it stands at', async () => {
  const query = `query ($s: SenderInput!) { checkAccess(environmentId: "${idOf('environment')}", sender: $s) { reason } }`;
  const variables = '{ "s": { "channel": "TELEGRAM", "externalId": 555111222 } }';
  const { text } = await ask(sides.url, world.keys.gateway, { query, operationName: null, variables });
  expect(JSON.parse(text).errors[0].message).toMatch(/"\$s".*"s\.externalId"/);
  expect(text).not.toContain('555111222');
});

test('no caller is answered what another one may see, whoever asked first', async () => {
  const query = '{ viewer { name canManageProjects } }';
  for (const role of ['gateway', 'administrator', 'gateway', 'viewer'] as const) {
    expect(await send(['', query], role)).toBe(role === 'gateway' ? 'refused' : 'executed');
  }
});

test('a text is never run, whatever it begins with', async () => {
  // With this graphql-jit marked the dates in what it made code of.
  const marker = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';
  const run = `${marker}(globalThis.isRun = true)`;
  const texts = [
    run,
    `${marker}0);globalThis.isRun = true;(0`,
    `\${globalThis.isRun = true}`,
    `\u2028globalThis.isRun = true//`,
  ];
  for (const text of texts) {
    const literal = JSON.stringify(text);
    await send([
      '',
      `{ project(id: PROJECT) { users(search: ${literal}) { totalCount } } user(id: ${literal}) { id } }`,
    ]);
    await send(['', `query ($s: String = ${literal}) { project(id: PROJECT) { users(search: $s) { totalCount } } }`]);
  }
  expect(globalThis).not.toHaveProperty('isRun');
});
