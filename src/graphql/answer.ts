import { type ExecutionResult, GraphQLError } from 'graphql';
import { createYoga, isAsyncIterable } from 'graphql-yoga';
import type { Databases } from '../database/engine/connection.ts';
import { createContext, type Observer } from './context.ts';
import { isTooLong, tooLong } from './documents/answer-size.ts';
import { useCost, useDocuments, usePresentation } from './documents/plugins.ts';
import { createPresentErrors, type ReportFault } from './errors/present.ts';
import { type MediaType, render } from './render.ts';
import { type Caller, createExchange, type Exchange, type Outcome, type Params } from './request.ts';
import { createSchema } from './schema.ts';

type Answer = Outcome & { status: number; headers: Record<string, string>; body: string };

export type AnswerGraphQL = (caller: Caller, params: Params, mediaType: MediaType) => Promise<Answer>;

/**
 * The one way into GraphQL: who asks and what is asked goes in, the response comes out. Every document takes yoga's pipeline
 * and graphql-js's `execute`; limits, cost and the presentation of errors are plugins on it. The transport stays outside.
 */
export function createAnswer(
  databases: Databases,
  { observer, report }: { observer: Observer; report: ReportFault },
): AnswerGraphQL {
  const schema = createSchema();
  const presentErrors = createPresentErrors(schema, report);
  const yoga = createYoga<Exchange>({
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

  async function execute(params: Params, exchange: Exchange): Promise<ExecutionResult> {
    // Past yoga's own HTTP, its Request, its Response and their streams: the gate before it has done all of their work,
    // and `render` says the rest.
    const result = await yoga.getResultForParams({ params: withoutNulls(params), request: REQUEST }, exchange);
    if (!result || isAsyncIterable(result)) throw new Error('Nothing is answered bit by bit.');
    return result;
  }

  return async (caller, params, mediaType) => {
    const exchange = createExchange(caller, params, createContext(databases, caller, observer));
    const rendered = render(await execute(params, exchange), mediaType);
    if (!isTooLong(rendered.body)) return { ...rendered, ...exchange.outcome };
    const refusal = new GraphQLError('', { originalError: tooLong() });
    return { ...render(presentErrors({ errors: [refusal] }, exchange), mediaType), ...exchange.outcome };
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
