import { describeFault } from '../database/engine/errors.ts';
import { createFaultLog, createLog } from '../observe/log.ts';

export type Lifetime = {
  /** What must be ended before the process does, last begun first. */
  onEnd(close: () => unknown): void;
  isEnding(): boolean;
  /** Ends the process, once all that was begun is ended. */
  end(code: number, fault?: unknown): Promise<void>;
};

const LONGEST_END_MS = 20_000;

/** Ends the process on a signal or a fault. Ctrl-C reaches every process of a terminal, and each ends in the same way. */
export function beginLifetime(): Lifetime {
  const closers: (() => unknown)[] = [];
  let ending = false;

  const end = async (code: number, fault?: unknown) => {
    if (fault !== undefined) createFaultLog(createLog('error'))(fault);
    if (ending) return;
    ending = true;
    // A database that hangs must not keep the process; the supervisor's next start repairs what it leaves.
    setTimeout(() => process.exit(code || 1), LONGEST_END_MS).unref();
    for (const close of closers) {
      try {
        await close();
      } catch (error) {
        console.error(describeFault(error));
      }
    }
    process.exit(code);
  };

  process.on('uncaughtException', (error) => void end(1, error));
  process.on('unhandledRejection', (error) => void end(1, error));
  // A second signal finds the first one at work, and lets it finish.
  process.on('SIGINT', () => void end(0)).on('SIGTERM', () => void end(0));
  return { end, isEnding: () => ending, onEnd: (close) => void closers.unshift(close) };
}
