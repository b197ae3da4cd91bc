import { type DocumentNode, type ExecutionArgs, type GraphQLSchema, getOperationAST, validate } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { PresentErrors } from '../errors/present.ts';
import { ReadOnlyError } from '../errors/read-only.ts';
import { createExecute } from '../execution/execute.ts';
import { charge, type GraphQLRequest } from '../request.ts';
import { MAXIMUM_BYTES } from './answer-size.ts';
import { createDocumentCache } from './cache.ts';
import { createScale, type Scale } from './cost.ts';
import { MAXIMUM_ERRORS, parseBounded } from './limits.ts';
import { boundMerging } from './merging.ts';
import { boundVariables } from './variable-limits.ts';

type RequestPlugin = Plugin<GraphQLRequest, GraphQLRequest>;

/** Parses and validates within the limits, each document once, and executes it. */
export function useDocuments(): RequestPlugin {
  // Limited by size, not count: a few large documents must not fill the memory. Documents that do not parse are not kept.
  const documents = createDocumentCache();
  // Results of validation. They are kept as long as the document.
  const validated = new WeakMap<DocumentNode, readonly Error[]>();
  const execute = createExecute({ mostErrors: MAXIMUM_ERRORS, mostLength: MAXIMUM_BYTES });
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
    onValidate({ params: { documentAST }, setResult, setValidationFn }) {
      const known = validated.get(documentAST);
      if (known) return setResult(known);
      setValidationFn((...[schema, document, rules]: Parameters<typeof validate>) =>
        validate(schema, document, rules, { maxErrors: MAXIMUM_ERRORS }),
      );
      return ({ result }) => void validated.set(documentAST, result);
    },
    onExecute({ args: { variableValues }, setExecuteFn }) {
      boundVariables(variableValues);
      setExecuteFn((args: ExecutionArgs) => execute({ ...args, options: { maxCoercionErrors: MAXIMUM_ERRORS } }));
    },
  };
}

/** Charges the cost of the operation before it is executed. Throws ReadOnlyError for a mutation where only queries are executed. */
export function useCost(schema: GraphQLSchema): RequestPlugin {
  const scales = new WeakMap<object, Scale>();
  return {
    async onExecute({ args: { document, operationName, variableValues, contextValue } }) {
      const operation = getOperationAST(document, operationName);
      // `execute` reports that the operation is missing or ambiguous.
      if (!operation) return;
      if (contextValue.caller.isReadOnly && operation.operation !== 'query') throw new ReadOnlyError();
      const weigh = scales.get(operation) ?? createScale(schema, document, operation);
      scales.set(operation, weigh);
      await charge(contextValue, operation, weigh(variableValues ?? {}));
    },
  };
}

/** Presents all errors of a result as callers may see them. */
export function usePresentation(presentErrors: PresentErrors): RequestPlugin {
  return {
    onExecutionResult({ result, setResult, context }) {
      if (result && !isAsyncIterable(result)) setResult(presentErrors(result, context));
    },
  };
}
