import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const HOLD_MS = 1000;
// A proxy may have no more connections to us than a thousand, and those of its good callers are among them.
const MOST_HELD = 300;

/**
 * Resolves after a second. Who asks anew as soon as it is answered gets no further than once a second on each connection.
 * Beyond so many at once it resolves at once, and the answer ends the connection.
 */
export function createHoldBack(): (response: ServerResponse) => Promise<void> {
  let held = 0;
  return async (response) => {
    if (held >= MOST_HELD) {
      response.setHeader('connection', 'close');
      return;
    }
    held += 1;
    await delay(HOLD_MS, undefined, { ref: false });
    held -= 1;
  };
}
