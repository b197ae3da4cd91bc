import type pg from 'pg';
import { median } from './measure.ts';
import { align } from './report.ts';
import { type BenchDatabase, databaseOf, query, withClient, withDatabase } from './seed.ts';

/** What one index costs of each user who is created. */
export type IndexPrice = {
  table: string;
  /** Null: what the rows cost without any index. */
  index: string | null;
  microseconds: number;
  /** In the write-ahead log, without pages that are written whole after a checkpoint. */
  bytes: number;
  /** Of all users. */
  megabytes: number;
};

type Cost = Pick<IndexPrice, 'microseconds' | 'bytes'>;

const SCRATCH = 'bench_indexes';
const NEWCOMERS = 20_000;

// What createUser and an import write: people called as those before them, with numbers and addresses from anywhere, whose ids and
// moments come after all others; two environments and an event for each.
const NEW_ROWS = {
  users: (projectId: string) => `
    create temp table new_users as
      select * from users where project_id = '${projectId}' order by md5(id::text) limit ${NEWCOMERS};
    update new_users set id = uuidv7(), created_at = clock_timestamp(), phone_key = '+1' || (random() * 8e9 + 2e9)::bigint,
      email_key = md5(random()::text) || '@example.org';
    update new_users set phone_number = phone_key, email = email_key`,
  user_environments: (projectId: string) => `
    create temp table new_user_environments as
      select u.project_id, u.id, e.id as environment_id, null::timestamptz from new_users u
      cross join (select id from environments where project_id = '${projectId}' order by id limit 2) as e`,
  audit_events: (projectId: string) => `
    create temp table new_audit_events as
      select event.* from new_users
      cross join (select * from audit_events where project_id = '${projectId}' order by created_at limit 1) as event;
    update new_audit_events set id = uuidv7(), subject_id = uuidv7(), actor_id = subject_id, created_at = clock_timestamp()`,
};

/** Writes the same rows into a copy of the database, with each index alone and with none, and takes them back. */
export async function measureIndexes(
  { connectionString, seeded }: BenchDatabase,
  { rounds }: { rounds: number },
): Promise<IndexPrice[]> {
  const maintenance = withDatabase(connectionString, 'postgres');
  await query(maintenance, `drop database if exists ${SCRATCH} with (force)`);
  await query(maintenance, `create database ${SCRATCH} template ${databaseOf(connectionString)}`);
  try {
    return await withClient(withDatabase(connectionString, SCRATCH), async (db) => {
      const prices: IndexPrice[] = [];
      for (const [table, makeRows] of Object.entries(NEW_ROWS)) {
        await db.query(makeRows(seeded.projectId));
        prices.push(...(await measureTable(db, table, rounds)));
      }
      return prices;
    });
  } finally {
    await query(maintenance, `drop database ${SCRATCH} with (force)`);
  }
}

type Index = { name: string; constraint: string | null; megabytes: number };

async function measureTable(db: pg.Client, table: string, rounds: number): Promise<IndexPrice[]> {
  const { rows: indexes } = await db.query<Index>(
    `select indexrelid::regclass::text as name, conname as constraint, pg_relation_size(indexrelid) / 1e6::float8 as megabytes
     from pg_index left join pg_constraint on conindid = indexrelid and conrelid = indrelid
     where indrelid = $1::regclass order by indexrelid`,
    [table],
  );
  const costs = new Map<Index | null, Cost[]>([null, ...indexes].map((index) => [index, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [kept, measured] of costs) {
      const others = indexes.filter((index) => index !== kept);
      const cost = await measureInsert(db, table, others);
      // Round 0 only warms up: each page is written whole when it is first changed after a checkpoint.
      if (round > 0) measured.push(cost);
    }
  }
  const middle = (index: Index | null, read: (cost: Cost) => number) => median((costs.get(index) ?? []).map(read));
  const priceOf = (index: Index | null, read: (cost: Cost) => number) =>
    (middle(index, read) - (index ? middle(null, read) : 0)) / NEWCOMERS;
  return [null, ...indexes].map((index) => ({
    table,
    index: index?.name ?? null,
    microseconds: priceOf(index, ({ microseconds }) => microseconds),
    bytes: priceOf(index, ({ bytes }) => bytes),
    megabytes: index?.megabytes ?? 0,
  }));
}

/** Of all rows together, without these indexes. Nothing of it stays. */
async function measureInsert(db: pg.Client, table: string, without: readonly Index[]): Promise<Cost> {
  await db.query('begin');
  try {
    // No triggers and no foreign keys, which cost the same whatever the indexes.
    await db.query('set local session_replication_role = replica');
    for (const { name, constraint } of without) {
      await db.query(constraint ? `alter table ${table} drop constraint ${constraint} cascade` : `drop index ${name}`);
    }
    const { rows: before } = await db.query<{ at: string }>('select pg_current_wal_insert_lsn() as at');
    const began = performance.now();
    await db.query(`insert into ${table} select * from new_${table}`);
    const microseconds = (performance.now() - began) * 1000;
    const { rows } = await db.query<{ bytes: number }>(
      'select (pg_current_wal_insert_lsn() - $1::pg_lsn)::float8 as bytes',
      [before[0]?.at],
    );
    return { microseconds, bytes: rows[0]?.bytes ?? 0 };
  } finally {
    await db.query('rollback');
  }
}

export function toIndexesTable(prices: readonly IndexPrice[]): string {
  const rows = prices.map(({ table, index, microseconds, bytes, megabytes }) => [
    index ?? `${table}, the rows alone`,
    microseconds.toFixed(1),
    (bytes / 1000).toFixed(2),
    index === null ? '' : megabytes.toFixed(0),
  ]);
  return align([['index', 'µs a user', 'kB of log a user', 'MB of all users'], ...rows]);
}
