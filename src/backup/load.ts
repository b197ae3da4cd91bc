import { pipeline } from 'node:stream/promises';
import type { MigrationResultSet } from 'kysely/migration';
import { type Client, escapeIdentifier } from 'pg';
import { from } from 'pg-copy-streams';
import type { Tx } from '../database/engine/connection.ts';
import { openLongSession, settle } from '../database/engine/long-session.ts';
import { createMigrator, listMigrations, requireEncoding } from '../database/engine/migrate.ts';
import { ensureServerRole } from '../database/engine/server-role.ts';
import { setAside } from './definitions.ts';
import { BackupFileError, type Header, type Table } from './format.ts';
import { readBackup, type Summary } from './read-file.ts';
import { listExecutedMigrations, listTables, namesOf, toCopy } from './tables.ts';

/** Tables with rows that the migrations themselves write. */
const MADE_BY_MIGRATIONS = ['user_rewrites'];
const OLDEST_POSTGRES = 15;

export type Loading = {
  onBytes(read: number, table: string): void;
  beginBuild(definitions: number): void;
  onBuild(table: string): void;
  /** Somebody else's table, which stood among those of the service: it is left out. */
  onForeign(table: string): void;
};

type Goal = { header: Header; role: string };

/** Reads all of the file. Throws BackupFileError when it is not whole, or of a schema that this code does not know. */
export function checkBackup(path: string, onBytes: (read: number, of: number) => void): Promise<Summary> {
  return readBackup(path, { begin: requireKnownSchema, onBytes });
}

/**
 * Fills an empty database from a backup, whose header was checked: it is migrated to the schema of the backup, and then, in one
 * transaction, gets the rows and is migrated to the newest schema. Whatever cuts it short leaves it empty. `migrate` then grants the
 * rights.
 */
export async function loadBackup(
  connectionString: string,
  path: string,
  header: Header,
  { role, progress }: { role: string; progress: Loading },
): Promise<void> {
  const { client, db, close } = await openLongSession(connectionString);
  try {
    await requireVersion(client);
    await requireEncoding(db);
    // So that PostgreSQL notices the end of this process while it builds an index, too. Not every system can do that.
    await client.query(`set client_connection_check_interval = '2s'`).catch(() => {});
    // A service that starts now waits, and finds its tables made.
    await db.getExecutor().adapter.acquireMigrationLock(db, { lockTable: '', lockRowId: '' });
    // Committed before the rows come: until PostgreSQL 17, a value that is added to a type can be used only by later transactions.
    await db.transaction().execute((tx) => prepareSchema(client, tx, { header, role }));
    await db.transaction().execute((tx) => fill(client, tx, path, { header, role, progress }));
  } finally {
    await close();
  }
}

async function requireKnownSchema({ migrations }: Header): Promise<void> {
  const known = await listMigrations();
  if (migrations.every((name, at) => name === known[at])) return;
  throw new BackupFileError(
    `was made by a newer version of this service (its schema is ${migrations.at(-1)}, the newest known here ${known.at(-1)}): ` +
      'restore it with that version or a later one.',
  );
}

async function requireVersion(client: Client): Promise<void> {
  const { rows } = await client.query(`select current_setting('server_version_num')::int / 10000 as major`);
  const { major } = rows[0];
  if (major < OLDEST_POSTGRES) {
    throw new Error(`The database is a PostgreSQL ${major}: it must be ${OLDEST_POSTGRES} or newer.`);
  }
}

async function prepareSchema(client: Client, tx: Tx, { header, role }: Goal): Promise<void> {
  await settle(client);
  await requireEmpty(client);
  await ensureServerRole(tx, role);
  await demand(createMigrator(tx, role).migrateTo(header.migrations.at(-1) ?? ''));
}

async function fill(
  client: Client,
  tx: Tx,
  path: string,
  { header, role, progress }: Goal & { progress: Loading },
): Promise<void> {
  await settle(client);
  await client.query(`set local maintenance_work_mem = '256MB'; set local work_mem = '64MB'`);
  await requireEmpty(client);
  const tables = await listTables(client);
  const loaded = tables.map(({ name }) => name);
  requireSame(tables, header, path);
  const { count, rebuild } = await setAside(client, tables);
  // Migrations write rows of their own. And what is empty from this transaction on can be loaded as if it were old (see `copy`).
  await client.query(`truncate ${namesOf(tables)}`);
  let current = '';
  await readBackup(path, {
    begin: async (found) => {
      if (JSON.stringify(found) !== JSON.stringify(header))
        throw new BackupFileError('was replaced after it was checked.');
    },
    take: async (table, rows) => {
      current = table.name;
      if (loaded.includes(table.name)) return copy(client, table, rows);
      progress.onForeign(table.name);
      for await (const _part of rows);
    },
    onBytes: (read) => progress.onBytes(read, current),
  });
  progress.beginBuild(count);
  await rebuild(progress.onBuild);
  await demand(createMigrator(tx, role).migrateToLatest());
  await requireEnvironments(client);
}

function requireSame(tables: readonly Table[], header: Header, path: string): void {
  const given = new Map(header.tables.map(({ name, columns }) => [name, columns.toSorted().join()]));
  const lacking = tables.filter(({ name }) => !given.has(name));
  if (lacking.length > 0) throw new BackupFileError(`${path} is not whole: it lacks ${namesIn(lacking)}.`);
  // A column that the file lacks would silently get its default.
  const other = tables.filter(({ name, columns }) => given.get(name) !== columns.toSorted().join());
  if (other.length > 0) {
    throw new BackupFileError(
      `${path} cannot be restored: it has other columns than this service in ${namesIn(other)}.`,
    );
  }
}

function namesIn(tables: readonly Table[]): string {
  return tables.map(({ name }) => name).join(', ');
}

async function requireEmpty(client: Client): Promise<void> {
  const known = await listMigrations();
  const unknown = (await listExecutedMigrations(client)).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(
      `The database was migrated by a newer version of this service (${unknown.at(-1)}): use another one.`,
    );
  }
  const tables = await listTables(client);
  if (tables.length === 0) return;
  await requireNoRows(client, tables);
  await client.query(`lock table ${namesOf(tables)} in access exclusive mode`);
  // Somebody may have been faster.
  await requireNoRows(client, tables);
}

async function requireNoRows(client: Client, tables: readonly Table[]): Promise<void> {
  const filled: string[] = [];
  for (const { name } of tables) {
    if (MADE_BY_MIGRATIONS.includes(name)) continue;
    const { rows } = await client.query(`select from ${escapeIdentifier(name)} limit 1`);
    if (rows.length > 0) filled.push(name);
  }
  if (filled.length === 0) return;
  throw new Error(
    `The database is not empty (there are rows in ${filled.join(', ')}): restore into a new one, on which no service was started yet.`,
  );
}

async function demand(migrated: Promise<MigrationResultSet>): Promise<void> {
  const { error } = await migrated;
  if (error) throw error;
}

/** As nobody else can see the rows before the commit, they are written as ones that everybody sees: that saves the vacuum afterwards. */
async function copy(client: Client, table: Table, rows: AsyncIterable<Buffer>): Promise<void> {
  await pipeline(rows, client.query(from(`copy ${toCopy(table)} from stdin with (freeze)`)));
}

/** The rule that triggers hold otherwise. Users of a removed project may be half gone. */
async function requireEnvironments(client: Client): Promise<void> {
  const { rows } = await client.query<{ lost: string }>(
    `select count(*) as lost from users u join projects p on p.id = u.project_id
     where p.removed_at is null and not exists (
       select from user_environments m join environments e on e.project_id = m.project_id and e.id = m.environment_id
       where m.project_id = u.project_id and m.user_id = u.id and e.removed_at is null
     )`,
  );
  const lost = Number(rows[0]?.lost);
  if (lost > 0) throw new Error(`The backup cannot be restored: ${lost} of its users have no environment.`);
}
