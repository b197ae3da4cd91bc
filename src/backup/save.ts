import type { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { openLongSession, settle } from '../database/engine/long-session.ts';
import { END_OF_ROWS, type Header, makeHeader, type Table, toLine } from './format.ts';
import { countLines } from './read-file.ts';
import { listExecutedMigrations, listTables, namesOf, toCopy } from './tables.ts';
import { writeFile } from './write-file.ts';

export type Saved = { header: Header; rows: number; bytes: number };

type Progress = { begin(rows: number): void; advance(rows: number, table: string): void };

/**
 * Writes all rows of the database to a file, as they are at one moment, whatever is written meanwhile. Reads alone, so others wait for
 * nothing; but a migration waits for it. The schema is taken as it is.
 */
export async function saveBackup(connectionString: string, path: string, progress: Progress): Promise<Saved> {
  const { client, close } = await openLongSession(connectionString);
  try {
    const header = await beginSnapshot(client);
    progress.begin(await estimateRows(client));
    let rows = 0;
    const onRows = (count: number, { name }: Table) => {
      rows += count;
      progress.advance(count, name);
    };
    const bytes = await writeFile(path, () => readContent(client, header, onRows));
    return { header, rows, bytes };
  } finally {
    await close();
  }
}

async function beginSnapshot(client: Client): Promise<Header> {
  const before = await listTables(client);
  if ((await listExecutedMigrations(client)).length === 0) {
    throw new Error('There is nothing to back up: this database has no tables of this service.');
  }
  await client.query('begin isolation level repeatable read read only');
  await settle(client);
  // The snapshot is taken by the first query. Taken before the lock, a migration in between could leave it with empty tables.
  await client.query(`lock table ${namesOf(before)} in access share mode`);
  const tables = await listTables(client);
  if (JSON.stringify(tables) !== JSON.stringify(before)) {
    throw new Error('The schema was migrated just now: run it again.');
  }
  const migrations = await listExecutedMigrations(client);
  const { rows } = await client.query<{ at: Date; postgres: string }>(
    `select now() as at, current_setting('server_version') as postgres`,
  );
  const { at = new Date(), postgres = '' } = rows[0] ?? {};
  return makeHeader({ createdAt: at.toISOString(), postgres, migrations, tables });
}

/** For the bar alone: what PostgreSQL counted last. */
async function estimateRows(client: Client): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    `select coalesce(sum(greatest(reltuples, 0)), 0)::float8 as rows from pg_class
     where relnamespace = quote_ident(current_schema())::regnamespace and relkind = 'r'`,
  );
  return rows[0]?.rows ?? 0;
}

async function* readContent(
  client: Client,
  header: Header,
  onRows: (count: number, table: Table) => void,
): AsyncGenerator<string | Buffer> {
  yield toLine(header);
  const rows: number[] = [];
  for (const table of header.tables) {
    let count = 0;
    for await (const part of client.query(to(`copy ${toCopy(table)} to stdout`))) {
      const lines = countLines(part);
      count += lines;
      onRows(lines, table);
      yield part;
    }
    rows.push(count);
    yield END_OF_ROWS;
  }
  yield toLine({ rows });
}
