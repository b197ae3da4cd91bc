import { randomUUID } from 'node:crypto';
import {
  type GraphQLArgument,
  GraphQLID,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { createSchema } from '../../src/graphql/schema.ts';

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** What a leaf or an object is given, by the name of its field; undefined for the usual example of its type. */
export type Chooser = (name: string) => Value | undefined;

const SCALARS: Record<string, Value> = { Int: 1, Boolean: true, DateTime: '2999-01-01T00:00:00Z', String: 'x' };

/** A value of the type with everything in it; a list has one item. */
function exampleOf(type: GraphQLInputType, name = '', choose: Chooser = () => undefined): Value {
  if (isNonNullType(type)) return exampleOf(type.ofType, name, choose);
  if (isListType(type)) return [exampleOf(type.ofType, name, choose)];
  const chosen = choose(name);
  if (chosen !== undefined) return chosen;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return Object.fromEntries(fields.map((field) => [field.name, exampleOf(field.type, field.name, choose)]));
  }
  if (isEnumType(type)) return type.getValues()[0]?.name ?? null;
  return type === GraphQLID ? randomUUID() : (SCALARS[type.name] ?? null);
}

/** The value once for each of its leaves of the type wanted, with the poison in that leaf's place. */
export function poisoned(
  type: GraphQLInputType,
  wanted: GraphQLInputType,
  poison: string,
  choose?: Chooser,
): [path: string, Value][] {
  if (isNonNullType(type)) return poisoned(type.ofType, wanted, poison, choose);
  if (isListType(type)) {
    return poisoned(type.ofType, wanted, poison, choose).map(([path, value]) => [`[]${path}`, [value]]);
  }
  if (isInputObjectType(type)) {
    return Object.entries(type.getFields()).flatMap(([name, field]) =>
      poisoned(field.type, wanted, poison, choose).map(([path, value]): [string, Value] => [
        `.${name}${path}`,
        { ...Object(exampleOf(type, '', choose)), [name]: value },
      ]),
    );
  }
  return type === wanted ? [['', poison]] : [];
}

export type Place = { name: string; document: string; argument: GraphQLArgument };

/** Every argument of the API, in a document that gives that argument alone, and the others that are required. */
export function listPlaces(): Place[] {
  const types = Object.values(createSchema().getTypeMap()).filter(isObjectType);
  return types
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.map((argument) => {
          const required = field.args.filter((each) => each !== argument && isNonNullType(each.type));
          const given = [`${argument.name}: $value`, ...required.map((each) => `${each.name}: $${each.name}`)];
          const defined = [`$value: ${argument.type}`, ...required.map((each) => `$${each.name}: ${each.type}`)];
          const selection = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
          return {
            name: `${type.name}.${field.name}(${argument.name})`,
            document: reach(type.name, `${field.name}(${given.join(', ')}) ${selection}`, defined.join(', ')),
            argument,
          };
        }),
      ),
    );
}

/** How a field of the type is reached. */
function reach(type: string, call: string, defined: string): string {
  const ways: Record<string, string> = {
    Query: `query (${defined}) { ${call} }`,
    Mutation: `mutation (${defined}) { ${call} }`,
    Project: `query ($id: ID!, ${defined}) { project(id: $id) { ${call} } }`,
    User: `query ($userId: ID!, ${defined}) { user(id: $userId) { ${call} } }`,
  };
  return ways[type] ?? '';
}
