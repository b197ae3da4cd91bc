import type { DocumentNode, OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { Caller } from './caller.ts';
import type { Context } from './context.ts';

export type Params = { query: string; operationName: string | null; variables: Record<string, unknown> | null };

/** The requested operation, for the log and the metrics. */
export type Operation = { type: OperationTypeNode; name: string | null };

/** A GraphQL request: the resolvers' context, and what the plugins around them need. */
export type GraphQLRequest = Context & {
  caller: Caller;
  variables: Params['variables'];
  /** Null until the document is parsed. */
  document: DocumentNode | null;
  /** Null until its cost is charged. */
  operation: Operation | null;
};

/** Extends the context object itself: a copy would call its getter, and so create reads that nobody has asked for yet. */
export function createRequest(caller: Caller, { variables }: Params, context: Context): GraphQLRequest {
  return Object.assign(context, { caller, variables, document: null, operation: null });
}

/** Records the operation, then charges its cost. */
export function charge(request: GraphQLRequest, operation: OperationDefinitionNode, cost: number): Promise<void> {
  request.operation = { type: operation.operation, name: operation.name?.value ?? null };
  return request.caller.spend(cost);
}
