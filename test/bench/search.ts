import { CONTENDERS, start, stop } from './contenders.ts';
import { drive, median, quantile, requestsOf } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import { align } from './report.ts';
import type { BenchDatabase } from './seed.ts';
import type { TermClasses } from './terms.ts';

type Times = { p50: number; p99: number };
export type SearchResult = {
  name: string;
  example: string;
  newest: Times;
  /** With the best first. */
  best: Times;
  searches: number;
  failures: number;
};

const CONNECTIONS = 4;

const BEST_FIRST = 'orderBy: { field: RELEVANCE, direction: DESC }';

/** How long the service searches, by kind of term and in both orders; all in turns. */
export async function measureSearch(
  database: BenchDatabase,
  classes: TermClasses,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<SearchResult[]> {
  const { seeded } = database;
  const [ours] = CONTENDERS;
  const operation = OPERATIONS.find(({ letter }) => letter === 'C');
  if (!ours || !operation) throw new Error('Nothing to measure.');
  const orders = {
    newest: operation,
    best: { ...operation, document: operation.document.replace('first: 20', `first: 20, ${BEST_FIRST}`) },
  };
  const running = await start(ours, database);
  try {
    const all = Object.entries(classes).map(([name, terms]) => ({
      name,
      terms,
      latencies: { newest: [] as number[], best: [] as number[] },
      failures: 0,
    }));
    for (let round = 0; round <= rounds; round++) {
      for (const each of all) {
        for (const order of ['newest', 'best'] as const) {
          const next = requestsOf(running, orders[order], searches(seeded.projectId, each.terms), seeded);
          const { latencies, failures } = await drive(running, next, { connections: CONNECTIONS, seconds });
          // Round 0 only warms up.
          if (round === 0) continue;
          each.latencies[order].push(...latencies);
          each.failures += failures;
        }
      }
    }
    return all.map(({ name, terms, latencies, failures }) => {
      const { newest, best } = latencies;
      const searches = newest.length + best.length;
      return { name, example: terms[0] ?? '', newest: timesOf(newest), best: timesOf(best), searches, failures };
    });
  } finally {
    await stop(running);
  }
}

function timesOf(latencies: number[]): Times {
  const sorted = latencies.toSorted((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}

function* searches(projectId: string, terms: readonly string[]): Generator<object, never> {
  for (let at = 0; ; at++) yield { projectId, search: terms[at % terms.length] };
}

export function toSearchTable(results: readonly SearchResult[]): string {
  const middle = median(results.map(({ newest }) => newest.p99));
  const rows = results.map(({ name, example, newest, best, searches, failures }) => [
    ...[name, example, newest.p50.toFixed(1), newest.p99.toFixed(1), (newest.p99 / middle).toFixed(1)],
    ...[best.p50.toFixed(1), best.p99.toFixed(1), (best.p50 / newest.p50).toFixed(2)],
    ...[String(searches), String(failures)],
  ]);
  const heads = ['terms', 'such as', 'p50 ms', 'p99 ms', 'p99 to the median of all'];
  return align([[...heads, 'best first: p50 ms', 'p99 ms', 'p50 to newest first', 'searches', 'failures'], ...rows]);
}
