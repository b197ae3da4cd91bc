import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { keepRunning } from '../process/keep-running.ts';
import type { Cluster } from './cluster.ts';
import { launchPostgres, shutDownPostgres } from './postmaster.ts';

export type OnEvent = (message: string) => void;
export type Supervisor = { isRunning(): boolean; stop(): Promise<void> };

/** Keeps PostgreSQL running on this port until `stop` is called. */
export function supervise(cluster: Cluster, port: number, onEvent: OnEvent): Supervisor {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  const signalOnExit = () => child?.kill('SIGINT');
  process.once('exit', signalOnExit);

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

  const watching = keepRunning(runOnce, stopping.signal, (reason, pause) =>
    onEvent(`PostgreSQL ended unexpectedly (${reason}); starting it again in ${pause} ms`),
  );
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
