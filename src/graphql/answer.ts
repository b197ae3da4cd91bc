import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { createYoga, isAsyncIterable } from 'graphql-yoga';
import type { Connections } from '../database/engine/connection.ts';
import type { Caller } from './caller.ts';
import { createContext, type Observer } from './context.ts';
import { useCost, useDocuments, usePresentation } from './documents/plugins.ts';
import type { Faults } from './errors/caller-errors.ts';
import { createPresentErrors } from './errors/present.ts';
import { createRequest, type GraphQLRequest, type Operation, type Params } from './request.ts';

type Answer = { result: ExecutionResult; operation: Operation | null };

export type AnswerGraphQL = (caller: Caller, params: Params) => Promise<Answer>;

/**
 * Returns the only way into GraphQL: a caller and a request go in, the result comes out; HTTP stays outside. Every document goes
 * through yoga's pipeline; limits, cost, execution and the presentation of errors are plugins.
 */
export function createAnswer(
  connections: Connections,
  { schema, observer, faults }: { schema: GraphQLSchema; observer: Observer; faults: Faults },
): AnswerGraphQL {
  const presentErrors = createPresentErrors(schema, faults);
  const yoga = createYoga<GraphQLRequest>({
    schema,
    landingPage: false,
    graphiql: false,
    multipart: false,
    batching: false,
    cors: false,
    logging: false,
    maskedErrors: false,
    parserAndValidationCache: false,
    plugins: [useDocuments(), useCost(schema), usePresentation(presentErrors)],
  });

  return async (caller, params) => {
    const request = createRequest(caller, params, createContext(connections, caller, observer));
    // This bypasses yoga's own HTTP handling (Request, Response, streams), because our gate has done that work already.
    const result = await yoga.getResultForParams({ params: withoutNulls(params), request: REQUEST }, request);
    if (!result || isAsyncIterable(result)) throw new Error('Incremental results are not supported.');
    return { result, operation: request.operation };
  };
}

const REQUEST = new Request('http://localhost/graphql', { method: 'POST' });

function withoutNulls({ query, operationName, variables }: Params) {
  return {
    query,
    ...(operationName === null ? {} : { operationName }),
    ...(variables === null ? {} : { variables }),
  };
}
