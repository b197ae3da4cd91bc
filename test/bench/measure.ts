import autocannon from 'autocannon';
import { bodyOf, type Running } from './contenders.ts';
import type { Operation } from './operations.ts';
import { cpuSeconds, residentMegabytes } from './process-usage.ts';
import type { Seeded } from './seed.ts';

/** What one contender did in one round. */
export type Round = {
  requestsPerSecond: number;
  /** In milliseconds. */
  p50: number;
  p99: number;
  /** Of the server's process, in microseconds for each request; not a number where the system does not tell. */
  cpu: number;
  megabytes: number;
  failures: number;
};

export type Load = { connections: number; seconds: number; requestsPerSecond?: number };

/** Sends an operation with ever new variables over some connections for some seconds. */
export async function drive(
  contender: Running,
  operation: Operation,
  variables: Iterator<object, never>,
  { keys }: Seeded,
  load: Load,
): Promise<Round & { latencies: number[]; statuses: Map<number, number> }> {
  const request = () => ({ body: bodyOf(operation, variables.next().value) });
  const latencies: number[] = [];
  const statuses = new Map<number, number>();
  const cpuBefore = cpuSeconds(contender.child.pid);
  const began = performance.now();
  const { errors, non2xx, mismatches } = await autocannon({
    url: `${contender.url}${contender.path(operation.letter)}`,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${keys[operation.role]}` },
    connections: load.connections,
    duration: load.seconds,
    ...(load.requestsPerSecond ? { overallRate: load.requestsPerSecond } : {}),
    sampleInt: 100,
    setupClient(client) {
      client.setRequests(Array.from({ length: VARIATIONS_PER_SECOND * load.seconds }, request));
      client.on('response', (status, _bytes, milliseconds) => {
        latencies.push(milliseconds);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      });
    },
    verifyBody: (body) => isGood(String(body)),
  });
  const seconds = (performance.now() - began) / 1000;
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    requestsPerSecond: latencies.length / seconds,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    cpu: ((cpuSeconds(contender.child.pid) - cpuBefore) / latencies.length) * 1e6,
    megabytes: residentMegabytes(contender.child.pid),
    failures: errors + Math.max(non2xx, mismatches),
    latencies,
    statuses,
  };
}

// On each connection: more than any contender can create users, so that none comes twice.
const VARIATIONS_PER_SECOND = 200;

function isGood(body: string): boolean {
  return body.includes('"data":{') && !body.includes('"errors":[') && !body.includes('"userErrors":[{');
}

export function quantile(sorted: readonly number[], at: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
  return quantile(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );
}
