import { CONTENDERS, type Running, start, stop } from './contenders.ts';
import { findDeepCursors } from './cursors.ts';
import { chooseInputs, type Inputs, removeNewcomers } from './inputs.ts';
import { drive, median, quantile, type Request, type Round, requestsOf, WARM_UP_SECONDS } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import { align, asRatio } from './report.ts';
import { type BenchDatabase, openBenchDatabase, withClient } from './seed.ts';
import { chooseTerms } from './terms.ts';

/** What one operation, or the searches for one kind of term, cost among few users and among many. */
export type Grown = { name: string; isTerm: boolean; few: Cost; many: Cost };

/** In microseconds for each request, and milliseconds. */
type Cost = { cpu: number; databaseCpu: number; p50: number; p99: number; failures: number };

type Step = { name: string; isTerm: boolean; isLast: boolean; ask: (side: Side) => () => Request; connections: number };

/** A service on a database of its own. */
type Side = {
  database: BenchDatabase;
  inputs: Inputs;
  terms: Record<string, string[]>;
  running: Running;
  cursors: string[];
};

const TIMES = 10;
const SEARCH_CONNECTIONS = 4;
const OPERATION_MOST = 1.2;
const TERM_MOST = 3;

/** The service alone with so many users and with ten times as many, asked in turns; only one of the two is asked at a time. */
export async function measureGrowth(
  database: BenchDatabase,
  inputs: Inputs,
  { users, rounds, seconds, connections }: { users: number; rounds: number; seconds: number; connections: number },
): Promise<Grown[]> {
  const larger = await openBenchDatabase(users * TIMES, Math.min(users, 1_000_000));
  const sides: Side[] = [];
  try {
    await withClient(larger.connectionString, (db) => removeNewcomers(db, larger.seeded.projectId));
    const others = await withClient(larger.connectionString, (db) => chooseInputs(db, larger.seeded, users * TIMES));
    sides.push(await open(database, inputs, users), await open(larger, others, users * TIMES));
    const steps = stepsOf(sides, connections);
    const measured = new Map<string, Round[]>();
    const latencies = new Map<string, number[]>();
    for (let round = 0; round <= rounds; round++) {
      // Last, for new rows are the first that a page and a search come upon.
      for (const step of steps.toSorted((a, b) => Number(a.isLast) - Number(b.isLast))) {
        for (const side of round % 2 ? sides : sides.toReversed()) {
          const load = { connections: step.connections, seconds: round ? seconds : WARM_UP_SECONDS };
          const result = await drive(side.running, step.ask(side), load);
          const place = `${step.name} ${sides.indexOf(side)}`;
          // Round 0 only warms up.
          if (round === 0) continue;
          measured.set(place, [...(measured.get(place) ?? []), result]);
          latencies.set(place, [...(latencies.get(place) ?? []), ...result.latencies]);
        }
      }
      console.log(`Round ${round} of ${rounds}`);
    }
    const costOf = (place: string) => summarise(measured.get(place) ?? [], latencies.get(place) ?? []);
    return steps.map(({ name, isTerm }) => ({ name, isTerm, few: costOf(`${name} 0`), many: costOf(`${name} 1`) }));
  } finally {
    await Promise.all(sides.map(({ running }) => stop(running)));
    await withClient(larger.connectionString, (db) => removeNewcomers(db, larger.seeded.projectId));
    await larger.stop();
  }
}

async function open(database: BenchDatabase, inputs: Inputs, users: number): Promise<Side> {
  const { seeded, connectionString } = database;
  const [ours] = CONTENDERS;
  const deep = OPERATIONS.find(({ letter }) => letter === 'E');
  if (!ours || !deep) throw new Error('Nothing to measure.');
  const terms = await withClient(connectionString, (db) => chooseTerms(db, seeded.projectId));
  const running = await start({ ...ours, name: `ours-${users}` }, database);
  return { database, inputs, terms, running, cursors: await findDeepCursors(running, deep, inputs, seeded, users) };
}

function stepsOf(sides: readonly Side[], connections: number): Step[] {
  const operations = OPERATIONS.filter(({ letter }) => ['A', 'B', 'D', 'E'].includes(letter)).map((operation): Step => {
    const ask = ({ running, inputs, cursors, database }: Side) =>
      requestsOf(running, operation, operation.variables(inputs, cursors), database.seeded);
    return {
      name: `${operation.letter}  ${operation.title}`,
      isTerm: false,
      isLast: operation.creates !== undefined,
      ask,
      connections,
    };
  });
  const search = OPERATIONS.find(({ letter }) => letter === 'C');
  if (!search) throw new Error('Nothing to measure.');
  const kinds = Object.keys(sides[0]?.terms ?? {}).map((name): Step => {
    const ask = ({ running, inputs, terms, database }: Side) =>
      requestsOf(running, search, search.variables({ ...inputs, terms: terms[name] ?? [] }, []), database.seeded);
    return { name, isTerm: true, isLast: false, ask, connections: SEARCH_CONNECTIONS };
  });
  return [...operations, ...kinds];
}

function summarise(rounds: readonly Round[], latencies: number[]): Cost {
  const of = (read: (round: Round) => number) => median(rounds.map(read));
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    ...{ cpu: of(({ cpu }) => cpu), databaseCpu: of(({ databaseCpu }) => databaseCpu) },
    ...{ p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) },
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
  };
}

/** Few, many and their ratio. Marked: an operation that costs over 1.2 times as much CPU, and a kind of term with a p99 over 3 times. */
export function toGrowthTable(results: readonly Grown[]): string {
  const rows = results.map(({ name, isTerm, few, many }) => {
    const of = (read: (cost: Cost) => number, digits: number) => [
      ...[read(few).toFixed(digits), read(many).toFixed(digits), asRatio(read(many) / read(few))],
    ];
    const all = (cost: Cost) => cost.cpu + cost.databaseCpu;
    const isGood = isTerm ? many.p99 / few.p99 <= TERM_MOST : all(many) / all(few) <= OPERATION_MOST;
    return [
      ...[name, ...of(({ cpu }) => cpu, 0), ...of(({ databaseCpu }) => databaseCpu, 0), asRatio(all(many) / all(few))],
      ...[...of(({ p50 }) => p50, 1), ...of(({ p99 }) => p99, 1), String(few.failures + many.failures)],
      isGood ? '' : `OVER ${isTerm ? TERM_MOST : OPERATION_MOST}`,
    ];
  });
  const triple = (name: string) => [name, '× 10', 'ratio'];
  const heads = [
    ...triple('CPU µs'),
    ...triple('database µs'),
    'CPU of both',
    ...triple('p50 ms'),
    ...triple('p99 ms'),
  ];
  return align([['', ...heads, 'failures', ''], ...rows]);
}
