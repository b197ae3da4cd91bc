import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallerError } from '../domain/refusal.ts';
import { httpOf } from '../graphql/errors/caller-errors.ts';
import type { MediaType } from '../graphql/render.ts';

export type Headers = Record<string, string>;

export const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

/** For callers who take neither of our media types, too: they must be told so in one of them. */
export function jsonType(mediaType: MediaType = 'application/json'): Headers {
  return { 'content-type': `${mediaType}; charset=utf-8` };
}

/** The whole answer. When the request's body is still coming and long, the connection ends with it. */
export function respond(response: ServerResponse, status: number, body: string, headers: Headers = TEXT): void {
  if (response.headersSent || response.destroyed) return;
  const isLongBodyComing = mayStillBring(response.req);
  if (isLongBodyComing) response.setHeader('connection', 'close');
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  if (isLongBodyComing) endAfterLingering(response, body);
  else response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** A refusal in the form GraphQL clients read; `status` where HTTP has a word of its own for it. */
export function respondRefusal(response: ServerResponse, error: CallerError, headers: Headers, status?: number): void {
  const http = httpOf(error);
  const body = JSON.stringify({ errors: [{ message: error.message, extensions: { code: error.code } }] });
  respond(response, status ?? http.status, body, { ...http.headers, ...headers });
}

// A shorter one is read and thrown away by node itself, and the connection kept.
const SHORT_BODY = 64_000;
const LINGER_BYTES = 2_000_000;
const LINGER_MS = 1000;

function mayStillBring(request: IncomingMessage): boolean {
  if (request.complete) return false;
  return 'transfer-encoding' in request.headers || Number(request.headers['content-length'] ?? 0) > SHORT_BODY;
}

// A connection closed on a client in the middle of sending would lose it the answer too.
function endAfterLingering(response: ServerResponse, body: string): void {
  response.write(body);
  let thrownAway = 0;
  const timer = setTimeout(() => response.end(), LINGER_MS);
  const finish = () => {
    clearTimeout(timer);
    response.end();
  };
  response.req.removeAllListeners('data');
  response.req
    .on('data', (chunk: Buffer) => {
      thrownAway += chunk.length;
      if (thrownAway > LINGER_BYTES) finish();
    })
    .on('end', finish)
    .on('close', finish)
    .resume();
}
