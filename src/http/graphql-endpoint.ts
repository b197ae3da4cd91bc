import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallerError } from '../domain/caller-error.ts';
import type { AnswerGraphQL } from '../graphql/answer.ts';
import { type Faults, toCallerError, UNAVAILABLE } from '../graphql/errors/caller-errors.ts';
import type { Params } from '../graphql/request.ts';
import { NO_JSON, type Refused, readJson } from './body.ts';
import { compress } from './compression.ts';
import type { Authenticate } from './credentials.ts';
import type { Endpoint } from './endpoint.ts';
import { errorResponse, type GraphQLResponse, internalError, refusalResponse, toResponse } from './graphql-response.ts';
import { chooseMediaType, isPlainJson } from './negotiation.ts';
import { readBodyParams, readUrlParams } from './params.ts';
import type { RateLimiter } from './rate-limits.ts';
import { type Headers, respond } from './respond.ts';

// A caller waits at most the sum of the first two and the time to send the body; a minute where an operation calls `waitLonger`. The
// time for which the answer to a bad key is held back is no work, and does not count.
const AUTHENTICATE_MS = 2200;
const ANSWER_MS = 2500;
const LONG_ANSWER_MS = 60_000;

/** GraphQL over HTTP: one operation in one JSON POST, or one query in a GET. The caller is identified before the body is read. */
export function createGraphQLEndpoint(
  { authenticate, answer, faults }: { authenticate: Authenticate; answer: AnswerGraphQL; faults: Faults },
  costs: RateLimiter,
): Endpoint {
  return async (request, response, record) => {
    const mediaType = chooseMediaType(request.headers.accept);
    response.appendHeader('vary', 'Accept, Accept-Encoding, Authorization');
    const send = ({ status, headers, body, codes }: GraphQLResponse, more?: Headers) => {
      if (response.headersSent) return;
      record.codes.push(...codes);
      respond(response, status, body, { ...headers, ...more });
    };
    const refuse = (error: CallerError) => send(refusalResponse(error, mediaType));
    const refuseInput = ({ status, message, code = 'BAD_USER_INPUT' }: Refused, headers?: Headers) =>
      send(errorResponse(status, code, message, mediaType), headers);

    const giveUpAfter = (milliseconds: number) =>
      setTimeout(() => {
        if (response.headersSent) return;
        faults.unavailable(new Error(`No answer within ${milliseconds} ms`));
        refuse(UNAVAILABLE);
      }, milliseconds);
    let timer = giveUpAfter(AUTHENTICATE_MS);
    try {
      const actor = await authenticate(request, response, record, () => clearTimeout(timer));
      clearTimeout(timer);
      // The timer may have answered already; then no work is begun.
      if (response.headersSent) return;
      const isGet = request.method === 'GET';
      if (!isGet && request.method !== 'POST') return refuseInput(OTHER_METHOD, { allow: 'GET, POST' });
      if (!isGet && !isPlainJson(request)) return refuseInput(NO_JSON);
      if (!mediaType) return refuseInput(OTHER_ANSWER);
      const params = isGet ? readUrlParams(request) : await receive(request, response);
      if ('status' in params) return refuseInput(params);

      const spend = (cost: number) => costs.charge(actor.id, cost);
      const waitLonger = () => {
        clearTimeout(timer);
        timer = giveUpAfter(LONG_ANSWER_MS);
      };
      const { correlationId, traceId } = record;
      const caller = { actor, correlationId, traceId, isReadOnly: isGet, spend, waitLonger };
      // After giving up, the work goes on without the caller, bounded by the time-outs of the database's connections.
      timer = giveUpAfter(ANSWER_MS);
      const { result, operation } = await answer(caller, params);
      record.operation = operation;
      send(await compress(toResponse(result, mediaType), request));
    } catch (error) {
      const known = toCallerError(error, faults);
      if (known) return refuse(known);
      faults.report(error, record);
      send(internalError(record.correlationId, mediaType));
    } finally {
      clearTimeout(timer);
    }
  };
}

const OTHER_METHOD: Refused = { status: 405, message: 'Only GET and POST are taken here.' };
const OTHER_ANSWER: Refused = { status: 406, message: 'Only JSON is answered.' };

async function receive(request: IncomingMessage, response: ServerResponse): Promise<Params | Refused> {
  const body = await readJson(request, response);
  return 'json' in body ? readBodyParams(body.json) : body;
}
