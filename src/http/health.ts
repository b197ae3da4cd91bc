import { setTimeout as delay } from 'node:timers/promises';
import type { Endpoint } from './endpoint.ts';
import { respond, TEXT } from './respond.ts';

const PATIENCE_MS = 1000;

/** Answers 200 while the process is alive, whatever the state of the database. */
export const health: Endpoint = reading(async (_request, response) => respond(response, 200, 'ok\n'));

/**
 * Answers 200 when the service takes requests, else 503: from the signal that ends it on, and without a database that is writable
 * and has the right schema. Waits 1 s at most.
 */
export function createReadiness(
  isReady: () => Promise<boolean>,
  isLeaving: () => boolean,
  unavailable: (reason: unknown) => void,
): Endpoint {
  const requireReady = async () => {
    if (!(await isReady())) throw new Error('The database is read-only, or lacks a migration');
    return true;
  };
  const giveUp = async () => {
    await delay(PATIENCE_MS, undefined, { ref: false });
    throw new Error(`The database does not answer within ${PATIENCE_MS} ms`);
  };
  let finding: Promise<boolean> | undefined;
  // One question for all who ask at the same time: anybody may ask, and a flood would keep the database's connections from those who write.
  const find = () => {
    finding ??= Promise.race([requireReady(), giveUp()])
      .catch((reason) => {
        unavailable(reason);
        return false;
      })
      .finally(() => {
        finding = undefined;
      });
    return finding;
  };
  return reading(async (_request, response) => {
    const ready = !isLeaving() && (await find());
    respond(response, ready ? 200 : 503, ready ? 'ready\n' : 'not ready\n');
  });
}

/** Allows GET and HEAD; answers 405 to other methods. */
function reading(endpoint: Endpoint): Endpoint {
  return async (request, response, record) => {
    if (request.method === 'GET' || request.method === 'HEAD') return endpoint(request, response, record);
    respond(response, 405, 'Only GET is taken here.\n', { ...TEXT, allow: 'GET, HEAD' });
  };
}
