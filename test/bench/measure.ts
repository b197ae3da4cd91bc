import autocannon from 'autocannon';
import type { Running } from './contenders.ts';
import type { Operation } from './operations.ts';
import { cpuOfChildren, cpuSeconds, cpuSecondsSince, residentMegabytes } from './process-usage.ts';
import type { Seeded } from './seed.ts';

/** What one contender did in one round. */
export type Round = {
  requestsPerSecond: number;
  /** In milliseconds. */
  p50: number;
  p99: number;
  /** Of the server's process, in microseconds for each request; not a number where the system does not tell. */
  cpu: number;
  /** The same of PostgreSQL. */
  databaseCpu: number;
  megabytes: number;
  failures: number;
  /** Bytes of the write-ahead log for each user that was written, pages written whole after a checkpoint included. */
  walPerUser?: number;
};

export type Load = {
  connections: number;
  seconds: number;
  requestsPerSecond?: number;
  /** More different requests in a second than any contender can answer. */
  variationsPerSecond?: number;
};

/** V8 compiles the code of a server for about ten seconds of load; before that a check takes three times as long. */
export const WARM_UP_SECONDS = 6;

/** As it is sent. */
export type Request = { method: 'POST'; path: string; headers: Record<string, string>; body: string };

/** Sends ever new requests over some connections for some seconds. */
export async function drive(
  contender: Running,
  next: () => Request,
  { connections, seconds, requestsPerSecond, variationsPerSecond = VARIATIONS_PER_SECOND }: Load,
): Promise<Round & { latencies: number[]; statuses: Record<number, number> }> {
  const latencies: number[] = [];
  const statuses: Record<number, number> = {};
  let cpuBefore = 0;
  const databaseBefore = cpuOfChildren(contender.postmaster);
  let began = 0;
  let ended = 0;
  const { errors, non2xx, mismatches } = await autocannon({
    url: contender.url,
    connections,
    duration: seconds,
    ...(requestsPerSecond ? { overallRate: requestsPerSecond } : {}),
    sampleInt: 100,
    setupClient(client) {
      client.setRequests(Array.from({ length: Math.ceil((variationsPerSecond / connections) * seconds) }, next));
      // All requests are made before the first is sent.
      began = performance.now();
      cpuBefore = cpuSeconds(contender.child.pid);
      client.on('response', (status, _bytes, milliseconds) => {
        ended = performance.now();
        latencies.push(milliseconds);
        statuses[status] = (statuses[status] ?? 0) + 1;
      });
    },
    verifyBody: (body) => isGood(String(body)),
  });
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    requestsPerSecond: (latencies.length / (ended - began)) * 1000,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    cpu: ((cpuSeconds(contender.child.pid) - cpuBefore) / latencies.length) * 1e6,
    databaseCpu: (cpuSecondsSince(databaseBefore, contender.postmaster) / latencies.length) * 1e6,
    megabytes: residentMegabytes(contender.child.pid),
    failures: errors + Math.max(non2xx, mismatches),
    latencies,
    statuses,
  };
}

// More than any contender can create users, so that none comes twice.
const VARIATIONS_PER_SECOND = 4000;

function isGood(body: string): boolean {
  return body.includes('"data":{') && !body.includes('"errors":[') && !body.includes('"userErrors":[{');
}

/** The load of an operation, of which each request may create many. */
export function loadOf({ creates = 1, ...operation }: Operation, { connections, seconds }: Load): Load {
  const variationsPerSecond = creates > 1 ? (5 * VARIATIONS_PER_SECOND) / creates : VARIATIONS_PER_SECOND;
  return { connections: operation.connections ?? connections, seconds, variationsPerSecond };
}

/** What asks a contender for an operation, with other variables each time. */
export function requestsOf(
  contender: Running,
  operation: Operation,
  variables: Iterator<object, never>,
  seeded: Seeded,
): () => Request {
  return () => requestOf(contender, operation, variables.next().value, seeded);
}

export function requestOf(
  { path, dialect }: Running,
  { letter, document, role }: Operation,
  variables: object,
  seeded: Seeded,
): Request {
  const own = dialect?.[letter];
  const asked = own
    ? { query: own.document, variables: own.variables(variables, seeded) }
    : { query: document, variables };
  return {
    method: 'POST',
    path: path(letter),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${seeded.keys[role]}` },
    body: JSON.stringify(asked),
  };
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
