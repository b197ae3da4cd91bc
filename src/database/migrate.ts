import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { type Db, SERVER_ROLE } from './connection.ts';

const FOLDER = new URL('../../migrations/', import.meta.url);

/** Brings the database to the newest schema. Safe when several servers start at once. */
export async function migrate(db: Db): Promise<void> {
  await requireEncoding(db);
  await ensureServerRole(db);
  const { error } = await createMigrator(db).migrateToLatest();
  if (error) throw error;
}

export function createMigrator(db: Db): Migrator {
  return new Migrator({ db, provider: sqlFiles });
}

const sqlFiles: MigrationProvider = {
  async getMigrations() {
    const names = await listMigrations();
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readMigration(name)])));
  },
};

/** Their names, oldest first. */
export async function listMigrations(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files
    .filter((file) => file.endsWith('.up.sql'))
    .map((file) => file.slice(0, -7))
    .sort();
}

async function readMigration(name: string): Promise<Migration> {
  const up = await readFile(new URL(`${name}.up.sql`, FOLDER), 'utf8');
  const down = await readFile(new URL(`${name}.down.sql`, FOLDER), 'utf8');
  return { up: (db) => run(db, up), down: (db) => run(db, down) };
}

async function run(db: Kysely<unknown>, statements: string): Promise<void> {
  await sql.raw(statements).execute(db);
}

async function requireEncoding(db: Db): Promise<void> {
  const { rows } = await sql<{ serverEncoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.serverEncoding;
  if (encoding !== 'UTF8') throw new Error(`The database's encoding is ${encoding}; it must be UTF8.`);
}

// The role is the cluster's, not the database's, so no migration can own it.
async function ensureServerRole(db: Db): Promise<void> {
  const role = sql.id(SERVER_ROLE);
  const { rows } = await sql<{ usable: boolean }>`
    select pg_has_role(current_user, oid, 'MEMBER') as usable from pg_roles where rolname = ${SERVER_ROLE}`.execute(db);
  if (rows.length === 0) await sql`create role ${role} nologin`.execute(db);
  if (!rows[0]?.usable) await sql`grant ${role} to current_user`.execute(db);
}
