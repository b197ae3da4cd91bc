import { RequestError } from './request-error.ts';

/** What may end the waiting, and who hears why it waits. */
export type Patience = { signal: AbortSignal; onTrouble: (reason: string) => void };

const MOST_TRIES = 9;
// In seconds.
const LONGEST_PAUSE = 30;
// A longer one is told to the person, who can come back then.
const LONGEST_ASKED_PAUSE = 120;

/**
 * Makes a request again while it fails in a way that passes: the service is away, or was asked too much. It waits for as long as
 * the service asks, else ever longer. `isRepeatable` is for what is the same when it is done twice: that is also made again when
 * nobody knows whether it was done.
 */
export async function persist<Result>(
  attempt: () => Promise<Result>,
  { signal, onTrouble }: Patience,
  { isRepeatable }: { isRepeatable: boolean },
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof RequestError) || !passes(error, isRepeatable)) throw error;
      const seconds = error.retryAfter ?? Math.min(2 ** (tries - 1), LONGEST_PAUSE);
      if (tries === MOST_TRIES || seconds > LONGEST_ASKED_PAUSE || signal.aborted) throw error;
      onTrouble(error.message);
      await pause(seconds, signal);
      if (signal.aborted) throw error;
    }
  }
}

function passes({ code }: RequestError, isRepeatable: boolean): boolean {
  return code === 'SERVICE_UNAVAILABLE' || code === 'RATE_LIMITED' || (code === 'UNREACHABLE' && isRepeatable);
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, seconds * 1000);
    signal.addEventListener('abort', end);
    function end() {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
  });
}
