import cluster, { type Worker } from 'node:cluster';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { describeFault } from '../database/engine/errors.ts';
import { relayCharges } from '../http/shared-charges.ts';
import { sumMetrics } from '../observe/metrics.ts';
import { keepRunning } from './keep-running.ts';
import type { Serving, Surroundings } from './serve.ts';

/** A process could not start and has printed the reason itself. */
export class FailedStartError extends Error {
  override readonly name = 'FailedStartError';
}

/**
 * Starts this program again as several worker processes that share the port, and resolves when all of them listen. A worker that
 * ends is replaced. No worker outlives this process: node:cluster ends it at once when its channel breaks.
 */
export async function startWorkers(
  config: Config,
  { connectionString, lifetime, others }: Omit<Surroundings, 'discovery'>,
): Promise<Serving> {
  const stopping = new AbortController();
  const kept: Promise<void>[] = [];
  const { hurry } = lifetime;
  const stopAll = () => {
    stopping.abort();
    for (const worker of Object.values(cluster.workers ?? {})) worker?.kill(hurry.aborted ? 'SIGINT' : 'SIGTERM');
  };
  // They take their leave by themselves, all at once, while this process still hands connections on to them.
  lifetime.beforeEnd(async () => {
    stopAll();
    await delay(config.drainSeconds * 1000, undefined, { signal: hurry }).catch(stopAll);
  });
  lifetime.onEnd(() => Promise.all(kept));
  // A worker with a blocked event loop handles neither messages nor SIGTERM, and must not keep the port.
  process.once('exit', () => {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGKILL');
  });
  relayCharges(others);
  const readMetrics = sumMetrics();

  let isUp = false;
  const start = () =>
    new Promise<number>((resolve, reject) => {
      const run = async () => {
        const worker = cluster.fork({ DATABASE_URL: connectionString, ...withoutOwner(config, connectionString) });
        worker.once('listening', ({ port }) => resolve(port));
        const reason = await endOf(worker);
        if (!isUp) reject(lifetime.isEnding() ? new FailedStartError() : failureOf(reason));
        return `${worker.process.pid}: ${reason}`;
      };
      const onEnd = (reason: string, pause: number) => {
        if (isUp) console.error(`A server process ended unexpectedly (${reason}); starting another in ${pause} ms`);
      };
      kept.push(keepRunning(run, stopping.signal, onEnd));
    });
  // A problem such as a port in use stops all workers, so the first one starts alone and reports it once.
  const port = await start();
  await Promise.all(Array.from({ length: config.processes - 1 }, start));
  isUp = true;
  return { port, readMetrics };
}

// A worker only needs to know that the login is to be used as it is: the owner's password stays here.
function withoutOwner({ databaseOwnerUrl }: Config, connectionString: string): NodeJS.ProcessEnv {
  return databaseOwnerUrl === null ? {} : { DATABASE_OWNER_URL: connectionString };
}

function failureOf(reason: string): Error {
  return reason === 'exit 1' ? new FailedStartError() : new Error(`A server process did not start (${reason}).`);
}

/** Resolves with the signal or exit code of the worker, or the error that kept it from starting. */
function endOf(worker: Worker): Promise<string> {
  return new Promise((resolve) => {
    worker.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
    // `error` also means that a message did not reach the worker. Only a worker that never started has no `exit` event.
    worker.on('error', (error) => {
      if (worker.process.pid === undefined) resolve(describeFault(error));
    });
  });
}
