import { GraphQLError } from 'graphql';
import { isInvalidValue, isUnavailable, violatedConstraint } from '../../database/engine/errors.ts';
import { CallerError } from '../../domain/caller-error.ts';
import { refusalOfConstraint } from '../../domain/constraints.ts';
import { RefusalError } from '../../domain/refusal.ts';

export const UNAVAILABLE = new CallerError('SERVICE_UNAVAILABLE', 'The service cannot answer just now; try again.');

/** Whatever is thrown, as what a caller may know of it. Undefined for a fault of our own: nobody is told of those. */
export function toCallerError(error: unknown): CallerError | undefined {
  if (error instanceof CallerError) return error;
  if (isUnavailable(error)) return UNAVAILABLE;
  if (isInvalidValue(error)) return new CallerError('BAD_USER_INPUT', 'A value cannot be stored.');
  return undefined;
}

/** An error as it leaves the service; whatever is not meant for callers is reported and masked. */
export function presentError(
  error: GraphQLError,
  clean: (message: string) => string,
  correlationId: string,
  report: (error: unknown, correlationId: string) => void,
): GraphQLError {
  const cause = error.originalError ?? error;
  const known = cause instanceof GraphQLError ? undefined : toCallerError(cause);
  if (known) return replace(error, known.message, { code: known.code }, known);
  // Of a value that we would answer, a scalar or an enum says so without a place in the document: that is a bug of ours.
  const isOurs = cause instanceof GraphQLError && error.path !== undefined && cause.nodes === undefined;
  if (cause instanceof GraphQLError && !isOurs) {
    // What graphql says when comparing the fields of a document would take too long.
    const tooComplex = error.message === 'Validation aborted.' ? 'QUERY_TOO_COMPLEX' : undefined;
    const code = error.extensions?.code === 'FORBIDDEN' ? 'FORBIDDEN' : (tooComplex ?? 'BAD_USER_INPUT');
    return replace(error, clean(error.message), { code });
  }
  report(cause, correlationId);
  return replace(error, 'Internal server error.', { code: 'INTERNAL_SERVER_ERROR', correlationId });
}

// What it was is not in the answer; HTTP reads from it when to ask again.
function replace(
  { nodes, source, positions, path }: GraphQLError,
  message: string,
  extensions: Record<string, unknown>,
  originalError?: CallerError,
): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, path, extensions, originalError });
}

/** What a mutation answers instead, when its verb or a constraint refused; rethrows everything else. */
export function refusalPayload(error: unknown): { userErrors: RefusalError['problems'] } {
  if (error instanceof RefusalError) return { userErrors: error.problems };
  const problem = refusalOfConstraint(violatedConstraint(error));
  if (problem) return { userErrors: [problem] };
  throw error;
}
