import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Way } from './client-network.ts';

const HOLD_MS = 1000;
// A proxy may open only a thousand connections to us, and its good callers need some of them, whether it is a trusted one or nobody told
// us of it. A client that only pretends to be one takes no place of the trusted. Those of direct callers are their own; but some systems
// let a process have no more than 4096 connections.
const MOST_HELD: Record<Way, number> = { proxied: 300, forwarded: 300, direct: 3000 };

export type HoldBack = (response: ServerResponse) => Promise<void>;

/**
 * Returns a function that resolves after one to two seconds. So a client that retries at once gets at most one answer a second on each
 * connection; and many that began together do not go on together, for then everybody else would wait. Beyond `most` waiting responses
 * it resolves immediately, and the answer closes the connection.
 */
export function createHoldBack(wayOf: (request: IncomingMessage) => Way, most = MOST_HELD): HoldBack {
  const held: Record<Way, number> = { proxied: 0, forwarded: 0, direct: 0 };
  return async (response) => {
    const way = wayOf(response.req);
    if (held[way] >= most[way]) {
      response.setHeader('connection', 'close');
      return;
    }
    held[way] += 1;
    await delay(HOLD_MS * (1 + Math.random()), undefined, { ref: false });
    held[way] -= 1;
  };
}
