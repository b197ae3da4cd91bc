import type { OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { type Actor, strongestRole } from '../domain/actor.ts';

/** Who asks. */
export type Caller = {
  actor: Actor;
  correlationId: string;
  /** Charges the cost of a document; rejects when the caller has none left. */
  spend: (cost: number) => Promise<void>;
};

export type Params = { query: string; operationName: string | null; variables: Record<string, unknown> | null };

/** What the log and the metrics are told. */
export type Outcome = { operation: { type: OperationTypeNode; name: string | null } | null; codes: string[] };

/** A request and its answer, as far as they concern GraphQL. */
export type Exchange = { caller: Caller; variables: Params['variables']; outcome: Outcome };

export function charge({ caller, outcome }: Exchange, operation: OperationDefinitionNode, cost: number): Promise<void> {
  outcome.operation = { type: operation.operation, name: operation.name?.value ?? null };
  return caller.spend(cost);
}

export function mayIntrospect({ actor }: Caller): boolean {
  return strongestRole(actor) !== 'GATEWAY';
}
