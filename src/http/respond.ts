import type { IncomingMessage, ServerResponse } from 'node:http';

export type Headers = Record<string, string>;

export const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

/** Sends the whole answer, unless one was sent. If a long request body is still arriving, the connection is closed afterwards. */
export function respond(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Headers = TEXT,
): void {
  if (response.headersSent || response.destroyed) return;
  const isLongBodyComing = mayStillBring(response.req);
  if (isLongBodyComing) response.setHeader('connection', 'close');
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  if (isLongBodyComing) endAfterLingering(response, body);
  else response.end(response.req.method === 'HEAD' ? undefined : body);
}

// In bytes. Node itself reads and discards a shorter rest, and keeps the connection.
const SHORT_BODY = 64_000;
const LINGER_BYTES = 2_000_000;
const LINGER_MS = 1000;

function mayStillBring(request: IncomingMessage): boolean {
  if (request.complete) return false;
  return 'transfer-encoding' in request.headers || Number(request.headers['content-length'] ?? 0) > SHORT_BODY;
}

// If the connection were closed while the client is still sending, it might lose the answer too. So what arrives is read and
// discarded for 1 s or 2 MB.
function endAfterLingering(response: ServerResponse, body: string | Buffer): void {
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
