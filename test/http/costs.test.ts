import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getOperationAST, parse, validate } from 'graphql';
import { createScale } from '../../src/graphql/documents/cost.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { cases } from '../support/cases.ts';
import { errorCode, type Project, type Service, startService } from '../support/service.ts';

// What a caller sends in the place of a number or a list is weighed before anybody knows whether it fits.

const A_MINUTE = 12_000;

let service: Service;
let project: Project;
beforeAll(async () => {
  service = await startService(undefined, {
    limits: { requestsPerMinute: 1e6, costPerMinute: A_MINUTE, failedKeysPerMinute: 1e6 },
  });
  project = await service.project();
});
afterAll(() => service.close());

const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';

test.each<[string, string, Record<string, unknown>]>([
  ['a negative number', '{ nodes(ids: -1000000) { id } }', {}],
  ['a negative number in a variable', NODES, { ids: -1_000_000 }],
  [
    'a fraction',
    'query ($first: Int) { viewer { projects { users(first: $first) { nodes { id } } } } }',
    { first: 0.5 },
  ],
  ['an object', NODES, { ids: { expectedCount: -1_000_000, rows: -1_000_000 } }],
])('%s in the place of a list gives back nothing of what was spent', async (_, document, variables) => {
  const caller = await service.keyFor('VIEWER');
  const dear = '{ __schema { types { name } } }';
  const spend = async () => {
    const codes: unknown[] = [];
    while (codes.at(-1) !== 'RATE_LIMITED' && codes.length < 20) codes.push(errorCode(await caller(dear)));
    return codes.length;
  };
  expect(await spend()).toBeLessThan(20);
  await caller(document, variables);
  expect(await spend()).toBe(1);
});

test.each(['ids: -1000000', 'ids: $many'])('nodes(%s) beside others leaves no more room for them', async (argument) => {
  const dear = `users(first: 100) { nodes { environments { id } access { environment { id } } channelIdentities { id } } }`;
  const declared = argument.includes('$') ? '($id: ID!, $many: [ID!]!)' : '($id: ID!)';
  const document = `query ${declared} { project(id: $id) { ${dear} } nodes(${argument}) @skip(if: true) { id } }`;
  expect(errorCode(await project.viewer(document, { id: project.id, many: -1_000_000 }))).toBe('QUERY_TOO_COMPLEX');
});

test('what was weighed for a value that does not fit is not remembered for one that does', async () => {
  const document =
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Project { users(first: 100) { nodes { id } } } } }';
  const ids = Array.from({ length: 100 }, () => project.id);
  expect(errorCode(await project.viewer(document, { ids: { expectedCount: 100 } }))).toBe('BAD_USER_INPUT');
  expect(errorCode(await project.viewer(document, { ids }))).toBe('QUERY_TOO_COMPLEX');
});

const schema = createSchema();

const DOCUMENTS = [
  'query ($v: Int) { project(id: "a") { users(first: $v) { nodes { channelIdentities { id } } } } }',
  'query ($v: Int) { project(id: "a") { users(last: $v) { edges { node { environments { id } } } } } }',
  'query ($v: [ID!]!) { nodes(ids: $v) { ... on Project { users { nodes { id } } } } }',
  'query ($v: ID!) { nodes(ids: [$v, $v]) { id } }',
  'query ($v: [SenderInput!]!) { checkAccessBatch(environmentId: "a", senders: $v) { user { environments { id } } } }',
  'mutation ($v: CreateUsersInput!) { createUsers(input: $v) { results { user { environments { id } } } } }',
  'mutation ($v: [UserRowInput!]!) { createUsers(input: { projectId: "a", idempotencyKey: "a", rows: $v }) { results { index } } }',
  'mutation ($v: [ID!]) { deleteUsers(input: { projectId: "a", ids: $v }) { results { index } } }',
  'mutation ($v: Int) { deleteUsers(input: { projectId: "a", selection: {}, expectedCount: $v }) { results { index } } }',
].map((text) => {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  return { text, errors: validate(schema, document), createScale: () => createScale(schema, document, operation) };
});

test('whatever stands in a variable, the cost is whole and not negative, and the same whatever was weighed before', () => {
  for (const { text, errors } of DOCUMENTS) expect([text, errors]).toEqual([text, []]);
  const number = fc.oneof(
    fc.integer({ min: -3, max: 1002 }),
    fc.double(),
    fc.constantFrom(1e300, -1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  );
  const list = fc.integer({ min: 0, max: 1002 }).map((length) => Array.from({ length }, () => 'x'));
  const simple = fc.oneof(number, list, fc.jsonValue({ maxDepth: 1 }));
  const input = fc.record({ rows: simple, ids: simple, expectedCount: simple }, { requiredKeys: [] });
  const value = fc.oneof(simple, input, fc.constant(undefined));
  const costOf = (scale: ReturnType<typeof createScale>, v: unknown) => {
    try {
      return scale({ v });
    } catch (error) {
      return String(error);
    }
  };
  fc.assert(
    fc.property(fc.constantFrom(...DOCUMENTS), fc.array(value, { maxLength: 12 }), ({ createScale }, values) => {
      const used = createScale();
      for (const each of values) {
        const cost = costOf(used, each);
        expect(cost).toEqual(costOf(createScale(), each));
        if (typeof cost === 'string') expect(cost).toContain('at most 10000 objects');
        else expect([cost, Number.isSafeInteger(cost) && cost >= 0]).toEqual([cost, true]);
      }
    }),
    cases(400, 5),
  );
});
