import cluster from 'node:cluster';
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Recorder } from './request-record.ts';

export type Metrics = ReturnType<typeof createMetrics>;

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** The metrics for Prometheus. Every label has only a few values, and callers choose none of them. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Requests, by route and status, and how long they took',
    labelNames: ['route', 'status', 'operation'],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: 'graphql_errors_total',
    help: 'Errors in answers, by code',
    labelNames: ['code'],
    registers,
  });
  const decisions = new Counter({
    name: 'access_decisions_total',
    help: 'Answers of the access check, by reason',
    labelNames: ['reason'],
    registers,
  });
  const unnoted = new Counter({
    name: 'access_attempts_unnoted_total',
    help: 'Attempts of strangers that were denied but not noted, because there was no room for another request',
    registers,
  });
  const waits = new Histogram({
    name: 'database_pool_wait_seconds',
    help: 'How long a statement waited for a connection',
    buckets: SECONDS,
    registers,
  });

  const recordRequest: Recorder = ({ route, status, seconds, operation, codes }) => {
    requests.observe({ route, status, operation: operation?.type ?? 'none' }, seconds);
    for (const code of codes) errors.inc({ code });
  };
  return {
    registry,
    recordRequest,
    accessDecided: (reason: string) => decisions.inc({ reason }),
    attemptsUnnoted: (attempts: number) => unnoted.inc(attempts),
    pool: {
      waited: (seconds: number) => waits.observe(seconds),
      opened(read: () => { total: number; idle: number; waiting: number }) {
        for (const state of ['total', 'idle', 'waiting'] as const) {
          const collect = function (this: Gauge) {
            this.set(read()[state]);
          };
          new Gauge({ name: `database_pool_${state}`, help: `Connections: ${state}`, registers, collect });
        }
      },
    },
  };
}

/** Runs in a worker: lets `sumMetrics` in the primary read this process's metrics. */
export function letPrimaryRead({ registry }: Metrics): void {
  if (!cluster.isWorker) return;
  AggregatorRegistry.setRegistries(registry);
  new AggregatorRegistry();
}

/** Runs in the primary of several processes. Returns a function that reads the sum of the workers' metrics. */
export function sumMetrics(): () => Promise<string> {
  const registry = new AggregatorRegistry();
  return () => registry.clusterMetrics();
}
