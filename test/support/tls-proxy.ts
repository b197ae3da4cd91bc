import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { createAuthority } from './certificates.ts';

/** A proxy that ends TLS on localhost and tells whom it passes requests to nothing of itself: not its name, not its scheme. */
export async function startTlsProxy(): Promise<{
  origin: string;
  /** Passes all on to this origin, with the paths that `toPath` makes of those that were asked for. */
  passTo(origin: string, toPath: (path: string) => string): void;
  close(): void;
}> {
  const { certificate, key } = await (await createAuthority('Proxy')).sign('localhost');
  let pass: { origin: string; toPath: (path: string) => string } | undefined;
  const server = createServer({ cert: certificate, key }, (near, answer) => {
    if (!pass) return answer.writeHead(502).end();
    const { host, ...headers } = near.headers;
    const far = request(new URL(pass.toPath(near.url ?? '/'), pass.origin), {
      method: near.method,
      headers,
      agent: false,
    });
    far.on('error', () => answer.destroy());
    far.on('response', (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    near.pipe(far);
  });
  // Those that have not begun to speak HTTP are none of the server's: browsers open some in advance.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await once(server.listen(0, 'localhost'), 'listening');
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    passTo(origin, toPath) {
      pass = { origin, toPath };
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
