import { setTimeout as delay } from 'node:timers/promises';
import { createFaultLog, type Log } from '../observe/log.ts';

/** Work that no caller waits for. */
export type Job = {
  name: string;
  /** Does a little of it, in a transaction of its own; how many rows it did. 0: there is nothing to do. */
  step(): Promise<number>;
};

export type RunningJob = {
  /** There may be something to do. */
  kick(): void;
  /** Lets the step that is under way end. What is left is done after the next start. */
  stop(): Promise<void>;
};

const EVERY_MS = 60_000;
const TOLD_EVERY_MS = 10_000;

/** Runs a job now, every minute and whenever it is kicked: step by step until one does nothing. The log tells how far it is. */
export function startJob({ name, step }: Job, log: Log): RunningJob {
  const stopping = new AbortController();
  const report = createFaultLog(log.child({ job: name }));
  let running: Promise<void> | undefined;
  let isKicked = false;

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
      isDone = done === 0;
      if (isDone) continue;
      if (rows === 0) tell('job begins');
      rows += done;
      if (performance.now() - told > TOLD_EVERY_MS) tell('job goes on');
      // As long as the step took: PostgreSQL has half of the time, at least, for those who wait.
      await delay(performance.now() - began, undefined, { signal: stopping.signal }).catch(() => {});
    }
    if (rows > 0) tell(isDone ? 'job done' : 'job interrupted');
  };
  const run = async () => {
    while (isKicked && !stopping.signal.aborted) {
      isKicked = false;
      // Tried again in a minute.
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
