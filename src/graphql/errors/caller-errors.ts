import { GraphQLError } from 'graphql';
import { isInvalidValue, isUnavailable, violatedConstraint } from '../../database/engine/errors.ts';
import { refusalOfConstraint } from '../../domain/constraints.ts';
import { CallerError, type CallerErrorCode, Refusal } from '../../domain/refusal.ts';

const STATUS: Partial<Record<CallerErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
};

// 400, or 200 for clients that accept plain JSON alone (GraphQL over HTTP).
const REQUEST_ERROR = { status: 400, spec: true };

export const UNAVAILABLE = new CallerError('SERVICE_UNAVAILABLE', 'The service cannot answer just now; try again.');

/** Whatever is thrown, as what a caller may know of it. Undefined for a fault of our own: nobody is told of those. */
export function toCallerError(error: unknown): CallerError | undefined {
  if (error instanceof CallerError) return error;
  if (isUnavailable(error)) return UNAVAILABLE;
  if (isInvalidValue(error)) return new CallerError('BAD_USER_INPUT', 'A value cannot be stored.');
  return undefined;
}

/** How HTTP says it: the status and the headers of a whole answer with this error in it. */
export function httpOf({ code, retryAfterSeconds }: CallerError) {
  const retryAfter = retryAfterSeconds ?? (code === 'SERVICE_UNAVAILABLE' ? 1 : null);
  return {
    ...(STATUS[code] ? { status: STATUS[code] } : REQUEST_ERROR),
    headers: {
      ...(code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer' } : {}),
      ...(retryAfter === null ? {} : { 'retry-after': String(retryAfter) }),
    },
  };
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
  if (known) {
    // An error inside the data leaves the rest of it as it is: only these make the whole answer fail.
    const http = error.path && STATUS[known.code] === undefined ? undefined : httpOf(known);
    return replace(error, known.message, { code: known.code, ...(http ? { http } : {}) });
  }
  // Of a value that we would answer, a scalar or an enum says so without a place in the document: that is a bug of ours.
  const isOurs = cause instanceof GraphQLError && error.path !== undefined && cause.nodes === undefined;
  if (cause instanceof GraphQLError && !isOurs) {
    // What graphql says when comparing the fields of a document would take too long.
    const tooComplex = error.message === 'Validation aborted.' ? 'QUERY_TOO_COMPLEX' : undefined;
    const code = error.extensions?.code === 'FORBIDDEN' ? 'FORBIDDEN' : (tooComplex ?? 'BAD_USER_INPUT');
    return replace(error, clean(error.message), { code, ...(error.path ? {} : { http: REQUEST_ERROR }) });
  }
  report(cause, correlationId);
  const http = error.path ? {} : { http: { status: 500 } };
  return replace(error, 'Internal server error.', { code: 'INTERNAL_SERVER_ERROR', correlationId, ...http });
}

function replace(error: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLError {
  const { nodes, source, positions, path } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}

/** What a mutation answers instead, when its verb or a constraint refused; rethrows everything else. */
export function refusalPayload(error: unknown): { userErrors: Refusal['problems'] } {
  if (error instanceof Refusal) return { userErrors: error.problems };
  const problem = refusalOfConstraint(violatedConstraint(error));
  if (problem) return { userErrors: [problem] };
  throw error;
}
