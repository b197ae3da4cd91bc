import { setTimeout as delay } from 'node:timers/promises';

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Calls `run` again whenever it ends, until `stopping` aborts. While it keeps ending soon after each start, the pause doubles,
 * from 100 ms to 5 s: a lasting fault must not use up the machine. `run` resolves with why it ended.
 */
export async function keepRunning(
  run: () => Promise<string>,
  stopping: AbortSignal,
  onEnd: (reason: string, pause: number) => void,
): Promise<void> {
  for (let pause = SHORTEST_PAUSE_MS; !stopping.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const began = Date.now();
    const reason = await run();
    if (stopping.aborted) return;
    if (Date.now() - began > LONGEST_PAUSE_MS) pause = SHORTEST_PAUSE_MS;
    onEnd(reason, pause);
    await delay(pause, undefined, { signal: stopping }).catch(() => {});
  }
}
