import { RequestError } from '../api/request.ts';

const MOST_TRIES = 9;
// In seconds.
const LONGEST_PAUSE = 30;

/**
 * Makes a request again while it fails in a way that passes: the service is away, or was asked too much. It is safe for what has
 * an idempotency key and for what changes nothing the second time. `onTrouble` hears why it waits.
 */
export async function persist<Result>(
  attempt: () => Promise<Result>,
  signal: AbortSignal,
  onTrouble: (message: string) => void,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof RequestError) || !passes(error) || tries === MOST_TRIES || signal.aborted) throw error;
      onTrouble(error.message);
      await pause(error.retryAfter ?? Math.min(2 ** (tries - 1), LONGEST_PAUSE), signal);
      if (signal.aborted) throw error;
    }
  }
}

function passes({ code }: RequestError): boolean {
  return code === 'UNREACHABLE' || code === 'SERVICE_UNAVAILABLE' || code === 'RATE_LIMITED';
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
