import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { isUnavailable } from '../database/faults.ts';
import { CallerError, Refusal } from '../domain/refusal.ts';

/** What an error becomes before a caller sees it. Whatever is not meant for callers is masked. */
export function maskError(error: unknown, report: (error: unknown, correlationId: string) => void): Error {
  const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  if (cause instanceof CallerError) return located(error, cause.message, { code: cause.code });
  if (isUnavailable(cause)) {
    const http = { status: 503, headers: { 'retry-after': '1' } };
    return located(error, 'The service cannot answer just now; try again.', { code: 'SERVICE_UNAVAILABLE', http });
  }
  if (error instanceof GraphQLError && cause === error) {
    const code = error.extensions.code ?? 'BAD_USER_INPUT';
    return new GraphQLError(error.message, {
      ...locations(error),
      extensions: { ...error.extensions, code },
    });
  }
  const correlationId = randomUUID();
  report(cause, correlationId);
  return located(error, 'Internal server error.', { code: 'INTERNAL_SERVER_ERROR', correlationId });
}

function located(error: unknown, message: string, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, { ...locations(error), extensions });
}

function locations(error: unknown) {
  return error instanceof GraphQLError
    ? { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path }
    : {};
}

/** What a mutation answers instead, when its verb refused; rethrows everything else. */
export function refusalPayload(error: unknown): { userErrors: Refusal['problems'] } {
  if (error instanceof Refusal) return { userErrors: error.problems };
  throw error;
}
