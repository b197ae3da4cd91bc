import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Db } from './connection.ts';
import { grantServerRights } from './grants.ts';
import { ensureServerRole, inTurn } from './server-role.ts';

const FOLDER = new URL('../../../migrations/', import.meta.url);

/**
 * Migrates to the newest schema and sets the rights of the server's role. Safe when several servers start at once. Throws when a
 * migration fails or the encoding is not UTF8.
 */
export async function migrate(db: Db, onEvent: (message: string) => void = () => {}): Promise<void> {
  await requireEncoding(db);
  await inTurn(db, ensureServerRole);
  const { error } = await createMigrator(db).migrateToLatest();
  if (error) throw error;
  await grantServerRights(db, onEvent);
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

/** The names of all migrations, oldest first. */
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

/** Throws when the encoding is not UTF8. */
export async function requireEncoding(db: Db): Promise<void> {
  const { rows } = await sql<{ serverEncoding: string }>`show server_encoding`.execute(db);
  const encoding = rows[0]?.serverEncoding;
  if (encoding !== 'UTF8') throw new Error(`The database's encoding is ${encoding}; it must be UTF8.`);
}
