import type { ExecutionResult } from 'graphql';
import { createYoga, isAsyncIterable } from 'graphql-yoga';
import type { Connections } from '../database/engine/connection.ts';
import { createContext, type Observer } from './context.ts';
import { useCost, useDocuments, usePresentation } from './documents/plugins.ts';
import { createPresentErrors, type ReportFault } from './errors/present.ts';
import { type Caller, createRequest, type GraphQLRequest, type Operation, type Params } from './request.ts';
import { createSchema } from './schema.ts';

type Answer = { result: ExecutionResult; operation: Operation | null };

export type AnswerGraphQL = (caller: Caller, params: Params) => Promise<Answer>;

/**
 * The one way into GraphQL: who asks and what is asked goes in, the result comes out. Every document takes yoga's pipeline
 * and graphql-js's `execute`; limits, cost and the presentation of errors are plugins on it. The transport stays outside.
 */
export function createAnswer(
  databases: Connections,
  { observer, report }: { observer: Observer; report: ReportFault },
): AnswerGraphQL {
  const schema = createSchema();
  const presentErrors = createPresentErrors(schema, report);
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
    const request = createRequest(caller, params, createContext(databases, caller, observer));
    // Past yoga's own HTTP, its Request, its Response and their streams: the gate before it has done all of their work.
    const result = await yoga.getResultForParams({ params: withoutNulls(params), request: REQUEST }, request);
    if (!result || isAsyncIterable(result)) throw new Error('Nothing is answered bit by bit.');
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
