import cluster from 'node:cluster';
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PoolObserver } from '../database/engine/pool.ts';
import type { Recorder } from './request-record.ts';
import { VERSION } from './version.ts';

export type Metrics = ReturnType<typeof createMetrics>;

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

// Gauges of prom-client's whose names Prometheus keeps for counters. `nodejs_active_resources` tells the same by type.
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** The metrics for Prometheus. Every label has only a few values, and callers choose none of them. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  new Gauge({
    name: 'build_info',
    help: 'Always 1; the label is the version of the service',
    labelNames: ['version'],
    // Of several processes it is still 1.
    aggregator: 'first',
    registers,
  }).set({ version: VERSION }, 1);
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
  const registrations = new Counter({
    name: 'registrations_total',
    help: 'Self-registrations, by what became of them',
    labelNames: ['outcome'],
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
    registered: (outcome: string) => registrations.inc({ outcome }),
    pool: createPoolObserver(registers, (seconds) => waits.observe(seconds)),
  };
}

function createPoolObserver(registers: Registry[], waited: (seconds: number) => void): PoolObserver {
  const gauge = (name: string, help: string, read: () => number) => {
    const collect = function (this: Gauge) {
      this.set(read());
    };
    new Gauge({ name, help, registers, collect });
  };
  return {
    waited,
    opened(read) {
      const collect = function (this: Gauge) {
        const { total, idle } = read();
        this.set({ state: 'idle' }, idle);
        this.set({ state: 'busy' }, total - idle);
      };
      const help = 'Connections that one caller at a time has, by state';
      new Gauge({ name: 'database_pool_connections', help, labelNames: ['state'], registers, collect });
      gauge('database_pool_waiting', 'Callers that wait for a connection', () => read().waiting);
    },
    shared(read) {
      gauge('database_shared_connections', 'Connections that all short reads share', () => read().connections);
      gauge('database_shared_statements', 'Statements under way on shared connections', () => read().statements);
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
