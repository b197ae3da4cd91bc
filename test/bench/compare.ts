import { readFileSync } from 'node:fs';
import { checkAnswers } from './check.ts';
import { answers, type Contender, type Running, start, stop } from './contenders.ts';
import { findDeepCursors } from './cursors.ts';
import type { Inputs } from './inputs.ts';
import { drive, loadOf, type Round, requestsOf, WARM_UP_SECONDS } from './measure.ts';
import { type Letter, OPERATIONS } from './operations.ts';
import { type Result, summarise } from './report.ts';
import { type BenchDatabase, query, withClient } from './seed.ts';

export type Comparison = {
  users: number;
  letters: readonly Letter[];
  contenders: readonly Contender[];
  rounds: number;
  seconds: number;
  connections: number;
};

// PostGraphile's.
const FUNCTIONS = new URL('contenders/postgraphile.sql', import.meta.url);

/** All contenders at all operations, in turns; nothing is measured unless they answer alike. */
export async function compare(
  database: BenchDatabase,
  inputs: Inputs,
  { users, letters, contenders, rounds, seconds, connections }: Comparison,
): Promise<Result[]> {
  const { seeded } = database;
  const operations = OPERATIONS.filter(({ letter }) => letters.includes(letter));
  const running: Running[] = [];
  try {
    await withClient(database.connectionString, (db) => db.query(readFileSync(FUNCTIONS, 'utf8')));
    for (const contender of contenders) running.push(await start(contender, database));
    const cursors = new Map<string, string[]>();
    for (const operation of operations.filter(({ letter }) => letter === 'E')) {
      for (const each of running) cursors.set(each.name, await findDeepCursors(each, operation, inputs, seeded, users));
    }
    await withClient(database.connectionString, (db) => checkAnswers(db, running, operations, inputs, seeded, cursors));
    console.log(
      `${running.length} contenders answer alike. Each is now driven ${rounds} times for ${seconds} s an operation.`,
    );

    const measured = new Map<string, Round[]>();
    const turn = async (round: number, operation: (typeof operations)[number]) => {
      for (const contender of rotated(running, round).filter((each) => answers(each, operation.letter))) {
        const variables = operation.variables(inputs, cursors.get(contender.name) ?? []);
        const next = requestsOf(contender, operation, variables, seeded);
        const load = loadOf(operation, { connections, seconds: round ? seconds : WARM_UP_SECONDS });
        const before = operation.creates ? await readWalPosition(database) : Number.NaN;
        const result = await drive(contender, next, load);
        const users = result.latencies.length * (operation.creates ?? 0);
        const walPerUser = users ? ((await readWalPosition(database)) - before) / users : Number.NaN;
        const place = `${operation.letter} ${contender.name}`;
        // Round 0 only warms up.
        if (round > 0) measured.set(place, [...(measured.get(place) ?? []), { ...result, walPerUser }]);
      }
      console.log(`${operation.letter}, round ${round} of ${rounds}`);
    };
    const [reading, writing] = [
      operations.filter(({ creates }) => !creates),
      operations.filter(({ creates }) => creates),
    ];
    for (let round = 0; round <= rounds; round++) for (const operation of reading) await turn(round, operation);
    // Last, for new rows are the first that a page and a search come upon.
    for (let round = 0; round <= rounds; round++) for (const operation of writing) await turn(round, operation);

    return operations.flatMap(({ letter }) =>
      contenders
        .filter((contender) => answers(contender, letter))
        .map((contender) => summarise(letter, contender, measured.get(`${letter} ${contender.name}`) ?? [])),
    );
  } finally {
    await Promise.all(running.map(stop));
  }
}

async function readWalPosition({ connectionString }: BenchDatabase): Promise<number> {
  const text = `select pg_current_wal_insert_lsn() - '0/0' as bytes`;
  return Number((await query<{ bytes: string }>(connectionString, text)).bytes);
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
