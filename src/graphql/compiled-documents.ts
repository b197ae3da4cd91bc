import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from './context.ts';
import { createScale } from './document-cost.ts';
import { isIntrospection } from './document-limits.ts';

type Execute = (context: Context, variables: Record<string, unknown>) => ExecutionResult | Promise<ExecutionResult>;
export type CompiledOperation = {
  operation: OperationDefinitionNode;
  weigh: (variables: Record<string, unknown>) => number;
  execute: Execute;
};

/**
 * Documents that come again, compiled to functions: for those neither yoga's pipeline nor graphql's own executor is asked,
 * which is two fifths of what an access check costs this process (`npm run bench -- --only A`). They live as long as
 * the document cache keeps the document: what bounds that bounds this.
 */
export function createCompiledDocuments(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, Map<string | null, CompiledOperation>>();
  return {
    /** Of a valid document. One that introspects is not kept: whether it is valid depends on the caller. */
    remember(document: DocumentNode): void {
      if (!known.has(document) && !introspects(document)) known.set(document, new Map());
    },
    /** Undefined for a document that is not kept, or an operation that is not in it. */
    find(document: DocumentNode, operationName: string | null): CompiledOperation | undefined {
      const operations = known.get(document);
      const found = operations?.get(operationName);
      if (found || !operations) return found;
      const prepared = prepare(schema, document, operationName);
      // Nothing is kept of a name that is not in the document: there is no end of those.
      if (prepared) operations.set(operationName, prepared);
      return prepared;
    },
  };
}

function prepare(schema: GraphQLSchema, document: DocumentNode, operationName: string | null) {
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  const compile = () => compileQuery(schema, document, operationName ?? undefined);
  let compiled: ReturnType<typeof compile> | undefined;
  return {
    operation,
    weigh: createScale(schema, document, operation),
    async execute(contextValue: Context, variableValues: Record<string, unknown>) {
      // With the first execution, not before: it has been paid for then.
      compiled ??= compile();
      const result = isCompiledQuery(compiled)
        ? await compiled.query(undefined, contextValue, variableValues)
        : undefined;
      // Without data nothing ran: variables that do not fit are told by graphql itself, in words that we know to clean.
      return result?.data === undefined
        ? execute({ schema, document, operationName, contextValue, variableValues })
        : result;
    },
  };
}

function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      found ||= isIntrospection(name.value);
    },
  });
  return found;
}
