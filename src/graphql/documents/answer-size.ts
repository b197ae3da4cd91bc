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
const MAXIMUM_BYTES = 8_000_000;

/**
 * What a document costs is weighed before it is executed; this counts what the lists of its answer really hold, some of which
 * nothing bounds (the projects of a workspace). Throws QUERY_TOO_COMPLEX in the list with which they become too many.
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

/** In bytes. More than that is not sent: it would fill the memory of who asks, as it did ours. */
export function isTooLong(body: string): boolean {
  // A character takes at least a byte, and counting bytes takes time.
  return body.length > MAXIMUM_BYTES || (body.length * 3 > MAXIMUM_BYTES && Buffer.byteLength(body) > MAXIMUM_BYTES);
}

export function tooLong(): CallerError {
  return tooLarge(`${MAXIMUM_BYTES / 1_000_000} MB`);
}

function tooLarge(limit: string): CallerError {
  return new CallerError('QUERY_TOO_COMPLEX', `An answer may have at most ${limit}: ask for less at once.`);
}
