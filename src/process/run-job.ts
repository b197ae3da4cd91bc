import { setTimeout as delay } from 'node:timers/promises';
import { createFaultLog, type Log } from '../observe/log.ts';

/**
 * Background work that no caller waits for. The rule for every job: short steps, each a transaction of its own, so that nobody
 * waits for it; a step that is killed or done twice does no harm; the log tells how far it is.
 */
export type Job = {
  name: string;
  /** Does a small part of the work. Returns how many rows it did; 0 means that there is nothing to do. */
  step(): Promise<number>;
  /** Whether a step that did nothing has passed by what others hold for a moment. Then the job looks again in a second. */
  isLeft?(): Promise<boolean>;
};

export type RunningJob = {
  /** Runs the job soon, because there may be something to do. */
  kick(): void;
  /** Waits for the current step. The rest is done after the next start. */
  stop(): Promise<void>;
};

const EVERY_MS = 60_000;
const SOON_MS = 1000;
const TOLD_EVERY_MS = 10_000;

/** Runs a job now, every minute and whenever it is kicked, until nothing is left to do. The log shows its progress every 10 s. */
export function startJob({ name, step, isLeft }: Job, log: Log): RunningJob {
  const stopping = new AbortController();
  const report = createFaultLog(log.child({ job: name }));
  let running: Promise<void> | undefined;
  let isKicked = false;

  const pause = (ms: number) => delay(ms, undefined, { signal: stopping.signal }).catch(() => {});
  const runToEnd = async () => {
    let rows = 0;
    let isDone = false;
    let told = performance.now();
    const tell = (message: string) => {
      told = performance.now();
      log.info({ job: name, rows }, message);
    };
    while (!isDone && !stopping.signal.aborted) {
      const began = performance.now();
      const done = await step();
      if (done === 0) {
        isDone = !(await isLeft?.());
        if (!isDone) await pause(SOON_MS);
        continue;
      }
      if (rows === 0) tell('job begins');
      rows += done;
      if (performance.now() - told > TOLD_EVERY_MS) tell('job goes on');
      // The pause is as long as the step took, so that callers have at least half of PostgreSQL's time.
      await pause(performance.now() - began);
    }
    if (rows > 0) tell(isDone ? 'job done' : 'job interrupted');
  };
  const run = async () => {
    while (isKicked && !stopping.signal.aborted) {
      isKicked = false;
      // After an error, the job is tried again in a minute.
      await runToEnd().catch(report);
    }
    running = undefined;
  };
  const kick = () => {
    isKicked = true;
    running ??= run();
  };

  const timer = setInterval(kick, EVERY_MS).unref();
  kick();
  return {
    kick,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
