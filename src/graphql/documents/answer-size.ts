import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
} from 'graphql';
import { CallerError } from '../../domain/caller-error.ts';
import type { Context } from '../context.ts';

const MAXIMUM_OBJECTS = 50_000;
/** Of an answer as JSON. */
export const MAXIMUM_BYTES = 8_000_000;

/**
 * Counts the objects in the lists of an answer. The cost of a document is estimated before it is executed, but nothing bounds
 * some lists (the projects of a workspace). Throws QUERY_TOO_COMPLEX in the list that exceeds the limit.
 */
export function countObjects(field: GraphQLFieldConfig<unknown, Context>): GraphQLFieldConfig<unknown, Context> {
  if (!isListType(getNullableType(field.type)) || !isCompositeType(getNamedType(field.type))) return field;
  const resolve = field.resolve ?? defaultFieldResolver;
  return {
    ...field,
    resolve(source, values, context, info) {
      const list: unknown = resolve(source, values, context, info);
      return list instanceof Promise ? list.then((items) => count(items, context)) : count(list, context);
    },
  };
}

function count(list: unknown, context: Context): unknown {
  if (!Array.isArray(list)) return list;
  context.objects += list.length;
  if (context.objects > MAXIMUM_OBJECTS) throw tooLarge(`${MAXIMUM_OBJECTS.toLocaleString('en')} objects`);
  return list;
}

/** Stands for data that are known to be too long before they are written out: the JSON of many long aliases is far over the bound. */
export const TOO_LONG: Record<string, unknown> = {};

/** Whether the body has more than 8 MB. Such an answer is not sent: it would fill the caller's memory as it filled ours. */
export function isTooLong(body: string): boolean {
  // A character takes one to three bytes per unit of length; counting the bytes takes time, so only doubtful bodies are counted.
  return body.length > MAXIMUM_BYTES || (body.length * 3 > MAXIMUM_BYTES && Buffer.byteLength(body) > MAXIMUM_BYTES);
}

export function tooLong(): CallerError {
  return tooLarge(`${MAXIMUM_BYTES / 1_000_000} MB`);
}

function tooLarge(limit: string): CallerError {
  return new CallerError('QUERY_TOO_COMPLEX', `An answer may have at most ${limit}: ask for less at once.`);
}
