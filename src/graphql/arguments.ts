import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLNonNull,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { z } from 'zod';
import { CallerError } from '../domain/caller-error.ts';
import type { Context } from './context.ts';

/**
 * Checks all arguments of a field: throws BAD_USER_INPUT for an id that is not a UUID, and for a text that contains a NUL or an
 * unpaired surrogate. So resolvers never meet them. Ids become lower-case.
 */
export function readArguments(field: GraphQLFieldConfig<unknown, Context>): GraphQLFieldConfig<unknown, Context> {
  const types = Object.entries(field.args ?? {}).map(([name, { type }]) => [name, type] as const);
  if (types.length === 0) return field;
  const resolve = field.resolve ?? defaultFieldResolver;
  const read = fieldsReader(types, '');
  return { ...field, resolve: (source, values, context, info) => resolve(source, read(values), context, info) };
}

/** Checks a value of the type, whose name is `path`, in the same way. */
export function readInput(type: GraphQLInputType, value: unknown, path: string): unknown {
  return reader(type, path)(value);
}

type Fields = Record<string, unknown>;
type Read = (value: unknown) => unknown;

// Readers are made once for each argument. In a batch of a hundred senders, the types would be inspected a hundred times.
function fieldsReader(types: (readonly [string, GraphQLInputType])[], path: string): (values: Fields) => Fields {
  const readers = types.map(([name, type]) => [name, reader(type, `${path}${name}`)] as const);
  return (values) => {
    const fields: Fields = {};
    for (const [name, read] of readers) {
      if (name in values) fields[name] = read(values[name]);
    }
    return fields;
  };
}

function reader(type: GraphQLInputType, path: string): Read {
  if (isNonNullType(type)) return reader(type.ofType, path);
  const read = presentReader(type, path);
  return (value) => (value === null || value === undefined ? value : read(value));
}

function presentReader(type: Exclude<GraphQLInputType, GraphQLNonNull<GraphQLInputType>>, path: string): Read {
  if (isListType(type)) {
    // Items know only where they are in their list, which adds its own place and their position if one is unfit.
    const read = reader(type.ofType, '');
    return (value) => (Array.isArray(value) ? readList(value, read, path) : value);
  }
  if (isInputObjectType(type)) {
    const types = Object.entries(type.getFields()).map(([name, field]) => [name, field.type] as const);
    const read = fieldsReader(types, `${path}.`);
    return (value) => read(Object(value));
  }
  if (type === GraphQLID) return (value) => readId(value, path);
  if (type === GraphQLString) return (value) => readText(value, path);
  return (value) => value;
}

function readList(list: readonly unknown[], read: Read, path: string): unknown[] {
  const items: unknown[] = [];
  try {
    for (const item of list) items.push(read(item));
  } catch (error) {
    if (!(error instanceof UnfitValueError)) throw error;
    throw new UnfitValueError(`${path}[${items.length}]${error.path}`, error.reason);
  }
  return items;
}

class UnfitValueError extends CallerError {
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super('BAD_USER_INPUT', `${path} ${reason}.`);
    this.path = path;
    this.reason = reason;
  }
}

const id = z.guid();

/** The id in lower case, as PostgreSQL returns it, so that it is the same text in either case; undefined for what is no UUID. */
export function parseId(value: unknown): string | undefined {
  return id.safeParse(value).data?.toLowerCase();
}

function readId(value: unknown, path: string): string {
  const parsed = parseId(value);
  if (parsed === undefined) throw new UnfitValueError(path, 'must be a UUID');
  return parsed;
}

/** Whether PostgreSQL can keep the text: it has neither a NUL nor an unpaired surrogate. */
export function canBeKept(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function readText(value: unknown, path: string): unknown {
  if (typeof value !== 'string' || canBeKept(value)) return value;
  throw new UnfitValueError(path, 'contains a NUL character or an unpaired surrogate');
}
