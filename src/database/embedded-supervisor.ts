import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from './embedded-cluster.ts';
import { launchPostgres, shutDownPostgres } from './embedded-postmaster.ts';

export type OnEvent = (message: string) => void;
export type Supervisor = { isRunning(): boolean; stop(): Promise<void> };

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** Keeps PostgreSQL running on this port until stopped. */
export function supervise(cluster: Cluster, port: number, onEvent: OnEvent): Supervisor {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  const signalOnExit = () => child?.kill('SIGINT');
  process.once('exit', signalOnExit);

  const watch = async () => {
    for (let pause = SHORTEST_PAUSE_MS; !stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const began = Date.now();
      const reason = await runOnce();
      if (stopping.signal.aborted) return;
      if (Date.now() - began > LONGEST_PAUSE_MS) pause = SHORTEST_PAUSE_MS;
      onEvent(`PostgreSQL ended unexpectedly (${reason}); starting it again in ${pause} ms`);
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const runOnce = async (): Promise<string> => {
    try {
      child = launchPostgres(cluster, port);
      const [code, signal] = await once(child, 'exit');
      return signal ?? `exit ${code}`;
    } catch (error) {
      return String(error);
    } finally {
      child = undefined;
    }
  };

  const watching = watch();
  return {
    isRunning: () => child !== undefined,
    stop: async () => {
      stopping.abort();
      if (child?.pid) await shutDownPostgres(cluster, child.pid);
      await watching;
      process.off('exit', signalOnExit);
    },
  };
}
