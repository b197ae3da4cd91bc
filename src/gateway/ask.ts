import type { Operation } from './documents.ts';
import { GatewayError } from './gateway-error.ts';
import { send } from './send.ts';
import type { Settings } from './settings.ts';
import { createTurns } from './turns.ts';

/**
 * What `read` makes of an operation's data. Throws a GatewayError, at the latest when `performance.now()` reaches `until`. `read` throws
 * for data that is not what the operation asks for.
 */
export type Ask = <Data, Variables, Result>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  until: number,
  read: (data: Data) => Result,
) => Promise<Result>;

// Each further wait is twice as long, up to the longest: short enough that the time for all attempts does not end in a wait just as the
// service is back from a restart.
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 1600;
// A service that comes back is not to be met by all that waited for it, on a connection each.
const MOST_REQUESTS_AT_ONCE = 16;

/** Asks again what got no answer: all operations may be repeated. Reports what was in vain, unless its input is to blame. */
export function createAsk(settings: Settings): Ask {
  const inTurn = createTurns(MOST_REQUESTS_AT_ONCE);
  return async (operation, variables, until, read) => {
    const body = JSON.stringify({ query: operation, variables });
    let error = new GatewayError('UNAVAILABLE', 'Too many requests are under way for this one to be sent in time');
    for (let attempt = 1; ; attempt += 1) {
      const left = until - performance.now();
      const work = () => send(settings, body, Math.min(settings.attemptMs, until - performance.now()), read);
      const sent = left > 0 ? await inTurn(work, left) : undefined;
      if (sent && 'result' in sent) return sent.result;
      error = sent?.error ?? error;
      const waitMs = waitBefore(attempt, sent?.retryAfterMs ?? 0);
      // Who is told to wait longer than there is time for need not ask again.
      if (!sent?.mayRetry || performance.now() + waitMs >= until) break;
      await pause(waitMs);
    }
    if (error.reason !== 'BAD_USER_INPUT') settings.report(error);
    throw error;
  };
}

// Random, so that gateways which failed together do not come back together.
function waitBefore(attempt: number, retryAfterMs: number): number {
  const own = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS) * (0.5 + Math.random());
  return Math.max(own, retryAfterMs * (1 + 0.1 * Math.random()));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
