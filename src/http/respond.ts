import type { IncomingMessage, ServerResponse } from 'node:http';

export type Headers = Record<string, string>;

export const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

/** The whole answer. When the request's body is still coming and long, the connection ends with it. */
export function respond(response: ServerResponse, status: number, body: string, headers: Headers = TEXT): void {
  if (response.headersSent || response.destroyed) return;
  const isLongBodyComing = mayStillBring(response.req);
  if (isLongBodyComing) response.setHeader('connection', 'close');
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  if (isLongBodyComing) endAfterLingering(response, body);
  else response.end(response.req.method === 'HEAD' ? undefined : body);
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
