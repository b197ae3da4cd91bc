import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql';
import { readArguments } from './arguments.ts';
import type { Context } from './context.ts';
import { countObjects } from './documents/answer-size.ts';
import { refusalPayload } from './errors/caller-errors.ts';
import { resolvers } from './generated/resolvers.ts';
import { requireResolvers } from './plain-fields.ts';
import { createReads } from './reads.ts';

const FOLDER = new URL('../../schema/', import.meta.url);

/** The schema with its resolvers. Throws when a field has none. */
export function createSchema(): GraphQLSchema {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'));
  const typeDefs = files.map((file) => readFileSync(new URL(file, FOLDER), 'utf8'));
  const schema = makeExecutableSchema<Context>({ typeDefs, resolvers });
  requireResolvers(schema, resolvers);
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field) => countObjects(readArguments(field)),
    [MapperKind.MUTATION_ROOT_FIELD]: (field) => readArguments(answerMutation(field)),
  });
}

function answerMutation(field: GraphQLFieldConfig<unknown, Context>): GraphQLFieldConfig<unknown, Context> {
  const resolve = field.resolve ?? defaultFieldResolver;
  return {
    ...field,
    async resolve(source, values, context, info) {
      // Mutations of one document run in order, and each may change what an earlier one loaded.
      context.reads = createReads(context, context.actor);
      try {
        return await resolve(source, values, context, info);
      } catch (error) {
        return { ...refusalPayload(error), input: values.input };
      }
    },
  };
}
