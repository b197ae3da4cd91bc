import { setTimeout as delay } from 'node:timers/promises';
import { isUnavailable } from '../database/engine/errors.ts';
import type { ReportFault } from '../observe/log.ts';

/** What was noted in memory, to be written soon. */
type Notes = {
  /** Rejects when the database does not answer; then the notes are kept for the next time. */
  flush(): Promise<void>;
  isEmpty(): boolean;
};

type Told = { report: ReportFault; unavailable: (reason: unknown) => void };

// The end of a process takes 20 s at most, of which its requests may take 11. A try that begins late may hang for 4 s more.
const LAST_TRIES_MS = 3000;
const PAUSE_MS = 500;

/**
 * Writes what was noted every so many milliseconds. `stop` writes the rest; while the database is away, or somebody is just being
 * changed, it tries again for a few seconds.
 */
export function startFlushing(job: string, notes: Notes, every: number, { report, unavailable }: Told) {
  let flushing: Promise<void> | undefined;
  const flush = () => {
    flushing ??= notes
      .flush()
      .catch((error) => (isUnavailable(error) ? unavailable(error) : report(error, { job })))
      .finally(() => {
        flushing = undefined;
      });
    return flushing;
  };
  const timer = setInterval(flush, every).unref();
  return {
    async stop() {
      clearInterval(timer);
      const end = performance.now() + LAST_TRIES_MS;
      await flushing;
      await flush();
      while (!notes.isEmpty() && performance.now() < end) {
        await delay(PAUSE_MS);
        await flush();
      }
    },
  };
}
