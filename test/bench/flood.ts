import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { CONTENDERS, type Running, start, stop } from './contenders.ts';
import { asText, sendFlood } from './flood-process.ts';
import type { Inputs } from './inputs.ts';
import { drive, median, type Request, requestsOf } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import { align, asRatio } from './report.ts';
import type { BenchDatabase } from './seed.ts';

/** How the good callers fared under a flood, and what was answered to it. */
export type Flooded = {
  flood: string;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  failures: number;
  refusalsPerSecond: number;
};

const CONNECTIONS = 16;
const LETTER = 'A';
// Until the minute's allowance of the address is spent.
const HEAD_START_MS = 1000;
const DIFFERENT_KEYS = 500;

// Each connection asks anew as soon as it is answered. Six hundred are twice as many as the service holds back at once.
const FLOODS: { flood: string; key?: () => string; connections: number }[] = [
  { flood: 'none', connections: 0 },
  ...[64, 250, 600].flatMap((connections) => [
    { flood: 'unknown keys', key: unknownKey, connections },
    { flood: 'malformed keys', key: malformedKey, connections },
  ]),
];

/** Access checks at half of what the service can do, while bad keys come from the same address, in turns. */
export async function measureFlood(
  database: BenchDatabase,
  inputs: Inputs,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Flooded[]> {
  const [ours] = CONTENDERS;
  const operation = OPERATIONS.find(({ letter }) => letter === LETTER);
  if (!ours || !operation) throw new Error('Nothing to measure.');
  const running = await start(ours, database);
  const measured: Flooded[] = [];
  try {
    const next = requestsOf(running, operation, operation.variables(inputs, []), database.seeded);
    const full = { connections: CONNECTIONS, seconds };
    await drive(running, next, full);
    const { requestsPerSecond: capacity } = await drive(running, next, full);
    const half = { ...full, requestsPerSecond: Math.round(capacity / 2) };
    for (let round = 0; round < rounds; round++) {
      for (const { flood, key, connections } of round % 2 ? FLOODS : FLOODS.toReversed()) {
        const endFlood = key && startFlood(running, next(), key, connections);
        await delay(HEAD_START_MS);
        const { requestsPerSecond, p50, p99, failures } = await drive(running, next, half);
        const refusalsPerSecond = (await endFlood?.()) ?? 0;
        const name = connections ? `${flood}, ${connections} connections` : flood;
        measured.push({ flood: name, requestsPerSecond, p50, p99, failures, refusalsPerSecond });
      }
    }
  } finally {
    await stop(running);
  }
  return [...Map.groupBy(measured, ({ flood }) => flood).values()].map(summarise).toReversed();
}

/** Returns what ends it, and tells how many requests a second were answered. */
function startFlood(
  { url }: Running,
  { path, headers, body }: Request,
  key: () => string,
  connections: number,
): () => Promise<number> {
  const requests = Array.from({ length: DIFFERENT_KEYS }, () =>
    asText({ path, body, headers: { ...headers, authorization: `Bearer ${key()}` } }),
  );
  return sendFlood(url, requests, { connections });
}

function unknownKey(): string {
  return `umk_${randomBytes(16).toString('hex')}_${randomBytes(32).toString('base64url')}`;
}

function malformedKey(): string {
  return `umk_${randomBytes(32).toString('base64url')}`;
}

function summarise(rounds: readonly Flooded[]): Flooded {
  const of = (read: (round: Flooded) => number) => median(rounds.map(read));
  return {
    flood: rounds[0]?.flood ?? '',
    requestsPerSecond: of((round) => round.requestsPerSecond),
    p50: of((round) => round.p50),
    p99: of((round) => round.p99),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
    refusalsPerSecond: of((round) => round.refusalsPerSecond),
  };
}

export function toFloodTable(results: readonly Flooded[]): string {
  const calm = results[0]?.p99 ?? Number.NaN;
  const rows = results.map(({ flood, requestsPerSecond, p50, p99, failures, refusalsPerSecond }) => [
    ...[flood, requestsPerSecond.toFixed(0), p50.toFixed(1), p99.toFixed(1), asRatio(p99 / calm)],
    ...[String(failures), refusalsPerSecond.toFixed(0)],
  ]);
  return align([['flood', 'checks/s', 'p50 ms', 'p99 ms', 'to none', 'failures', 'refusals/s'], ...rows]);
}
