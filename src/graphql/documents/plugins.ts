import { type DocumentNode, type ExecutionArgs, execute, type GraphQLSchema, getOperationAST, validate } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { PresentErrors } from '../errors/present.ts';
import { charge, type GraphQLRequest, mayIntrospect } from '../request.ts';
import { createDocumentCache } from './cache.ts';
import { createScale, type Scale } from './cost.ts';
import { MAXIMUM_ERRORS, parseBounded, refuseIntrospection } from './limits.ts';
import { boundMerging } from './merging.ts';
import { boundVariables } from './variable-limits.ts';

type RequestPlugin = Plugin<GraphQLRequest, GraphQLRequest>;

/** Parses and validates within the limits, each document once; executes by graphql-js itself. */
export function useDocuments(): RequestPlugin {
  // By size, not count: a few large documents must not fill the memory. Those that do not parse are not kept.
  const documents = createDocumentCache();
  // What validation found, which depends on whether the caller may introspect. It lives as long as the document.
  const validated = { introspecting: new Validated(), other: new Validated() };
  return {
    onParse({ params: { source }, setParseFn, setParsedDocument }) {
      const text = String(source);
      const known = documents.get(text);
      if (known) setParsedDocument(known);
      else setParseFn((...given: Parameters<typeof parseBounded>) => boundMerging(parseBounded(...given)));
      return ({ result, extendContext }) => {
        if (!result || result instanceof Error) return;
        extendContext({ document: result });
        if (!known) documents.set(text, result);
      };
    },
    onValidate({ context, params: { documentAST }, setResult, setValidationFn, addValidationRule }) {
      const hideSuggestions = !mayIntrospect(context.caller);
      const found = hideSuggestions ? validated.other : validated.introspecting;
      const known = found.get(documentAST);
      if (known) return setResult(known);
      if (hideSuggestions) addValidationRule(refuseIntrospection);
      setValidationFn((...[schema, document, rules]: Parameters<typeof validate>) =>
        validate(schema, document, rules, { maxErrors: MAXIMUM_ERRORS, hideSuggestions }),
      );
      return ({ result }) => void found.set(documentAST, result);
    },
    onExecute({ args: { variableValues }, setExecuteFn }) {
      boundVariables(variableValues);
      setExecuteFn((args: ExecutionArgs) => execute({ ...args, options: { maxCoercionErrors: MAXIMUM_ERRORS } }));
    },
  };
}

const Validated = WeakMap<DocumentNode, readonly Error[]>;

/** Charges what the operation costs, before it is executed. */
export function useCost(schema: GraphQLSchema): RequestPlugin {
  const scales = new WeakMap<object, Scale>();
  return {
    async onExecute({ args: { document, operationName, variableValues, contextValue } }) {
      const operation = getOperationAST(document, operationName);
      // Which operation is meant is `execute`'s to refuse.
      if (!operation) return;
      const weigh = scales.get(operation) ?? createScale(schema, document, operation);
      scales.set(operation, weigh);
      await charge(contextValue, operation, weigh(variableValues ?? {}));
    },
  };
}

/** Lets no error leave but as callers may see it. */
export function usePresentation(presentErrors: PresentErrors): RequestPlugin {
  return {
    onExecutionResult({ result, setResult, context }) {
      if (result && !isAsyncIterable(result)) setResult(presentErrors(result, context));
    },
  };
}
