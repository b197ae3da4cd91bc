import { once } from 'node:events';
import { Agent, get } from 'node:http';
import type { Socket } from 'node:net';

/** One connection that is kept: all that is asked goes to the process which took it. */
export type Line = {
  /** The status of the answer. Rejects once the connection is closed. */
  ask(path: string, key?: string): Promise<number | undefined>;
  closed: Promise<unknown>;
  hangUp(): void;
};

export async function openLine(url: string): Promise<Line> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (path: string, key?: string) =>
    get(new URL(path, url), { agent, headers: key ? { authorization: `Bearer ${key}` } : {} });
  const opening = send('/ready');
  const [socket]: Socket[] = await once(opening, 'socket');
  await readStatus(opening);
  const closed = new Promise((resolve) => socket?.once('close', resolve));
  return {
    async ask(path, key) {
      if (socket?.destroyed) throw new Error('The connection is closed.');
      return readStatus(send(path, key));
    },
    closed,
    hangUp: () => agent.destroy(),
  };
}

async function readStatus(request: ReturnType<typeof get>): Promise<number | undefined> {
  const [response] = await once(request, 'response');
  await once(response.resume(), 'end');
  return response.statusCode;
}
