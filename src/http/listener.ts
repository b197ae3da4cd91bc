import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

const DRAIN_MS = 10_000;
const SWEEP_MS = 100;
const SILENCE_MS = 30_000;
const MOST_AHEAD = 16;

/** A server that slow clients cannot hold. Does not listen. */
export function createListener(answer: RequestListener): Server {
  const gate = hangUpOnTooMany(answer);
  const server = createServer(
    {
      headersTimeout: 8000,
      requestTimeout: 12_000,
      // How late the two above may be noticed; node's default of 30 s would undo them.
      connectionsCheckingInterval: 1000,
      keepAliveTimeout: 65_000,
      // A credential may take half of it.
      maxHeaderSize: 32_768,
      // Joined, two of a header that must be one are no good value for it; node's default would take the first.
      joinDuplicateHeaders: true,
    },
    gate,
  );
  // Without a sign of life: who does not read the answer is not waited for either.
  server.setTimeout(SILENCE_MS);
  // For those who ask before they send the body: they are told to only after they are known.
  server.on('checkContinue', gate);
  // Node hangs up on these without a word. The socket is ours alone then: an error nobody hears would end the process.
  server.on('connect', (_request, socket) => {
    socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
  });
  return server;
}

/**
 * Of requests that are sent ahead, before those in front of them are answered, a single packet brings a thousand: node would take
 * them all up at once, and everybody else would wait.
 */
function hangUpOnTooMany(answer: RequestListener): RequestListener {
  const underWay = new WeakMap<Socket, number>();
  return (request, response) => {
    const { socket } = request;
    const count = underWay.get(socket) ?? 0;
    if (count >= MOST_AHEAD) return socket.destroy();
    underWay.set(socket, count + 1);
    response.once('close', () => underWay.set(socket, (underWay.get(socket) ?? 1) - 1));
    answer(request, response);
  };
}

/** The port, which for 0 is a free one. One in use is an error of one line that says what to do. */
export async function listen(server: Server, name: string, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve)).catch(
    (error) => {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      throw isTaken ? new Error(`Port ${port} of ${host} is in use: stop what uses it, or set ${name}.`) : error;
    },
  );
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Lets running requests end, for 10 s at most, and takes no new ones. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection is idle only after its last answer, and would stay open for another request.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(timer);
}
