import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';

export type Heard = {
  /** The name of the operation. */
  operation: string;
  variables: { senders?: unknown[]; input?: Record<string, unknown> };
  request: IncomingMessage;
  body: string;
};
/** `count` is 1 for the first request. */
export type Answer = (response: ServerResponse, heard: Heard, count: number) => unknown;

export type Listener = Awaited<ReturnType<typeof listen>>;

/** A server that takes a client's requests, keeps them, and answers them as it is told. */
export async function listen(answer: Answer) {
  const heard: Heard[] = [];
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { query, variables } = JSON.parse(body);
    const each = { operation: /\w+\s+(\w+)/.exec(query)?.[1] ?? '', variables, request, body };
    heard.push(each);
    sockets.add(request.socket);
    count += 1;
    await answer(response, each, count);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** What was heard since the last time. */
    take: () => heard.splice(0),
    connections: () => sockets.size,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers as the service does. */
export async function passOn(service: { url: string }, response: ServerResponse, { request, body }: Heard) {
  const { authorization = '', 'content-type': type = '' } = request.headers;
  const headers = { authorization, 'content-type': type };
  const answered = await fetch(service.url, { method: 'POST', headers, body });
  response.writeHead(answered.status, { 'content-type': 'application/json' }).end(await answered.text());
}
