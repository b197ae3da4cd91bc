import { GraphQLError, getOperationAST, type OperationTypeNode, validate } from 'graphql';
import { createYoga, isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Databases } from '../database/connection.ts';
import { type Actor, strongestRole } from '../domain/actor.ts';
import { createCompiledDocuments } from './compiled-documents.ts';
import { type Context, createContext, type Observer } from './context.ts';
import { createDocumentCache } from './document-cache.ts';
import { weigh } from './document-cost.ts';
import { MAXIMUM_ERRORS, parseBounded, refuseIntrospection } from './document-limits.ts';
import { createTextCleaner } from './error-text.ts';
import { presentError } from './errors.ts';
import { type MediaType, render } from './render.ts';
import { createSchema } from './schema.ts';

/** Who asks. */
type Caller = {
  actor: Actor;
  correlationId: string;
  /** Charges the cost of a document; rejects when the caller has none left. */
  spend: (cost: number) => Promise<void>;
};

export type Params = { query: string; operationName: string | null; variables: Record<string, unknown> | null };

export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string;
  operation: { type: OperationTypeNode; name: string | null } | null;
  codes: string[];
};

export type AnswerGraphQL = (caller: Caller, params: Params, mediaType: MediaType) => Promise<Answer>;
export type ReportFault = (error: unknown, correlationId: string) => void;

type Outcome = Pick<Answer, 'operation' | 'codes'>;
type Exchange = { caller: Caller; variables: Params['variables']; outcome: Outcome };
type ExchangePlugin = Plugin<Context & Exchange, Exchange>;

/** The one way into GraphQL: who asks and what is asked goes in, the response comes out. The transport stays outside. */
export function createAnswer(
  databases: Databases,
  options: { observer: Observer; report: ReportFault },
): AnswerGraphQL {
  const schema = createSchema();
  const yoga = createYoga<Exchange, Context>({
    schema,
    landingPage: false,
    graphiql: false,
    multipart: false,
    batching: false,
    cors: false,
    logging: false,
    // By size, not count: a few large documents must not fill the memory. Those that do not parse are not kept.
    parserAndValidationCache: {
      documentCache: createDocumentCache(),
      errorCache: { get: () => undefined, set: () => {} },
    },
    maskedErrors: { maskError: keepCause },
    plugins: [
      useLimits(createCompiledDocuments(schema)),
      useContext(databases, options.observer),
      useErrors(createTextCleaner(schema), options),
    ],
  });

  // Past yoga's own HTTP, its Request, its Response and their streams: the gate before it has done all of their work, and
  // `render` says the rest. `npm run bench -- profile --only A` shows what is left.
  return async (caller, { query, operationName, variables }, mediaType) => {
    const outcome: Outcome = { operation: null, codes: [] };
    const params = {
      query,
      ...(operationName === null ? {} : { operationName }),
      ...(variables === null ? {} : { variables }),
    };
    const result = await yoga.getResultForParams({ params, request: REQUEST }, { caller, variables, outcome });
    if (!result || isAsyncIterable(result)) throw new Error('Nothing is answered bit by bit.');
    return { ...render(result, mediaType), ...outcome };
  };
}

const REQUEST = new Request('http://localhost/graphql', { method: 'POST' });

function useContext(databases: Databases, observer: Observer): ExchangePlugin {
  return {
    onContextBuilding: ({ context, extendContext }) =>
      extendContext(createContext(databases, context.caller.actor, observer)),
  };
}

function useLimits(compiled: ReturnType<typeof createCompiledDocuments>): ExchangePlugin {
  return {
    onParse: ({ setParseFn }) => setParseFn(parseBounded),
    onValidate({ context, setValidationFn, addValidationRule }) {
      const mayIntrospect = mayIntrospectAs(context.caller);
      if (!mayIntrospect) addValidationRule(refuseIntrospection);
      setValidationFn((...[schema, document, rules]: Parameters<typeof validate>) =>
        validate(schema, document, rules, { maxErrors: MAXIMUM_ERRORS, hideSuggestions: !mayIntrospect }),
      );
    },
    async onExecute({ args, executeFn, setExecuteFn }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (!operation) return;
      const { contextValue, schema, document } = args;
      contextValue.outcome.operation = { type: operation.operation, name: operation.name?.value ?? null };
      await contextValue.caller.spend(weigh(schema, document, operation, contextValue.variables ?? {}));
      const execute = compiled(document, args.operationName);
      if (execute) {
        setExecuteFn(async (given) => {
          const result = await execute(undefined, contextValue, args.variableValues ?? {});
          // Without data nothing ran: variables that do not fit are told by graphql itself, in words that we know to clean.
          return result.data === undefined ? executeFn(given) : result;
        });
      }
    },
  };
}

function useErrors(clean: (message: string) => string, { report }: { report: ReportFault }): ExchangePlugin {
  return {
    onExecutionResult({ result, setResult, context }) {
      if (!result || !('errors' in result) || !result.errors) return;
      const { caller, outcome } = context;
      const cleanFor = (message: string) =>
        mayIntrospectAs(caller) ? clean(message) : clean(message).replace(/ Did you mean .*$/s, '');
      const errors = result.errors
        .slice(0, MAXIMUM_ERRORS)
        .map((error) => presentError(error, cleanFor, caller.correlationId, report));
      outcome.codes.push(...errors.map((error) => String(error.extensions.code)));
      setResult({ ...result, errors });
    },
  };
}

function mayIntrospectAs({ actor }: Caller): boolean {
  return strongestRole(actor) !== 'GATEWAY';
}

// The errors are presented all in one place, which needs their causes; nothing of them may pass it by.
function keepCause(error: unknown): Error {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError('Internal server error.', { originalError });
}
