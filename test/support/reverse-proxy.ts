import { once } from 'node:events';
import { createServer, request } from 'node:http';

/** A proxy as any: passes requests on, and appends whom it has each from to X-Forwarded-For. */
export async function startReverseProxy(target: string): Promise<{ url: string; close(): void }> {
  const server = createServer((near, answer) => {
    const list = [near.headers['x-forwarded-for'], near.socket.remoteAddress].filter((part) => part !== undefined);
    const headers = { ...near.headers, 'x-forwarded-for': list.join(', ') };
    const far = request(new URL(near.url ?? '/', target), { method: near.method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    near.pipe(far.on('error', () => answer.destroy()));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: new URL(new URL(target).pathname, `http://127.0.0.1:${port}`).href,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
