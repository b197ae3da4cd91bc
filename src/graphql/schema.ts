import { makeExecutableSchema } from '@graphql-tools/schema';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { z } from 'zod';
import { CallerError } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { refusalPayload } from './errors.ts';
import { resolvers } from './generated/resolvers.ts';
import { typeDefs } from './generated/type-defs.ts';

/** The contract with its resolvers. Throws at start when a field has none. */
export function createSchema(): GraphQLSchema {
  const schema = makeExecutableSchema<Context>({ typeDefs, resolvers });
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: checkArguments,
    [MapperKind.MUTATION_ROOT_FIELD]: (field) => answerRefusals(checkArguments(field)),
  });
}

type Field = GraphQLFieldConfig<unknown, Context>;

// The one walker: no string with a NUL or half a character, and no id that is none, gets past it.
function checkArguments(field: Field): Field {
  const args = Object.entries(field.args ?? {});
  if (args.length === 0) return field;
  const resolve = field.resolve ?? defaultFieldResolver;
  return {
    ...field,
    resolve(source, values, context, info) {
      for (const [name, { type }] of args) checkValue(type, values[name], name);
      return resolve(source, values, context, info);
    },
  };
}

const id = z.uuid();

function checkValue(type: GraphQLInputType, value: unknown, name: string): void {
  if (value === null || value === undefined) return;
  if (isNonNullType(type)) checkValue(type.ofType, value, name);
  else if (isListType(type)) {
    if (Array.isArray(value)) for (const item of value) checkValue(type.ofType, item, name);
  } else if (isInputObjectType(type)) {
    for (const [key, field] of Object.entries(type.getFields())) {
      checkValue(field.type, Reflect.get(Object(value), key), `${name}.${key}`);
    }
  } else if (type === GraphQLID) {
    if (!id.safeParse(value).success) throw new CallerError('BAD_USER_INPUT', `${name} is not an id.`);
  } else if (type === GraphQLString && typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) {
      throw new CallerError('BAD_USER_INPUT', `${name} holds a NUL or half a character.`);
    }
  }
}

function answerRefusals(field: Field): Field {
  const resolve = field.resolve ?? defaultFieldResolver;
  return {
    ...field,
    async resolve(source, values, context, info) {
      try {
        return await resolve(source, values, context, info);
      } catch (error) {
        return refusalPayload(error);
      }
    },
  };
}
