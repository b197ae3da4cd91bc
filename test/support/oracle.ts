import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { connect, connectForShortReads, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { authenticate } from '../../src/domain/authentication.ts';
import { createContext } from '../../src/graphql/context.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import type { Asked } from './print-plan.ts';

/** What graphql-js itself answers of our schema, on a database: nothing is remembered from one document to the next. */
export async function createOracle(connectionString: string) {
  const connections = {
    db: connect(connectionString, { role: SERVER_ROLE }),
    shortReads: connectForShortReads(connectionString, { role: SERVER_ROLE }),
  };
  const resolved = new Set<string>();
  let pending = 0;
  const schema = mapSchema(createSchema(), {
    [MapperKind.OBJECT_FIELD]: (field, name, type) => {
      const { resolve = defaultFieldResolver } = field;
      return {
        ...field,
        resolve(...given) {
          resolved.add(`${type}.${name}`);
          const value = resolve(...given);
          if (!(value instanceof Promise)) return value;
          pending += 1;
          return value.finally(() => {
            pending -= 1;
          });
        },
      };
    },
  });

  /** Undefined for a key that nobody has. */
  async function answer(
    secret: string,
    { query, operationName, variables }: Asked,
  ): Promise<ExecutionResult | undefined> {
    const actor = await authenticate(connections, null, secret);
    if (!actor || 'refused' in actor) return undefined;
    try {
      const document = parse(query);
      // Yoga looks for the operation before anything else, and says it in words of its own.
      if (!getOperationAST(document, operationName)) return { errors: [new GraphQLError('Could')] };
      const errors = validate(schema, document, specifiedRules, { maxErrors: Number.POSITIVE_INFINITY });
      if (errors.length > 0) return { errors };
      const caller = {
        actor,
        correlationId: '',
        traceId: '',
        isReadOnly: false,
        spend: async () => {},
        waitLonger() {},
      };
      const contextValue = createContext(connections, caller, {
        accessDecided() {},
        registered() {},
        strangerRefused() {},
        removed() {},
      });
      const variableValues = JSON.parse(variables);
      const result = await execute({ schema, document, operationName, contextValue, variableValues });
      // Where a field is null because of one error, others beneath it may come too late to be told: here they are awaited.
      do await new Promise(setImmediate);
      while (pending > 0);
      return result;
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  return {
    answer,
    /** The fields that were ever resolved. */
    resolved,
    close: () => Promise.all([connections.db.destroy(), connections.shortReads.destroy()]),
  };
}
