import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLFieldConfig, GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { readArguments } from './arguments.ts';
import type { Context } from './context.ts';
import { countObjects } from './documents/answer-size.ts';
import { refusalPayload } from './errors/caller-errors.ts';
import { resolvers } from './generated/resolvers.ts';
import { requireResolvers } from './plain-fields.ts';
import { requireReader } from './reader-fields.ts';
import { createReads } from './reads.ts';

const FOLDER = new URL('../../schema/', import.meta.url);

/** Runs the resolver of a root field, such as Query.checkAccess, in a span of its own. */
export type TraceField = <T>(name: string, run: () => T) => T;

/** The schema with its resolvers. Throws when a field has none. */
export function createSchema(traceField?: TraceField): GraphQLSchema {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'));
  const typeDefs = files.map((file) => readFileSync(new URL(file, FOLDER), 'utf8'));
  const schema = makeExecutableSchema<Context>({ typeDefs, resolvers });
  requireResolvers(schema, resolvers);
  const answering = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, name, type) => countObjects(readArguments(requireReader(field, name, type))),
    [MapperKind.MUTATION_ROOT_FIELD]: (field) => readArguments(answerMutation(field)),
    [MapperKind.SCALAR_TYPE]: describeAsWritten,
  });
  if (!traceField) return answering;
  return mapSchema(answering, {
    [MapperKind.ROOT_FIELD]: (field, name, type) => traced(field, `${type}.${name}`, traceField),
  });
}

/** In the contract's own words, which those of the library that reads the scalar would replace. */
function describeAsWritten(type: GraphQLScalarType): GraphQLScalarType {
  return new GraphQLScalarType({ ...type.toConfig(), description: type.astNode?.description?.value });
}

function traced(field: GraphQLFieldConfig<unknown, Context>, name: string, traceField: TraceField): typeof field {
  const resolve = field.resolve ?? defaultFieldResolver;
  return { ...field, resolve: (...given) => traceField(name, () => resolve(...given)) };
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
