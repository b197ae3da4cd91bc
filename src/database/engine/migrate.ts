import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { type Db, SERVER_ROLE } from './connection.ts';
import { grantServerRights } from './grants.ts';
import { renewSearchIndex } from './search-index.ts';
import { ensureServerRole, inTurn } from './server-role.ts';

const FOLDER = new URL('../../../migrations/', import.meta.url);

/**
 * Migrates to the newest schema and sets the rights of the server's role, with `login` as a member if one is given. Safe when several
 * servers start at once. Throws when a migration fails or the encoding is not UTF8.
 */
export async function migrate(
  db: Db,
  onEvent: (message: string) => void = () => {},
  { role = SERVER_ROLE, login }: { role?: string; login?: string | undefined } = {},
): Promise<void> {
  await requireEncoding(db);
  await inTurn(db, (tx) => ensureServerRole(tx, role, login));
  const { error } = await createMigrator(db, role).migrateToLatest();
  if (error) throw error;
  await renewSearchIndex(db, onEvent);
  await grantServerRights(db, onEvent, role);
}

export function createMigrator(db: Db, role = SERVER_ROLE): Migrator {
  return new Migrator({ db, provider: sqlFiles(role) });
}

function sqlFiles(role: string): MigrationProvider {
  return {
    async getMigrations() {
      const names = await listMigrations();
      return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readMigration(name, role)])));
    },
  };
}

/** The names of all migrations, oldest first. */
export async function listMigrations(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files
    .filter((file) => file.endsWith('.up.sql'))
    .map((file) => file.slice(0, -7))
    .sort();
}

async function readMigration(name: string, role: string): Promise<Migration> {
  const read = async (file: string) =>
    // The files grant to the role by the name that it has unless told otherwise.
    (await readFile(new URL(file, FOLDER), 'utf8')).replaceAll(SERVER_ROLE, `"${role}"`);
  const [up, down] = [await read(`${name}.up.sql`), await read(`${name}.down.sql`)];
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
