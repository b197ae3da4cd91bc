import type { DocumentNode, OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { type Actor, strongestRole } from '../domain/actor.ts';
import type { Context } from './context.ts';

/** Who asks. */
export type Caller = {
  actor: Actor;
  correlationId: string;
  /** Charges the cost of a document; rejects when the caller has none left. */
  spend: (cost: number) => Promise<void>;
  /** Lets the caller wait for a minute, where seconds may not do. */
  waitLonger: () => void;
};

export type Params = { query: string; operationName: string | null; variables: Record<string, unknown> | null };

/** The operation that is asked for, as the log and the metrics are told of it. */
export type Operation = { type: OperationTypeNode; name: string | null };

/** A request as far as it concerns GraphQL: what resolvers are given, and what the plugins around them tell. */
export type GraphQLRequest = Context & {
  caller: Caller;
  variables: Params['variables'];
  /** Null until it is parsed. */
  document: DocumentNode | null;
  /** Null until it is weighed. */
  operation: Operation | null;
};

/** Adds to the context itself: a copy of it would make the reads that nobody has asked for yet. */
export function createRequest(caller: Caller, { variables }: Params, context: Context): GraphQLRequest {
  return Object.assign(context, { caller, variables, document: null, operation: null });
}

/** Notes which operation it is, and charges its cost. */
export function charge(request: GraphQLRequest, operation: OperationDefinitionNode, cost: number): Promise<void> {
  request.operation = { type: operation.operation, name: operation.name?.value ?? null };
  return request.caller.spend(cost);
}

export function mayIntrospect({ actor }: Caller): boolean {
  return strongestRole(actor) !== 'GATEWAY';
}
