import {
  GraphQLID,
  type GraphQLSchema,
  GraphQLString,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Connections } from '../database/engine/connection.ts';
import type { Actor } from '../domain/actor.ts';
import { CallerError } from '../domain/caller-error.ts';
import { type ExportedPerson, exportPerson } from '../domain/person-exports.ts';
import { exportUsers, type UsersExport } from '../domain/user-exports.ts';
import { readSelection, type UserSelectionInput } from '../domain/user-selection.ts';
import { readInput } from './arguments.ts';

/** What is exported beside GraphQL, in its terms: ids, search and filter are read as in a query. */
export type Exports = {
  /** Throws BAD_USER_INPUT for a parameter that is neither `search` nor a field of UserFilter, or malformed. */
  users(actor: Actor, projectId: string, parameters: URLSearchParams): Promise<UsersExport | undefined>;
  person(actor: Actor, userId: string): Promise<ExportedPerson | undefined>;
};

export function createExports({ db }: Connections, schema: GraphQLSchema): Exports {
  return {
    async users(actor, projectId, parameters) {
      const selection = readSelection(readId(projectId), readParameters(schema, parameters));
      return exportUsers({ actor, db }, selection);
    },
    person: async (actor, userId) => exportPerson({ actor, db }, readId(userId)),
  };
}

function readId(text: string): string {
  return String(readInput(GraphQLID, text, 'id'));
}

/** The types are those of UserFilter, so a new field of it is a parameter, too. Lists are parameters given several times. */
function readParameters(schema: GraphQLSchema, parameters: URLSearchParams): UserSelectionInput {
  const filter = schema.getType('UserFilter');
  if (!isInputObjectType(filter)) throw new Error('The schema has no UserFilter.');
  const types = { ...filter.getFields(), search: { type: GraphQLString } };
  const read = Object.fromEntries(
    Array.from(new Set(parameters.keys()), (name) => {
      if (!Object.hasOwn(types, name)) throw unknownParameter(Object.keys(types));
      const { type } = types[name as keyof typeof types];
      return [name, readParameter(type, parameters.getAll(name), name)];
    }),
  );
  const { search, ...fields } = read;
  return { search, filter: fields } as UserSelectionInput;
}

function readParameter(type: unknown, texts: readonly string[], name: string): unknown {
  if (isNonNullType(type)) return readParameter(type.ofType, texts, name);
  if (isListType(type)) return texts.map((text) => readParameter(type.ofType, [text], name));
  if (!isLeafType(type)) throw new Error(`The parameter ${name} has no plain type.`);
  const [text = '', ...more] = texts;
  if (more.length > 0) throw new CallerError('BAD_USER_INPUT', `${name} is given more than once.`);
  return readInput(type, parseLeaf(type, text, name), name);
}

function parseLeaf(type: { name: string; parseValue(value: unknown): unknown }, text: string, name: string): unknown {
  try {
    return type.parseValue(type.name === 'Boolean' ? { true: true, false: false }[text] : text);
  } catch {
    throw new CallerError('BAD_USER_INPUT', `${name} is not a ${type.name}.`);
  }
}

function unknownParameter(known: readonly string[]): CallerError {
  return new CallerError('BAD_USER_INPUT', `There is an unknown parameter. Known are ${known.toSorted().join(', ')}.`);
}
