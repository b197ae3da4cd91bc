import { availableParallelism } from 'node:os';
import { CONTENDERS, type Running, start, stop } from './contenders.ts';
import type { Inputs } from './inputs.ts';
import { drive, median, requestsOf } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import { align, asRatio, titleOf } from './report.ts';
import type { BenchDatabase } from './seed.ts';

export type ProcessesResult = { processes: number; requestsPerSecond: number; failures: number };

const CONNECTIONS = 16;
const LETTER = 'A';

/** How many access checks the service answers as one process and as several, in turns. */
export async function measureProcesses(
  database: BenchDatabase,
  inputs: Inputs,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<ProcessesResult[]> {
  const [ours] = CONTENDERS;
  const operation = OPERATIONS.find(({ letter }) => letter === LETTER);
  if (!ours || !operation) throw new Error('Nothing to measure.');
  const all: { processes: number; running: Running; measured: number[]; failures: number }[] = [];
  try {
    for (const processes of countsToTry()) {
      const contender = { ...ours, name: `ours-${processes}` };
      const running = await start(contender, database, [], { WEB_CONCURRENCY: String(processes) });
      all.push({ processes, running, measured: [], failures: 0 });
    }
    for (let round = 0; round <= rounds; round++) {
      for (const each of round % 2 ? all : all.toReversed()) {
        const next = requestsOf(each.running, operation, operation.variables(inputs, []), database.seeded);
        const { requestsPerSecond, failures } = await drive(each.running, next, { connections: CONNECTIONS, seconds });
        // Round 0 only warms up.
        if (round === 0) continue;
        each.measured.push(requestsPerSecond);
        each.failures += failures;
      }
    }
    return all.map(({ measured, processes, failures }) => ({
      processes,
      requestsPerSecond: median(measured),
      failures,
    }));
  } finally {
    await Promise.all(all.map(({ running }) => stop(running)));
  }
}

/** One, two, and twice as many up to a process for each core. */
function countsToTry(): number[] {
  const counts = [1, 2];
  for (let count = 4; count <= Math.min(availableParallelism(), 64); count *= 2) counts.push(count);
  return counts;
}

export function toProcessesTable(results: readonly ProcessesResult[]): string {
  const one = results[0]?.requestsPerSecond ?? Number.NaN;
  const rows = results.map(({ processes, requestsPerSecond, failures }) => [
    String(processes),
    requestsPerSecond.toFixed(0),
    asRatio(requestsPerSecond / one),
    String(failures),
  ]);
  const table = align([['processes', 'requests/s', 'to one', 'failures'], ...rows]);
  return `${LETTER}  ${titleOf(LETTER)}, ${CONNECTIONS} connections, ${availableParallelism()} cores
${table}
The load generator and PostgreSQL take of these cores as well: where they leave none, more processes cannot answer more.`;
}
