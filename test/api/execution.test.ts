import { setImmediate } from 'node:timers/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  getNamedType,
  getOperationAST,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { TOO_LONG } from '../../src/graphql/documents/answer-size.ts';
import { createExecute } from '../../src/graphql/execution/execute.ts';
import { PlannedDocument } from '../../src/graphql/execution/plan.ts';
import type { SelectedField, Selections } from '../../src/graphql/execution/selections.ts';
import { cases } from '../support/cases.ts';
import { type Asked, print } from '../support/print-plan.ts';
import { createDocuments } from '../support/random-documents.ts';
import { behaviour, type Context, schema, TYPE_DEFS } from '../support/unruly-schema.ts';

/** The data as they are sent, and what is compared of the errors. */
async function answer(run: typeof execute, document: DocumentNode, { operationName, variables }: Asked, seed: number) {
  const contextValue: Context = { behave: behaviour(seed) };
  const variableValues = JSON.parse(variables);
  const result = await run({
    schema,
    document,
    operationName,
    variableValues,
    contextValue,
    options: { maxCoercionErrors: 5 },
  });
  return { data: result.data, text: JSON.stringify(result.data), errors: comparable(result) };
}

/**
 * The errors, each as words. Of the failures beneath a field that became null only one is told, and which one is a matter of time: of
 * it, only the place of that field is compared.
 */
function comparable({ data, errors = [] }: ExecutionResult): string[] {
  const told = errors.map((error) => nullAbove(error, data) ?? describeError(error));
  return [...new Set(told)].sort();
}

function describeError({ message, path, locations }: GraphQLError): string {
  return JSON.stringify([path, message, locations]);
}

function nullAbove({ path }: GraphQLError, data: unknown): string | undefined {
  let value = data;
  for (const [index, key] of (path ?? []).entries()) {
    if (value === null || value === undefined) return `beneath ${JSON.stringify(path?.slice(0, index))}`;
    value = Reflect.get(Object(value), key);
  }
  return undefined;
}

const documents = createDocuments(schema, { ids: new Map([['any', ['1', '2']]]), texts: new Map() });
const PARAMETERS = cases(60, 11);

describe('an operation is executed as graphql-js executes it, the first time and again', () => {
  const executeOurs = createExecute();
  let executed = 0;
  let failed = 0;
  let tooLong = 0;

  test.each(['Query', 'Mutation', 'Thing', 'Other', '__Type'])(
    'around %s',
    (type) =>
      fc.assert(
        fc.asyncProperty(documents.around(type).map(print), fc.nat(), async (asked, seed) => {
          const document = parseValid(asked.query);
          if (!document) return;
          for (const each of [seed, seed, seed + 1]) {
            const expected = await answer(execute, document, asked, each);
            expect(await answer(executeOurs, document, asked, each)).toEqual(expected);
            executed += expected.text === undefined ? 0 : 1;
            failed += expected.errors.length;
          }
        }),
        PARAMETERS,
      ),
    60_000 + 200 * PARAMETERS.numRuns,
  );

  test('or its data are known to be too long, and then they are', () =>
    fc.assert(
      fc.asyncProperty(documents.around('Query').map(print), fc.nat(), fc.nat(500), async (asked, seed, mostLength) => {
        const document = parseValid(asked.query);
        if (!document) return;
        const expected = await answer(execute, document, asked, seed);
        const { data, text } = await answer(createExecute({ mostLength }), document, asked, seed);
        if (data !== TOO_LONG) return expect(text).toEqual(expected.text);
        tooLong += 1;
        if (expected.errors.length === 0) expect(expected.text.length).toBeGreaterThan(mostLength);
      }),
      PARAMETERS,
    ));

  test('and many of them were executed, with many failures', () => {
    expect(executed).toBeGreaterThan(PARAMETERS.numRuns);
    expect(failed).toBeGreaterThan(executed);
    expect(tooLong).toBeGreaterThan(0);
  });
});

function parseValid(query: string): DocumentNode | undefined {
  try {
    const document = parse(query);
    return validate(schema, document).length === 0 ? document : undefined;
  } catch {
    return undefined;
  }
}

const EXECUTED_ALIKE: [rule: string, query: string, ...variables: object[]][] = [
  ['a field may be called __proto__', '{ __proto__: text thing { __proto__: kind constructor: kind } }'],
  [
    'what a variable selects is decided anew each time',
    'query ($yes: Boolean!) { text @include(if: $yes) kind @skip(if: $yes) ...F @include(if: $yes) } fragment F on Query { needed }',
    { yes: true },
    { yes: false },
  ],
  ['a condition that is null fails', 'query ($yes: Boolean = true) { text @include(if: $yes) }', {}, { yes: null }],
  [
    'a variable may be left out, null, or of another kind',
    'query ($of: Input, $times: [Int!], $kind: Kind = TWO) { text(of: $of, times: $times, kind: $kind) }',
    {},
    { of: null, times: null, kind: null },
    { of: {}, times: 1, kind: 'ONE' },
    { of: { count: 1, part: { tags: [['a'], 'b'] } }, times: [1, 2], other: 1 },
    { of: { name: null } },
    { of: { unknown: 1 } },
    { of: { part: { unknown: 1 } } },
    { of: [] },
    { of: 'x', times: [null], kind: 'THREE' },
    { times: ['1'] },
  ],
  [
    'a fragment is spread again under a condition that fails',
    'query ($yes: Boolean = true) { ...F ...F @include(if: $yes) } fragment F on Query { kind }',
    { yes: null },
  ],
  [
    'a variable may be called like a property of all objects',
    'query ($constructor: Kind) { text(kind: $constructor) }',
  ],
  ['an operation that is not named among several is refused', 'query a { text } query b { kind }'],
  ['an answer may have more fields than are remembered', `{ ${doubled(8)} }`],
];

/** A selection that is nested so often, twice at each level. */
function doubled(times: number): string {
  return times === 0 ? 'kind' : `a: thing { ${doubled(times - 1)} } b: thing { ${doubled(times - 1)} }`;
}

test.each(EXECUTED_ALIKE)('as graphql-js executes it: %s', async (_rule, query, ...variables) => {
  const executeOurs = createExecute();
  const document = parse(query);
  for (const given of variables.length === 0 ? [{}] : [...variables, ...variables]) {
    for (const seed of [1, 2, 3, 4]) {
      const asked = { query, operationName: null, variables: JSON.stringify(given) };
      expect(await answer(executeOurs, document, asked, seed)).toEqual(await answer(execute, document, asked, seed));
    }
  }
});

const plain = makeExecutableSchema({ typeDefs: TYPE_DEFS });

type Later = () => Promise<never>;

test.each<[what: string, query: string, rootValue: (later: Later) => object]>([
  ['object', '{ neededThing { text needed } }', (text) => ({ neededThing: { text, needed: null } })],
  ['list', '{ neededThings { needed } }', (needed) => ({ neededThings: [{ needed }, { needed: null }] })],
  ['list of promises', '{ neededThings { needed } }', (later) => ({ neededThings: [null, later()] })],
])(
  'a failed %s is answered at once, and what fails in it later is no unhandled rejection',
  async (_what, query, make) => {
    const later = Promise.withResolvers<void>();
    const failLater = async () => {
      await setImmediate();
      later.resolve();
      throw new Error('later');
    };
    const answered = createExecute()({ schema: plain, document: parse(query), rootValue: make(failLater) });
    expect(answered).toHaveProperty('data', null);
    await later.promise;
  },
);

test('the fields of a mutation are executed one after the other, until a value is missing that must be there', async () => {
  const steps: string[] = [];
  const takeTime = (step: string, value: unknown) => async () => {
    steps.push(`${step} begins`);
    await setImmediate();
    steps.push(`${step} ends`);
    return value;
  };
  const rootValue = { text: takeTime('text', 'a'), needed: takeTime('needed', null), kind: takeTime('kind', 'ONE') };
  const document = parse('mutation { text needed kind }');
  expect(await createExecute()({ schema: plain, document, rootValue })).toHaveProperty('data', null);
  expect(steps).toEqual(['text begins', 'text ends', 'needed begins', 'needed ends']);
});

test('of what fails beneath a field only that is told which made it null', async () => {
  const failAfter = (turns: number) => async () => {
    for (let turn = 0; turn < turns; turn++) await setImmediate();
    throw new Error('no value');
  };
  const rootValue = { thing: { needed: failAfter(1), text: failAfter(2) }, text: failAfter(3) };
  const document = parse('{ thing { needed text } text }');
  const { data, errors } = await createExecute()({ schema: plain, document, rootValue });
  expect(data).toEqual({ thing: null, text: null });
  expect(errors?.map(({ path }) => path)).toEqual([['thing', 'needed'], ['text']]);
});

test('a query whose values are all there is answered at once', () => {
  const rootValue = { things: [{ text: 'a' }, null], other: { kind: 'ONE' } };
  const document = parse('{ things { text } other { kind } }');
  const answered = createExecute()({ schema: plain, document, rootValue });
  expect(answered).toEqual({ data: rootValue });
});

test('an input type may contain itself', async () => {
  const typeDefs = 'input Tree { name: String!, below: [Tree!] } type Query { echo(tree: Tree!): String! }';
  const resolvers = { Query: { echo: (_source: unknown, values: object) => JSON.stringify(values) } };
  const recursive = makeExecutableSchema({ typeDefs, resolvers });
  const tree = { name: 'a', below: [{ name: 'b', below: [{ name: 'c' }] }] };
  const document = parse('query ($tree: Tree!) { echo(tree: $tree) }');
  const { data } = await createExecute()({ schema: recursive, document, variableValues: { tree } });
  expect(data).toEqual({ echo: JSON.stringify({ tree }) });
});

test.each([
  ['is remembered', 'query ($kind: Kind) { text(kind: $kind) }', true],
  ['is not remembered where a variable decides about it', 'query ($yes: Boolean!) { text @include(if: $yes) }', false],
  ['is not remembered where it is very much', `{ ${doubled(8)} }`, false],
])('what an operation selects %s', async (_rule, query, isRemembered) => {
  const document = parse(query);
  const [operation, rootType] = [getOperationAST(document), schema.getQueryType()];
  if (!operation || !rootType) throw new Error('There is no query.');
  const plan = new PlannedDocument(schema, document).planOf(operation, rootType);
  const before = plan.selectionsFor({ yes: true });
  fill(before, before.root());
  expect(plan.selectionsFor({ yes: true }) === before).toBe(isRemembered);
});

/** Looks at everything that is selected, as an answer does in which nothing is null. */
function fill(selections: Selections, fields: readonly SelectedField[]): void {
  for (const field of fields) {
    const type = getNamedType(field.definition.type);
    if (isObjectType(type)) fill(selections, selections.below(field, type));
  }
}
