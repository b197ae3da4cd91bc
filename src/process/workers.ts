import cluster, { type Worker } from 'node:cluster';
import type { Config } from '../config.ts';
import { describeFault } from '../database/engine/errors.ts';
import { relayCharges } from '../http/shared-charges.ts';
import { sumMetrics } from '../observe/metrics.ts';
import { keepRunning } from './keep-running.ts';
import type { Lifetime } from './lifetime.ts';
import type { Serving } from './serve.ts';

/** A process that could not start has said why itself. */
export class FailedStartError extends Error {
  override readonly name = 'FailedStartError';
}

/**
 * Starts this program again as several processes that share the port, and resolves when all of them listen. One that ends is
 * replaced. None outlives this one: a process whose channel to it breaks ends at once, which node:cluster sees to.
 */
export async function startWorkers(config: Config, connectionString: string, lifetime: Lifetime): Promise<Serving> {
  const stopping = new AbortController();
  const kept: Promise<void>[] = [];
  lifetime.onEnd(() => {
    stopping.abort();
    for (const worker of Object.values(cluster.workers ?? {})) worker?.kill();
    return Promise.all(kept);
  });
  // One that hears nothing any more, its event loop being blocked, must not keep the port.
  process.once('exit', () => {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGKILL');
  });
  relayCharges();
  const readMetrics = sumMetrics();

  let isUp = false;
  const start = () =>
    new Promise<number>((resolve, reject) => {
      const run = async () => {
        const worker = cluster.fork({ DATABASE_URL: connectionString });
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
  // What keeps one from starting, such as a port in use, keeps all, and is to be said once.
  const port = await start();
  await Promise.all(Array.from({ length: config.processes - 1 }, start));
  isUp = true;
  return { port, readMetrics };
}

function failureOf(reason: string): Error {
  return reason === 'exit 1' ? new FailedStartError() : new Error(`A server process did not start (${reason}).`);
}

/** Resolves with the signal or the exit code. */
function endOf(worker: Worker): Promise<string> {
  return new Promise((resolve) => {
    worker.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
    // A message that did not reach it is an error, too; but only what never began has no exit.
    worker.on('error', (error) => {
      if (worker.process.pid === undefined) resolve(describeFault(error));
    });
  });
}
