import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export type ReverseProxy = { url: string; close(): void };

/** A proxy as any: passes requests on, and appends whom it has each from to X-Forwarded-For. */
export function startReverseProxy(target: string): Promise<ReverseProxy> {
  return start(() => target, new URL(target).pathname);
}

const CHECKS_EVERY_MS = 50;

/** A proxy in front of several services, which sends requests in turn to those that were ready when it last asked, on connections it keeps. */
export async function startBalancer(targets: string[]): Promise<ReverseProxy> {
  const agent = new Agent({ keepAlive: true });
  let ready = targets;
  let turn = 0;
  const checks = setInterval(async () => {
    const answers = await Promise.all(targets.map((target) => fetch(new URL('/ready', target)).catch(() => undefined)));
    ready = targets.filter((_, index) => answers[index]?.status === 200);
  }, CHECKS_EVERY_MS);
  const { url, close } = await start(
    () => {
      turn += 1;
      return ready[turn % ready.length];
    },
    '/',
    agent,
  );
  return {
    url,
    close() {
      clearInterval(checks);
      agent.destroy();
      close();
    },
  };
}

async function start(choose: () => string | undefined, pathname: string, agent?: Agent): Promise<ReverseProxy> {
  const server = createServer((near, answer) => {
    const target = choose();
    if (target === undefined) answer.writeHead(502).end();
    else pass(near, answer, target, agent);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: new URL(pathname, `http://127.0.0.1:${port}`).href,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pass(near: IncomingMessage, answer: ServerResponse, target: string, agent?: Agent): void {
  const list = [near.headers['x-forwarded-for'], near.socket.remoteAddress].filter((part) => part !== undefined);
  const headers = { ...near.headers, 'x-forwarded-for': list.join(', ') };
  const options = { method: near.method, headers, ...(agent && { agent }) };
  const far = request(new URL(near.url ?? '/', target), options, (answered) => {
    const { connection: _, ...rest } = answered.headers;
    answer.writeHead(answered.statusCode ?? 502, agent ? rest : answered.headers);
    answered.pipe(answer);
  });
  near.pipe(far.on('error', () => answer.destroy()));
}
