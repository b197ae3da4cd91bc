import { isDeepStrictEqual } from 'node:util';
import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import {
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
} from 'graphql';
import { elementsOf } from './schema-elements.ts';

const REASON = /^Use .+ instead; removed after (\d{4}-\d{2}-\d{2})\.$/;

/** What a client written for the first contract could miss in the second one, as sentences. What was deprecated until before the day may go. */
export function findBreaks(released: GraphQLSchema, next: GraphQLSchema, day: string): string[] {
  const promised = withoutExpired(released, day);
  const defaults = findDangerousChanges(promised, next).filter(
    ({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
  );
  const told = [...findBreakingChanges(promised, next), ...defaults].map(({ description }) => description);
  return [...told, ...changedInputDefaults(promised, next)];
}

/** The values that enums have gained: callers who switch over an enum have to learn of them. */
export function findNewValues(released: GraphQLSchema, next: GraphQLSchema): string[] {
  return Object.values(released.getTypeMap()).flatMap((type) => {
    const now = next.getType(type.name);
    if (!isEnumType(type) || !isEnumType(now)) return [];
    return now.getValues().flatMap(({ name }) => (type.getValue(name) ? [] : [name]));
  });
}

/** What is deprecated with a reason that does not tell both what to use instead and the last day on which it is there. */
export function findVagueDeprecations(schema: GraphQLSchema): string[] {
  return elementsOf(schema).flatMap(({ name, deprecationReason: reason }) =>
    reason === null || lastDay(reason) ? [] : [`${name}: ${reason}`],
  );
}

function withoutExpired(schema: GraphQLSchema, day: string): GraphQLSchema {
  const unlessExpired = ({ deprecationReason }: { deprecationReason?: string | null }) => {
    const last = lastDay(deprecationReason ?? '');
    return last !== undefined && last < day ? null : undefined;
  };
  const without = mapSchema(schema, {
    [MapperKind.FIELD]: unlessExpired,
    [MapperKind.ARGUMENT]: unlessExpired,
    [MapperKind.ENUM_VALUE]: unlessExpired,
  });
  // A type goes with the last field that answers it.
  return pruneSchema(without);
}

/** The day in the reason of a deprecation, if it is one of the calendar. */
function lastDay(reason: string): string | undefined {
  const [, day = ''] = REASON.exec(reason) ?? [];
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

/** graphql-js compares the defaults of arguments alone. */
function changedInputDefaults(before: GraphQLSchema, after: GraphQLSchema): string[] {
  return Object.values(before.getTypeMap()).flatMap((type) => {
    const now = after.getType(type.name);
    if (!isInputObjectType(type) || !isInputObjectType(now)) return [];
    return Object.values(type.getFields()).flatMap(({ name, defaultValue }) => {
      const field = now.getFields()[name];
      if (!field || isDeepStrictEqual(field.defaultValue, defaultValue)) return [];
      return [`${type.name}.${name} has another default value.`];
    });
  });
}
