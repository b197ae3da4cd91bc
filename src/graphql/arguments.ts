import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  GraphQLID,
  type GraphQLInputType,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { z } from 'zod';
import { CallerError } from '../domain/refusal.ts';
import type { Context } from './context.ts';

/**
 * The one walker over every argument: an id that is none and a text with a NUL or half a character are BAD_USER_INPUT,
 * so no resolver behind it meets them.
 */
export function readArguments(field: GraphQLFieldConfig<unknown, Context>): GraphQLFieldConfig<unknown, Context> {
  const types = Object.entries(field.args ?? {}).map(([name, { type }]) => [name, type] as const);
  if (types.length === 0) return field;
  const resolve = field.resolve ?? defaultFieldResolver;
  return {
    ...field,
    resolve(source, values, context, info) {
      return resolve(source, readFields(types, values, ''), context, info);
    },
  };
}

type Fields = Record<string, unknown>;

function readFields(types: (readonly [string, GraphQLInputType])[], values: Fields, path: string): Fields {
  const read: Fields = {};
  for (const [name, type] of types) {
    if (name in values) read[name] = readValue(type, values[name], `${path}${name}`);
  }
  return read;
}

function readValue(type: GraphQLInputType, value: unknown, path: string): unknown {
  if (value === null || value === undefined) return value;
  if (isNonNullType(type)) return readValue(type.ofType, value, path);
  if (isListType(type)) return Array.isArray(value) ? value.map((item) => readValue(type.ofType, item, path)) : value;
  if (isInputObjectType(type)) {
    const types = Object.entries(type.getFields()).map(([name, field]) => [name, field.type] as const);
    return readFields(types, { ...value }, `${path}.`);
  }
  if (type === GraphQLID) return readId(value, path);
  if (type === GraphQLString && typeof value === 'string') requireWellFormed(value, path);
  return value;
}

const id = z.guid();

// PostgreSQL answers ids in lower case; asked for in upper case they are the same.
function readId(value: unknown, path: string): string {
  const parsed = id.safeParse(value);
  if (!parsed.success) throw new CallerError('BAD_USER_INPUT', `${path} must be a UUID.`);
  return parsed.data.toLowerCase();
}

function requireWellFormed(text: string, path: string): void {
  if (!text.includes('\0') && text.isWellFormed()) return;
  throw new CallerError('BAD_USER_INPUT', `${path} holds a NUL or half a character.`);
}
