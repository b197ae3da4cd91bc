import { CONTENDERS, start, stop } from './contenders.ts';
import { drive, median, quantile, requestsOf } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import { align } from './report.ts';
import type { BenchDatabase } from './seed.ts';
import type { TermClasses } from './terms.ts';

export type SearchResult = {
  name: string;
  example: string;
  p50: number;
  p99: number;
  searches: number;
  failures: number;
};

const CONNECTIONS = 4;

/** How long the service searches, by kind of term; all kinds in turns. */
export async function measureSearch(
  database: BenchDatabase,
  classes: TermClasses,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<SearchResult[]> {
  const { seeded } = database;
  const [ours] = CONTENDERS;
  const operation = OPERATIONS.find(({ letter }) => letter === 'C');
  if (!ours || !operation) throw new Error('Nothing to measure.');
  const running = await start(ours, database);
  try {
    const all = Object.entries(classes).map(([name, terms]) => ({
      name,
      terms,
      latencies: [] as number[],
      failures: 0,
    }));
    for (let round = 0; round <= rounds; round++) {
      for (const each of all) {
        const next = requestsOf(running, operation, searches(seeded.projectId, each.terms), seeded);
        const { latencies, failures } = await drive(running, next, { connections: CONNECTIONS, seconds });
        // Round 0 only warms up.
        if (round === 0) continue;
        each.latencies.push(...latencies);
        each.failures += failures;
      }
    }
    return all.map(({ name, terms, latencies, failures }) => {
      const sorted = latencies.toSorted((a, b) => a - b);
      const times = { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
      return { name, example: terms[0] ?? '', ...times, searches: latencies.length, failures };
    });
  } finally {
    await stop(running);
  }
}

function* searches(projectId: string, terms: readonly string[]): Generator<object, never> {
  for (let at = 0; ; at++) yield { projectId, search: terms[at % terms.length] };
}

export function toSearchTable(results: readonly SearchResult[]): string {
  const middle = median(results.map(({ p99 }) => p99));
  const rows = results.map(({ name, example, p50, p99, searches, failures }) => [
    ...[name, example, p50.toFixed(1), p99.toFixed(1), (p99 / middle).toFixed(1), String(searches), String(failures)],
  ]);
  return align([['terms', 'such as', 'p50 ms', 'p99 ms', 'p99 to the median of all', 'searches', 'failures'], ...rows]);
}
