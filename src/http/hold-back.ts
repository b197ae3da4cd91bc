import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const HOLD_MS = 1000;
// A proxy may open only a thousand connections to us, and its good callers need some of them.
const MOST_HELD = 300;

export type HoldBack = (response: ServerResponse) => Promise<void>;

/**
 * Returns a function that resolves after a second. So a client that retries at once gets only one answer a second on each
 * connection. Beyond `most` waiting responses it resolves immediately, and the answer closes the connection.
 */
export function createHoldBack(most = MOST_HELD): HoldBack {
  let held = 0;
  return async (response) => {
    if (held >= most) {
      response.setHeader('connection', 'close');
      return;
    }
    held += 1;
    await delay(HOLD_MS, undefined, { ref: false });
    held -= 1;
  };
}
