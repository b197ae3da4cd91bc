import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { endWithBench } from './end-with-bench.ts';
import type { Request } from './measure.ts';

const SENDER = fileURLToPath(new URL('flood-sender.ts', import.meta.url));

/** A request as it goes over the wire. */
export function asText({ path, headers, body }: Pick<Request, 'path' | 'headers' | 'body'>): string {
  const all = { ...headers, host: 'localhost', 'content-length': Buffer.byteLength(body) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

/** Sends the requests in turns from a process of its own. Returns what ends it, and tells how many a second were answered. */
export function sendFlood(
  url: string,
  requests: readonly string[],
  { connections, requestsPerSecond = 0 }: { connections: number; requestsPerSecond?: number },
): () => Promise<number> {
  const began = performance.now();
  const sender = spawn(process.execPath, [SENDER, url, String(connections), String(requestsPerSecond), ...requests], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endWithBench(sender);
  return async () => {
    sender.kill('SIGTERM');
    return (Number(await text(sender.stdout)) / (performance.now() - began)) * 1000;
  };
}
