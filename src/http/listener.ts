import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

const SILENCE_MS = 30_000;
const MOST_AHEAD = 16;

/** Creates a server whose connections slow clients cannot block. It does not listen yet. */
export function createListener(answer: RequestListener): Server {
  const gate = hangUpOnTooMany(answer);
  const server = createServer(
    {
      headersTimeout: 8000,
      requestTimeout: 12_000,
      // How often the two above are checked; node's default of 30 s would make them useless.
      connectionsCheckingInterval: 1000,
      keepAliveTimeout: 65_000,
      // In bytes: a credential may take half of it.
      maxHeaderSize: 32_768,
      // Two values of a header that must be single are joined, which makes them invalid; by default node would take the first.
      joinDuplicateHeaders: true,
    },
    gate,
  );
  // Milliseconds without traffic. This also ends connections of clients that do not read the answer.
  server.setTimeout(SILENCE_MS);
  // For clients that send `Expect: 100-continue`: they are told to send the body only after they are identified.
  server.on('checkContinue', gate);
  // Without a handler, node closes CONNECT requests without an answer. With it the socket is ours, and an unhandled error on it
  // would end the process.
  server.on('connect', (_request, socket) => {
    socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
  });
  return server;
}

/**
 * Closes a connection that sends more than 16 requests ahead, before earlier ones are answered. A single packet can bring a
 * thousand: node would start them all at once, and everybody else would wait.
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

/**
 * Listens and returns the port; for 0, node chooses a free one. Throws one line that says what to do when port or host cannot be had.
 */
export async function listen(server: Server, name: string, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve)).catch(
    (error) => {
      throw explainListening(error, { name, port, host });
    },
  );
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function explainListening(error: unknown, at: { name: string; port: number; host: string }): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === 'EADDRINUSE')
    return new Error(`Port ${at.port} of ${at.host} is in use: stop what uses it, or set ${at.name}.`);
  if (code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND') return error;
  return new Error(`HOST ${at.host} is no address of this machine (${code}).`);
}
