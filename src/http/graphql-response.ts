import type { ExecutionResult, GraphQLError } from 'graphql';
import { CallerError } from '../domain/caller-error.ts';
import { isTooLong, TOO_LONG, tooLong } from '../graphql/documents/answer-size.ts';
import { INTERNAL_ERROR } from '../graphql/errors/caller-errors.ts';
import { ReadOnlyError } from '../graphql/errors/read-only.ts';
import type { Headers } from './respond.ts';

export type MediaType = 'application/json' | 'application/graphql-response+json';

export type GraphQLResponse = { status: number; headers: Headers; body: string | Buffer; codes: string[] };
/** `message` is that of the one error in the body, for whoever presents it in another form. */
export type ErrorResponse = GraphQLResponse & { message: string };

// These codes set the status of the whole answer, wherever the error is. Any other error without a path is a bad request.
const STATUS: Record<string, number | undefined> = {
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
};
const BAD_REQUEST = 400;
const NOT_ALLOWED = 405;

/** The default is for callers who accept neither of our media types: the refusal still needs one. */
function jsonType(mediaType: MediaType = 'application/json'): Headers {
  return { 'content-type': `${mediaType}; charset=utf-8` };
}

/** Turns a result into an HTTP response: the highest status of its errors, their headers, and their codes for the record. */
export function toResponse({ data, errors = [] }: ExecutionResult, mediaType: MediaType): GraphQLResponse {
  if (data === TOO_LONG) return tooLongResponse(errors, mediaType);
  const body = JSON.stringify(errors.length === 0 ? { data } : { data, errors });
  if (isTooLong(body)) return tooLongResponse(errors, mediaType);
  return {
    status: Math.max(200, ...errors.map((error) => statusOf(error, mediaType))),
    headers: Object.assign(jsonType(mediaType), ...errors.map(({ originalError }) => headersOf(originalError))),
    body,
    codes: errors.map(codeOf),
  };
}

/** The response to a request that is refused before GraphQL. `status` is given where HTTP has a status of its own for it. */
export function refusalResponse(error: CallerError, mediaType?: MediaType, status?: number): ErrorResponse {
  const { code, message } = error;
  const headers = { ...jsonType(mediaType), ...headersOf(error) };
  return ofError(status ?? STATUS[code] ?? BAD_REQUEST, headers, message, { code });
}

/** The response to a request that is refused in HTTP's own terms. A status of 200 is kept only where the type may have it without data. */
export function errorResponse(status: number, code: string, message: string, mediaType?: MediaType): ErrorResponse {
  return ofError(Math.max(status, statusOfRequestError(mediaType)), jsonType(mediaType), message, { code });
}

/** The response to a request in which a bug of ours appeared outside GraphQL. The log has the error under this id. */
export function internalError(correlationId: string, mediaType?: MediaType): ErrorResponse {
  const { code, message } = INTERNAL_ERROR;
  return ofError(500, jsonType(mediaType), message, { code, correlationId });
}

function ofError(
  status: number,
  headers: Headers,
  message: string,
  extensions: { code: string; correlationId?: string },
): ErrorResponse {
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  return { status, headers, body, codes: [extensions.code], message };
}

function tooLongResponse(errors: readonly GraphQLError[], mediaType: MediaType): GraphQLResponse {
  const response = refusalResponse(tooLong(), mediaType, statusOfRequestError(mediaType));
  // The record is told of the errors, too, that are not sent.
  return { ...response, codes: [...errors.map(codeOf), ...response.codes] };
}

function statusOf(error: GraphQLError, mediaType: MediaType): number {
  if (error.originalError instanceof ReadOnlyError) return NOT_ALLOWED;
  const code = codeOf(error);
  const status = STATUS[code];
  if (status !== undefined) return status;
  // An error with a path concerns one part of the data only.
  if (error.path) return 200;
  return code === INTERNAL_ERROR.code ? 500 : statusOfRequestError(mediaType);
}

// From the GraphQL over HTTP specification: clients that accept only plain JSON may think that another status comes from a proxy.
function statusOfRequestError(mediaType: MediaType = 'application/json'): number {
  return mediaType === 'application/json' ? 200 : BAD_REQUEST;
}

function headersOf(error: Error | undefined): Headers {
  if (!(error instanceof CallerError)) return {};
  const retryAfter = error.retryAfterSeconds ?? (error.code === 'SERVICE_UNAVAILABLE' ? 1 : null);
  return {
    ...(error instanceof ReadOnlyError ? { allow: 'POST' } : {}),
    ...(error.code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer' } : {}),
    ...(retryAfter === null ? {} : { 'retry-after': String(retryAfter) }),
  };
}

function codeOf(error: GraphQLError): string {
  return String(error.extensions.code);
}
