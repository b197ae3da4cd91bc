import { describeFault } from '../database/engine/errors.ts';
import { createFaultLog, createLog } from '../observe/log.ts';

export type Lifetime = {
  /** Registers what must be closed before the process ends. What was registered last is closed first. */
  onEnd(close: () => unknown): void;
  isEnding(): boolean;
  /** Closes everything registered, then ends the process with the exit code. */
  end(code: number, fault?: unknown): Promise<void>;
};

const LONGEST_END_MS = 20_000;

/** Ends the process in order on a signal or an uncaught error. Ctrl-C reaches all processes of a terminal; each ends like this. */
export function beginLifetime(): Lifetime {
  const closers: (() => unknown)[] = [];
  let ending = false;

  const end = async (code: number, fault?: unknown) => {
    if (fault !== undefined) createFaultLog(createLog('error'))(fault);
    if (ending) return;
    ending = true;
    // A hanging database must not keep the process alive. The next start repairs what it leaves behind.
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
  // A second signal changes nothing: the first one is still at work.
  process.on('SIGINT', () => void end(0)).on('SIGTERM', () => void end(0));
  return { end, isEnding: () => ending, onEnd: (close) => void closers.unshift(close) };
}
