import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  validate,
} from 'graphql';
import { createYoga, isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Actor } from '../domain/actor.ts';
import type { Context } from './context.ts';
import type { createDocumentCache } from './document-cache.ts';
import { MAXIMUM_ERRORS, parseBounded, refuseIntrospection } from './document-limits.ts';
import { type Exchange, mayIntrospect, type Params } from './exchange.ts';
import { keepCause, type PresentErrors } from './present-errors.ts';

type Parts = {
  documents: ReturnType<typeof createDocumentCache>;
  createContext: (actor: Actor) => Context;
  presentErrors: PresentErrors;
  /** Called with every document that is valid for its caller, before it is executed. */
  onValid: (document: DocumentNode, operation: OperationDefinitionNode, exchange: Exchange) => Promise<void>;
};

/** Yoga's pipeline, for documents that were not seen before: parses, validates and executes. */
export function createNewDocuments(schema: GraphQLSchema, parts: Parts) {
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
      documentCache: parts.documents,
      errorCache: { get: () => undefined, set: () => {} },
    },
    maskedErrors: { maskError: keepCause },
    plugins: [usePipeline(parts)],
  });
  return async ({ query, operationName, variables }: Params, exchange: Exchange): Promise<ExecutionResult> => {
    const params = {
      query,
      ...(operationName === null ? {} : { operationName }),
      ...(variables === null ? {} : { variables }),
    };
    // Past yoga's own HTTP, its Request, its Response and their streams: the gate before it has done all of their work,
    // and `render` says the rest.
    const result = await yoga.getResultForParams({ params, request: REQUEST }, exchange);
    if (!result || isAsyncIterable(result)) throw new Error('Nothing is answered bit by bit.');
    return result;
  };
}

const REQUEST = new Request('http://localhost/graphql', { method: 'POST' });

function usePipeline({ createContext, presentErrors, onValid }: Parts): Plugin<Context & Exchange, Exchange> {
  return {
    onParse: ({ setParseFn }) => setParseFn(parseBounded),
    onValidate({ context, setValidationFn, addValidationRule }) {
      const hideSuggestions = !mayIntrospect(context.caller);
      if (hideSuggestions) addValidationRule(refuseIntrospection);
      setValidationFn((...[schema, document, rules]: Parameters<typeof validate>) =>
        validate(schema, document, rules, { maxErrors: MAXIMUM_ERRORS, hideSuggestions }),
      );
    },
    onContextBuilding: ({ context, extendContext }) => extendContext(createContext(context.caller.actor)),
    async onExecute({ args }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation) await onValid(args.document, operation, args.contextValue);
    },
    onExecutionResult({ result, setResult, context }) {
      if (result && !isAsyncIterable(result)) setResult(presentErrors(result, context));
    },
  };
}
