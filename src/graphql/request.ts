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

/** What the log and the metrics are told. */
export type Outcome = { operation: { type: OperationTypeNode; name: string | null } | null; codes: string[] };

/** A request and its answer, as far as they concern GraphQL: what resolvers are given, and what the plugins around them tell. */
export type Exchange = Context & {
  caller: Caller;
  variables: Params['variables'];
  /** Null until it is parsed. */
  document: DocumentNode | null;
  outcome: Outcome;
};

/** Adds to the context itself: a copy of it would make the reads that nobody has asked for yet. */
export function createExchange(caller: Caller, { variables }: Params, context: Context): Exchange {
  return Object.assign(context, { caller, variables, document: null, outcome: { operation: null, codes: [] } });
}

export function charge({ caller, outcome }: Exchange, operation: OperationDefinitionNode, cost: number): Promise<void> {
  outcome.operation = { type: operation.operation, name: operation.name?.value ?? null };
  return caller.spend(cost);
}

export function mayIntrospect({ actor }: Caller): boolean {
  return strongestRole(actor) !== 'GATEWAY';
}
