import { type DocumentNode, type ExecutionResult, type GraphQLSchema, getOperationAST } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { isIntrospection } from './document-limits.ts';

type Execute = CompiledQuery<ExecutionResult>['query'];

/**
 * A document that comes again is compiled to a function, which takes a fifth off what a page of users costs this process
 * (`npm run bench -- --only B`). It lives as long as the document cache keeps the document: what bounds that bounds this.
 */
export function createCompiledDocuments(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, Map<string, Execute | null>>();
  /** Undefined for what is to be executed as it stands: a document seen for the first time, or an introspection. */
  return (document: DocumentNode, operationName: string | null | undefined): Execute | undefined => {
    const operations = known.get(document);
    const name = operationName ?? '';
    if (!operations) {
      known.set(document, new Map());
      return undefined;
    }
    const executed = operations.get(name) ?? compile(schema, document, operationName);
    operations.set(name, executed);
    return executed ?? undefined;
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null | undefined) {
  const operation = getOperationAST(document, operationName);
  const introspects = operation?.selectionSet.selections.some(
    (selection) => selection.kind !== 'Field' || isIntrospection(selection.name.value),
  );
  if (!operation || introspects) return null;
  const compiled = compileQuery(schema, document, operationName ?? undefined);
  return isCompiledQuery(compiled) ? compiled.query : null;
}
