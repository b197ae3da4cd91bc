import { setImmediate } from 'node:timers/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FieldNode,
  type GraphQLError,
  type GraphQLResolveInfo,
  getNamedType,
  parse,
  responsePathAsArray,
  validate,
} from 'graphql';
import { createExecute } from '../../src/graphql/execution/execute.ts';
import { cases } from '../support/cases.ts';
import { type Asked, print } from '../support/print-plan.ts';
import { createDocuments } from '../support/random-documents.ts';

// Every kind of type that the executor knows: fields that may be null or not, enums, lists of lists, interfaces, inputs.
const FIELDS = `
  text(of: Input = { name: "x" }, times: [Int!], kind: Kind): String
  needed: String!
  kind: Kind
  thing: Thing
  neededThing: Thing!
  other: Other
  things: [Thing]
  neededThings: [Thing!]!
  table: [[Int!]!]
  any(id: ID): Any
  anys: [Any!]
`;
const TYPE_DEFS = `
  enum Kind { ONE TWO }
  input Input { name: String! = "none" count: Int part: Part kinds: [Kind!] }
  input Part { flag: Boolean! = true tags: [[String!]] }
  interface Any { needed: String! thing: Thing }
  type Thing implements Any { ${FIELDS} }
  type Other implements Any { ${FIELDS} }
  type Query { ${FIELDS} }
  type Mutation { ${FIELDS} }
`;

type Behaviour = (step: string) => number;

/** A number for each step of an execution: the same for the same seed, whatever comes first. */
function behaviour(seed: number): Behaviour {
  return (step) => {
    let hash = seed;
    for (const character of step) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
    return (hash ^ (hash >>> 15)) >>> 0;
  };
}

const schema = makeExecutableSchema({
  typeDefs: TYPE_DEFS,
  resolvers: {
    ...Object.fromEntries(['Query', 'Mutation', 'Thing', 'Other'].map((type) => [type, resolversOf(type)])),
    Any: { __resolveType: ({ type }: { type: string }) => type },
  },
});

function resolversOf(type: string) {
  const names = [...FIELDS.matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name);
  // The rest are plain properties, or functions of the object.
  const resolved = names.filter((name) => type === 'Query' || type === 'Mutation' || name !== 'needed');
  return Object.fromEntries(resolved.map((name) => [name, resolve]));
}

type Context = { behave: Behaviour };

function resolve(_source: unknown, values: object, { behave }: Context, info: GraphQLResolveInfo): unknown {
  const step = describeStep(info, values);
  const pace = paceOf(info, behave);
  return come(behave, step, () => makeValue(info, step, { behave, pace }), pace);
}

/** What a resolver may be told of its field, in words. */
function describeStep(info: GraphQLResolveInfo, values: object): string {
  const nodes = info.fieldNodes.map((node: FieldNode) => node.loc?.start);
  const around = [info.parentType, info.returnType, info.operation.operation, Object.keys(info.fragments)];
  return `${placeOf(info)} ${info.fieldName} ${JSON.stringify([values, nodes, around, info.variableValues])}`;
}

function placeOf({ path }: GraphQLResolveInfo): string {
  return responsePathAsArray(path).join('.');
}

type Pace = 'now' | 'later' | 'either';

/**
 * All that is in a list comes at once, or nothing does: where an item fails at once, graphql-js forgets that others may fail later, and
 * Node.js ends a process for it.
 */
function paceOf({ path }: GraphQLResolveInfo, behave: Behaviour): Pace {
  const keys = responsePathAsArray(path);
  const index = keys.findIndex((key) => typeof key === 'number');
  return index < 0 ? 'either' : paceOfList(keys.slice(0, index).join('.'), behave);
}

function paceOfList(place: string, behave: Behaviour): Pace {
  return behave(`pace ${place}`) % 2 === 0 ? 'now' : 'later';
}

/** A value comes at once, later or much later; or it is null, a returned error or a thrown one. */
function come(behave: Behaviour, step: string, value: () => unknown, pace: Pace): unknown {
  const how = behave(`how ${step}`) % 16;
  const isLater = pace === 'later' || (pace === 'either' && how % 3 === 1);
  if (!isLater) return comeNow(step, how, value);
  if (how === 7) return setImmediate().then(value);
  return Promise.resolve().then(() => comeNow(step, how, value));
}

function comeNow(step: string, how: number, value: () => unknown): unknown {
  if (how < 2) throw new Error(`thrown at ${step}`);
  if (how === 2) return new Error(`returned at ${step}`);
  return how === 3 ? null : value();
}

function makeValue(info: GraphQLResolveInfo, step: string, { behave, pace }: Context & { pace: Pace }): unknown {
  const length = behave(`length ${step}`) % 4;
  const items = (make: (at: string, pace: Pace) => unknown) => {
    const paceOfItems = pace === 'either' ? paceOfList(placeOf(info), behave) : pace;
    return Array.from({ length }, (_, index) => {
      const at = `${step} item ${index}`;
      const isFailure = behave(`how ${at}`) % 16 < 2 && paceOfItems === 'now';
      return isFailure ? new Error(`at ${at}`) : come(behave, at, () => make(at, paceOfItems), paceOfItems);
    });
  };
  const isList = String(info.returnType).startsWith('[');
  const type = String(getNamedType(info.returnType));
  if (info.fieldName === 'kind') return ['ONE', 'TWO', 'THREE'][behave(step) % 3];
  if (info.fieldName === 'table')
    return length === 0 ? 'no list' : items((at) => [1, 2, behave(at) % 9 === 0 ? 'x' : 3]);
  if (['Any', 'Thing', 'Other'].includes(type)) {
    const object = (at: string, paceOfObject: Pace) => makeObject(at, behave, paceOfObject);
    return isList ? items(object) : object(step, pace);
  }
  return step;
}

/** What is `needed` of it is a property, or what a function of the object answers. */
function makeObject(step: string, behave: Behaviour, pace: Pace) {
  const type = ['Thing', 'Other', 'Thing', 'Query'][behave(`type ${step}`) % 4];
  const text = (values: object) => `${step} ${JSON.stringify(values)}`;
  if (pace === 'later') return { type, needed: async (values: object) => text(values) };
  return { type, needed: [step, null, text][behave(`needed ${step}`) % 3] };
}

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
  return { text: JSON.stringify(result.data), errors: comparable(result) };
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

  test('and many of them were executed, with many failures', () => {
    expect(executed).toBeGreaterThan(PARAMETERS.numRuns);
    expect(failed).toBeGreaterThan(executed);
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

test('a list that has failed waits for what may fail later, so that no rejection is unhandled', async () => {
  let hasFailed = false;
  const failLater = async () => {
    await setImmediate();
    hasFailed = true;
    throw new Error('later');
  };
  const rootValue = { neededThings: [{ needed: failLater }, { needed: null }] };
  const document = parse('{ neededThings { needed } }');
  const { data, errors } = await createExecute()({ schema: plain, document, rootValue });
  expect([data, errors?.map(({ path }) => path)]).toEqual([null, [['neededThings', 1, 'needed']]]);
  expect(hasFailed).toBe(true);
});

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
