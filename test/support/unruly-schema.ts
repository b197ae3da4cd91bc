import { setImmediate } from 'node:timers/promises';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { type FieldNode, type GraphQLResolveInfo, getNamedType, responsePathAsArray } from 'graphql';

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
export const TYPE_DEFS = `
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
export function behaviour(seed: number): Behaviour {
  return (step) => {
    let hash = seed;
    for (const character of step) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
    return (hash ^ (hash >>> 15)) >>> 0;
  };
}

/** Its values come at once or late, and fail in every way, as the behaviour of a seed has it. */
export const schema = makeExecutableSchema({
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

export type Context = { behave: Behaviour };

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
