import type { ExecutionResult, GraphQLError } from 'graphql';
import { CallerError } from '../domain/caller-error.ts';
import { isTooLong, tooLong } from '../graphql/documents/answer-size.ts';
import type { Headers } from './respond.ts';

export type MediaType = 'application/json' | 'application/graphql-response+json';

export type GraphQLResponse = { status: number; headers: Headers; body: string; codes: string[] };

// These make the whole answer fail, wherever in it they are. Any other error without a place in the data is a bad request.
const STATUS: Record<string, number | undefined> = {
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
};
const BAD_REQUEST = 400;

/** For callers who take neither of our media types, too: they must be told so in one of them. */
function jsonType(mediaType: MediaType = 'application/json'): Headers {
  return { 'content-type': `${mediaType}; charset=utf-8` };
}

/** The result as HTTP carries it: the gravest status of its errors, their headers and the codes that the record is told. */
export function toResponse({ data, errors = [] }: ExecutionResult, mediaType: MediaType): GraphQLResponse {
  const body = JSON.stringify(errors.length === 0 ? { data } : { data, errors });
  if (isTooLong(body)) return tooLongResponse(errors, mediaType);
  return {
    status: Math.max(200, ...errors.map((error) => statusOf(error, mediaType))),
    headers: Object.assign(jsonType(mediaType), ...errors.map(({ originalError }) => headersOf(originalError))),
    body,
    codes: errors.map(codeOf),
  };
}

/** Of a request that does not come as far as GraphQL; `status` where HTTP has a word of its own for it. */
export function refusalResponse(error: CallerError, mediaType?: MediaType, status?: number): GraphQLResponse {
  const { code, message } = error;
  return {
    status: status ?? STATUS[code] ?? BAD_REQUEST,
    headers: { ...jsonType(mediaType), ...headersOf(error) },
    body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
    codes: [code],
  };
}

/** Of a request in which a fault of ours was met before GraphQL; the log has the fault under this id. */
export function internalError(correlationId: string, mediaType?: MediaType): GraphQLResponse {
  const code = 'INTERNAL_SERVER_ERROR';
  const errors = [{ message: 'Internal server error.', extensions: { code, correlationId } }];
  return { status: 500, headers: jsonType(mediaType), body: JSON.stringify({ errors }), codes: [code] };
}

function tooLongResponse(errors: readonly GraphQLError[], mediaType: MediaType): GraphQLResponse {
  const response = refusalResponse(tooLong(), mediaType, statusOfRequestError(mediaType));
  // The record is told of the errors, too, that are not sent.
  return { ...response, codes: [...errors.map(codeOf), ...response.codes] };
}

function statusOf(error: GraphQLError, mediaType: MediaType): number {
  const code = codeOf(error);
  const status = STATUS[code];
  if (status !== undefined) return status;
  // An error inside the data leaves the rest of it as it is.
  if (error.path) return 200;
  return code === 'INTERNAL_SERVER_ERROR' ? 500 : statusOfRequestError(mediaType);
}

// GraphQL over HTTP: clients that accept plain JSON alone may take any other status for somebody else's.
function statusOfRequestError(mediaType: MediaType): number {
  return mediaType === 'application/json' ? 200 : BAD_REQUEST;
}

function headersOf(error: Error | undefined): Headers {
  if (!(error instanceof CallerError)) return {};
  const retryAfter = error.retryAfterSeconds ?? (error.code === 'SERVICE_UNAVAILABLE' ? 1 : null);
  return {
    ...(error.code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer' } : {}),
    ...(retryAfter === null ? {} : { 'retry-after': String(retryAfter) }),
  };
}

function codeOf(error: GraphQLError): string {
  return String(error.extensions.code);
}
