import { GraphQLError } from 'graphql';
import { isInvalidValue, isUnavailable, violatedConstraint } from '../../database/engine/errors.ts';
import { CallerError } from '../../domain/caller-error.ts';
import { refusalOfConstraint } from '../../domain/constraints.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { RequestIds } from '../request-ids.ts';

export const UNAVAILABLE = new CallerError('SERVICE_UNAVAILABLE', 'The service cannot answer just now; try again.');

/** All that a caller is told of a bug of ours. The log has the error under the correlation id that stands beside it. */
export const INTERNAL_ERROR = { code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error.' };

/** Gets what callers are not told. */
export type Faults = {
  /** A bug of ours. */
  report(error: unknown, ids: RequestIds): void;
  /** What keeps the service from answering just now. */
  unavailable(reason: unknown): void;
};

/** Turns any thrown error into what a caller may know of it. Undefined for our own bugs, which callers are not told about. */
export function toCallerError(error: unknown, { unavailable }: Pick<Faults, 'unavailable'>): CallerError | undefined {
  if (error instanceof CallerError) {
    if (error.code === UNAVAILABLE.code) unavailable(error);
    return error;
  }
  if (isUnavailable(error)) {
    unavailable(error);
    return UNAVAILABLE;
  }
  if (isInvalidValue(error)) return new CallerError('BAD_USER_INPUT', 'A value cannot be stored.');
  return undefined;
}

/** Returns the error as it leaves the service. What is not meant for callers is reported and masked. */
export function presentError(
  error: GraphQLError,
  clean: (error: GraphQLError) => string,
  ids: RequestIds,
  faults: Faults,
): GraphQLError {
  const cause = error.originalError ?? error;
  const known = cause instanceof GraphQLError ? undefined : toCallerError(cause, faults);
  if (known) return replace(error, known.message, { code: known.code }, known);
  // An error with a path but without nodes comes from a scalar or enum that cannot serialize our own value: that is our bug.
  const isOurs = cause instanceof GraphQLError && error.path !== undefined && cause.nodes === undefined;
  if (cause instanceof GraphQLError && !isOurs) {
    // graphql says this when comparing the fields of a document would take too long.
    const code = error.message === 'Validation aborted.' ? 'QUERY_TOO_COMPLEX' : 'BAD_USER_INPUT';
    return replace(error, clean(error), { code });
  }
  faults.report(cause, ids);
  return replace(error, INTERNAL_ERROR.message, { code: INTERNAL_ERROR.code, correlationId: ids.correlationId });
}

// `originalError` is not part of the answer. HTTP reads from it when the caller may ask again.
function replace(
  { nodes, source, positions, path }: GraphQLError,
  message: string,
  extensions: Record<string, unknown>,
  originalError?: CallerError,
): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, path, extensions, originalError });
}

/** The payload of a mutation that its verb or a constraint refused. Rethrows every other error. */
export function refusalPayload(error: unknown): { userErrors: RefusalError['problems'] } {
  if (error instanceof RefusalError) return { userErrors: error.problems };
  const problem = refusalOfConstraint(violatedConstraint(error));
  if (problem) return { userErrors: [problem] };
  throw error;
}
