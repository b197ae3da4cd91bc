import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  type OperationDefinitionNode,
  type OperationTypeNode,
  validate,
} from 'graphql';
import { createYoga, isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Databases } from '../database/connection.ts';
import { type Actor, strongestRole } from '../domain/actor.ts';
import { type CompiledOperation, createCompiledDocuments } from './compiled-documents.ts';
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
  { observer, report }: { observer: Observer; report: ReportFault },
): AnswerGraphQL {
  const schema = createSchema();
  const documents = createDocumentCache();
  const compiled = createCompiledDocuments(schema);
  const present = createPresent(createTextCleaner(schema), report);

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
      documentCache: documents,
      errorCache: { get: () => undefined, set: () => {} },
    },
    maskedErrors: { maskError: keepCause },
    plugins: [
      useLimits(async (document, operation, exchange) => {
        await charge(exchange, operation, weigh(schema, document, operation, exchange.variables ?? {}));
        compiled.remember(document);
      }),
      useContext((actor) => createContext(databases, actor, observer)),
      useErrors(present),
    ],
  });

  async function run({ operation, weigh, execute }: CompiledOperation, exchange: Exchange) {
    const variables = exchange.variables ?? {};
    try {
      await charge(exchange, operation, weigh(variables));
      const context = createContext(databases, exchange.caller.actor, observer);
      return present(await execute(context, variables), exchange);
    } catch (error) {
      return present({ errors: [keepCause(error)] }, exchange);
    }
  }

  // Past yoga's own HTTP, its Request, its Response and their streams: the gate before it has done all of their work, and
  // `render` says the rest. `npm run bench -- profile --only A` shows what is left.
  return async (caller, { query, operationName, variables }, mediaType) => {
    const exchange: Exchange = { caller, variables, outcome: { operation: null, codes: [] } };
    const document = documents.get(query);
    const operation = document && compiled.find(document, operationName);
    if (operation) return { ...render(await run(operation, exchange), mediaType), ...exchange.outcome };
    const params = {
      query,
      ...(operationName === null ? {} : { operationName }),
      ...(variables === null ? {} : { variables }),
    };
    const result = await yoga.getResultForParams({ params, request: REQUEST }, exchange);
    if (!result || isAsyncIterable(result)) throw new Error('Nothing is answered bit by bit.');
    return { ...render(result, mediaType), ...exchange.outcome };
  };
}

const REQUEST = new Request('http://localhost/graphql', { method: 'POST' });

function charge({ caller, outcome }: Exchange, operation: OperationDefinitionNode, cost: number): Promise<void> {
  outcome.operation = { type: operation.operation, name: operation.name?.value ?? null };
  return caller.spend(cost);
}

function useLimits(
  charge: (document: DocumentNode, operation: OperationDefinitionNode, exchange: Exchange) => Promise<void>,
): ExchangePlugin {
  return {
    onParse: ({ setParseFn }) => setParseFn(parseBounded),
    onValidate({ context, setValidationFn, addValidationRule }) {
      const mayIntrospect = mayIntrospectAs(context.caller);
      if (!mayIntrospect) addValidationRule(refuseIntrospection);
      setValidationFn((...[schema, document, rules]: Parameters<typeof validate>) =>
        validate(schema, document, rules, { maxErrors: MAXIMUM_ERRORS, hideSuggestions: !mayIntrospect }),
      );
    },
    async onExecute({ args }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation) await charge(args.document, operation, args.contextValue);
    },
  };
}

function useContext(create: (actor: Actor) => Context): ExchangePlugin {
  return { onContextBuilding: ({ context, extendContext }) => extendContext(create(context.caller.actor)) };
}

function useErrors(present: Present): ExchangePlugin {
  return {
    onExecutionResult({ result, setResult, context }) {
      if (result && !isAsyncIterable(result)) setResult(present(result, context));
    },
  };
}

type Present = (result: ExecutionResult, exchange: Exchange) => ExecutionResult;

function createPresent(clean: (message: string) => string, report: ReportFault): Present {
  return (result, { caller, outcome }) => {
    if (!result.errors) return result;
    const cleanFor = (message: string) =>
      mayIntrospectAs(caller) ? clean(message) : clean(message).replace(/ Did you mean .*$/s, '');
    const errors = result.errors
      .slice(0, MAXIMUM_ERRORS)
      .map((error) => presentError(error, cleanFor, caller.correlationId, report));
    outcome.codes.push(...errors.map((error) => String(error.extensions.code)));
    return { ...result, errors };
  };
}

function mayIntrospectAs({ actor }: Caller): boolean {
  return strongestRole(actor) !== 'GATEWAY';
}

// The errors are presented all in one place, which needs their causes; nothing of them may pass it by.
function keepCause(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError('Internal server error.', { originalError });
}
