import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../domain/actor.ts';
import { type Faults, toCallerError, UNAVAILABLE } from '../graphql/errors/caller-errors.ts';
import type { RequestRecord } from '../observe/request-record.ts';
import type { Authenticate } from './credentials.ts';
import type { Endpoint } from './endpoint.ts';
import {
  type ErrorResponse,
  errorResponse,
  type GraphQLResponse,
  internalError,
  refusalResponse,
} from './graphql-response.ts';
import { respond } from './respond.ts';

export type RestParts = { authenticate: Authenticate; faults: Faults };

export type Call = { actor: Actor; request: IncomingMessage; response: ServerResponse };

const WAIT_MS = 5000;

/**
 * An endpoint beside GraphQL, of one method. It authenticates, answers the error that `work` throws or returns, and throws nothing.
 * `present` gives errors another form than GraphQL's.
 */
export function createRestEndpoint(
  { authenticate, faults }: RestParts,
  method: 'GET' | 'POST',
  work: (call: Call) => Promise<ErrorResponse | undefined>,
  present: (error: ErrorResponse) => GraphQLResponse = (error) => error,
): Endpoint {
  return async (request, response, record) => {
    const send = (error: ErrorResponse) => {
      if (response.headersSent) return;
      const { status, headers, body, codes } = present(error);
      record.codes.push(...codes);
      respond(response, status, body, headers);
    };
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      faults.unavailable(new Error(`No answer within ${WAIT_MS} ms`));
      send(refusalResponse(UNAVAILABLE));
    }, WAIT_MS);
    try {
      const actor = await authenticate(request, response, record, () => clearTimeout(timer));
      if (response.headersSent) return;
      if (request.method !== method) return send(notAllowed(method));
      const failed = await work({ actor, request, response });
      if (failed) send(failed);
    } catch (error) {
      tell(error, { response, record, faults, send });
    } finally {
      clearTimeout(timer);
    }
  };
}

type Telling = {
  response: ServerResponse;
  record: RequestRecord;
  faults: Faults;
  send: (error: ErrorResponse) => void;
};

function tell(error: unknown, { response, record, faults, send }: Telling): void {
  const known = toCallerError(error, faults);
  // Whoever went away in the middle is no fault of ours.
  const isGone = Object(error).code === 'ERR_STREAM_PREMATURE_CLOSE';
  if (!known && !isGone) faults.report(error, record);
  if (response.headersSent) response.destroy();
  else if (known) send(refusalResponse(known, undefined, known.code === 'FORBIDDEN' ? 403 : undefined));
  else send(internalError(record.correlationId));
}

function notAllowed(method: string): ErrorResponse {
  const error = errorResponse(405, 'BAD_USER_INPUT', `Only ${method} is taken here.`);
  return { ...error, headers: { ...error.headers, allow: method } };
}
