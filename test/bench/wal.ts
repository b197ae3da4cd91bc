import { CONTENDERS, type Running, start, stop } from './contenders.ts';
import type { Inputs } from './inputs.ts';
import { drive, median, quantile, requestsOf } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import { align } from './report.ts';
import { type BenchDatabase, query } from './seed.ts';

/** One way to keep the search index, and what it was seen to cost. */
export type WalResult = { setting: string; rounds: WalRound[] };

type WalRound = {
  users: number;
  /** Bytes of the write-ahead log for each user, pages written whole after a checkpoint included, and those pages alone. */
  bytes: number;
  pageBytes: number;
  createP50: number;
  createP99: number;
  failures: number;
  /** In milliseconds, among the newcomers. */
  searchP50: number;
  searchP99: number;
};

// The pending list's bound in kB; 0 is none.
const PENDING_LISTS = [0, 64, 128, 256, 512, 1024, 4096];
const CONNECTIONS = 16;
const SEARCHES = 4;

/** What each bound of the index's pending list writes to the log, and what it does to those who add and who search. */
export async function measureWal(
  database: BenchDatabase,
  inputs: Inputs,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<WalResult[]> {
  const { connectionString } = database;
  const { definition } = await query<{ definition: string }>(
    connectionString,
    `select coalesce(array_to_string(reloptions, ', '), '') as definition from pg_class where oid = 'users__search'::regclass`,
  );
  const [ours] = CONTENDERS;
  if (!ours) throw new Error('Nothing to measure.');
  const running = await start(ours, database);
  try {
    const results = PENDING_LISTS.map((kilobytes): WalResult => ({ setting: nameOf(kilobytes), rounds: [] }));
    for (let round = 0; round < rounds; round++) {
      for (const [at, kilobytes] of PENDING_LISTS.entries()) {
        await set(connectionString, settingOf(kilobytes));
        results[at]?.rounds.push(await measure(running, database, inputs, seconds));
      }
    }
    return results;
  } finally {
    await stop(running);
    await set(connectionString, definition);
  }
}

async function measure(running: Running, database: BenchDatabase, inputs: Inputs, seconds: number): Promise<WalRound> {
  const { connectionString, seeded } = database;
  const ask = (letter: string) => {
    const operation = OPERATIONS.find((each) => each.letter === letter);
    if (!operation) throw new Error('Nothing to measure.');
    return requestsOf(running, operation, operation.variables(inputs, []), seeded);
  };
  const before = await readWal(connectionString);
  const [created, searched] = await Promise.all([
    drive(running, ask('D'), { connections: CONNECTIONS, seconds }),
    drive(running, ask('C'), { connections: SEARCHES, seconds }),
  ]);
  const after = await readWal(connectionString);
  const users = created.latencies.length;
  return {
    users,
    bytes: (after.bytes - before.bytes) / users,
    pageBytes: ((after.pages - before.pages) * 8192) / users,
    createP50: created.p50,
    createP99: created.p99,
    failures: created.failures + searched.failures,
    searchP50: searched.p50,
    searchP99: searched.p99,
  };
}

async function set(connectionString: string, options: string): Promise<void> {
  await query(
    connectionString,
    `alter index users__search reset (fastupdate, gin_pending_list_limit);
     ${options ? `alter index users__search set (${options});` : ''}
     select gin_clean_pending_list('users__search');`,
  );
  await query(connectionString, 'checkpoint');
}

async function readWal(connectionString: string): Promise<{ bytes: number; pages: number }> {
  // The statistics of a backend arrive up to a second after its statement.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const { bytes, pages } = await query<{ bytes: string; pages: string }>(
    connectionString,
    'select wal_bytes as bytes, wal_fpi as pages from pg_stat_wal',
  );
  return { bytes: Number(bytes), pages: Number(pages) };
}

function settingOf(kilobytes: number): string {
  return kilobytes === 0 ? 'fastupdate = off' : `fastupdate = on, gin_pending_list_limit = ${kilobytes}`;
}

function nameOf(kilobytes: number): string {
  return kilobytes === 0 ? 'no pending list' : `${kilobytes} kB`;
}

export function toWalTable(results: readonly WalResult[]): string {
  const rows = results.map(({ setting, rounds }) => {
    const middle = (read: (round: WalRound) => number) => median(rounds.map(read));
    return [
      setting,
      (middle(({ bytes }) => bytes) / 1000).toFixed(1),
      (middle(({ pageBytes }) => pageBytes) / 1000).toFixed(1),
      middle(({ users }) => users).toFixed(0),
      ...[middle((r) => r.createP50), middle((r) => r.createP99)].map((ms) => ms.toFixed(1)),
      ...[middle((r) => r.searchP50), middle((r) => r.searchP99)].map((ms) => ms.toFixed(1)),
      String(
        quantile(
          rounds.map(({ failures }) => failures),
          1,
        ),
      ),
    ];
  });
  const heads = [
    'pending list',
    'kB of log a user',
    'whole pages of it',
    'users',
    'create p50 ms',
    'p99',
    'search p50 ms',
    'p99',
    'failures',
  ];
  return align([heads, ...rows]);
}
