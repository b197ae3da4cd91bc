import { describeFault } from '../database/engine/errors.ts';
import { createFaultLog, createLog } from '../observe/log.ts';

export type Lifetime = {
  /** Registers what is done first when a signal ends the process, while it still works as ever and for as long as it takes. */
  beforeEnd(work: () => Promise<unknown>): void;
  /** Registers what must be closed before the process ends. What was registered last is closed first. */
  onEnd(close: () => unknown): void;
  isEnding(): boolean;
  /** Aborts when the end must not be put off: after a fault, or because somebody at a terminal waits for it. */
  hurry: AbortSignal;
  /** Closes everything registered, then ends the process with the exit code. */
  end(code: number, fault?: unknown): Promise<void>;
};

const LONGEST_END_MS = 20_000;

/** Ends the process in order on a signal or an uncaught error. Ctrl-C reaches all processes of a terminal; each ends like this. */
export function beginLifetime(): Lifetime {
  const preparations: (() => Promise<unknown>)[] = [];
  const closers: (() => unknown)[] = [];
  const hurry = new AbortController();
  let ending = false;

  const end = async (code: number, fault?: unknown) => {
    if (fault !== undefined) createFaultLog(createLog('error'))(fault);
    if (code !== 0) hurry.abort();
    if (ending) return;
    ending = true;
    await Promise.all(preparations.map((prepare) => prepare()));
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
  // A second signal only hurries: the first one is still at work.
  process.on('SIGTERM', () => void end(0));
  process.on('SIGINT', () => {
    hurry.abort();
    void end(0);
  });
  return {
    ...{ end, hurry: hurry.signal, isEnding: () => ending },
    beforeEnd: (work) => void preparations.push(work),
    onEnd: (close) => void closers.unshift(close),
  };
}
