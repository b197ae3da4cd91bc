import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { actor, fill } from '../../src/commands/demo/fill.ts';
import { makePeople } from '../../src/commands/demo/people.ts';
import { connect, type Db, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { migrate } from '../../src/database/engine/migrate.ts';
import { listEnvironmentsByProjects } from '../../src/database/environments.ts';
import { openImporter } from '../../src/database/import-users.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { importUsers } from '../../src/domain/import-users.ts';
import { createProject } from '../../src/domain/projects.ts';
import { createUserRewrite } from '../../src/domain/user-rewrites.ts';
import { startEmbeddedDatabase } from '../../src/postgres/embedded.ts';
import { MOST_TIMES, multiply } from './multiply.ts';

/** The project that is measured, and keys to it. */
export type Seeded = {
  projectId: string;
  environmentIds: { development: string; staging: string; production: string };
  keys: { gateway: string; member: string };
};

export type BenchDatabase = {
  connectionString: string;
  /** The process whose children work for the connections. */
  postmaster: number;
  directory: string;
  seeded: Seeded;
  stop(): Promise<void>;
};

export const BENCH_FOLDER = fileURLToPath(new URL('../../.data/bench', import.meta.url));
const SMALL_PROJECTS = 50;
const SMALL_PROJECT = 200;

const MOST_PLAIN = 1_000_000;

/** That are connected at the same time: every contender, and the bench itself. */
const PROCESSES = 16;

/**
 * PostgreSQL with so many users in one project and fifty small projects beside it; made the first time, kept for the next. Of more than
 * `plain` the others are copies of the first, with ids, numbers and addresses of their own.
 */
export async function openBenchDatabase(users: number, plain = MOST_PLAIN): Promise<BenchDatabase> {
  if (users > plain * MOST_TIMES) throw new Error(`There can be at most ${plain * MOST_TIMES} users.`);
  const isUsual = users <= plain || plain === MOST_PLAIN;
  const directory = resolve(BENCH_FOLDER, isUsual ? String(users) : `${users} of ${plain}`);
  const { connectionString, stop } = await startEmbeddedDatabase(directory, {
    onEvent: console.error,
    processes: PROCESSES,
  });
  try {
    const record = resolve(directory, 'seeded.json');
    const isSeeded = existsSync(record);
    // Whatever a seeding that was broken off has left behind.
    if (!isSeeded) await empty(connectionString);
    const owner = connect(connectionString);
    await migrate(owner)
      .then(() => rewriteOlderUsers(owner))
      .finally(() => owner.destroy());
    if (!isSeeded) {
      const seeded = await seed(connectionString, users, plain);
      writeFileSync(record, JSON.stringify(seeded), { mode: 0o600 });
    }
    const postmaster = Number.parseInt(readFileSync(resolve(directory, 'postgres', 'postmaster.pid'), 'utf8'), 10);
    return { connectionString, postmaster, directory, seeded: JSON.parse(readFileSync(record, 'utf8')), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

// Else the service, and nobody beside it, would do this while it is measured.
async function rewriteOlderUsers(owner: Db): Promise<void> {
  const rewrite = createUserRewrite(owner, () => {});
  while ((await rewrite()) > 0);
}

async function empty(connectionString: string): Promise<void> {
  const name = databaseOf(connectionString);
  const maintenance = withDatabase(connectionString, 'postgres');
  await query(maintenance, `drop database if exists ${name} with (force)`);
  await query(maintenance, `create database ${name} template template0 encoding 'UTF8'`);
}

async function seed(connectionString: string, users: number, plain: number): Promise<Seeded> {
  const db = connect(connectionString, { role: SERVER_ROLE });
  const restoreSearchIndex = await dropSearchIndex(connectionString);
  const importer = await openImporter(connectionString);
  const addSmallProjects = async (first: number, last: number) => {
    for (let number = first; number <= last; number++) {
      const { projectId, people } = await addProject(db, number);
      const few = Array.from({ length: SMALL_PROJECT }, () => people.next().value);
      await importUsers({ actor, importer }, projectId, few);
    }
  };
  try {
    // On both sides of the large one: what it costs must not depend on who came first.
    await addSmallProjects(1, SMALL_PROJECTS / 2);
    const { projectId, environmentIds, people } = await addProject(db, 0);
    await fill(connectionString, projectId, people, Math.min(users, plain));
    await addSmallProjects(SMALL_PROJECTS / 2 + 1, SMALL_PROJECTS);
    if (users > plain) await multiply(connectionString, projectId, plain, users);
    console.log('Building the search index');
    await restoreSearchIndex();
    await importer.finish();
    // All are as today's code writes them: nothing is to be made anew while the service is measured.
    await query(connectionString, 'update user_rewrites set finished_at = now()');
    return { projectId, environmentIds, keys: await makeKeys(db, projectId) };
  } finally {
    await importer.close();
    await db.destroy();
  }
}

async function addProject(db: Db, number: number) {
  const { id: projectId } = await createProject({ actor, db }, { name: `Bench ${number}` });
  const environments = await listEnvironmentsByProjects(db, [projectId]);
  const [development = '', staging = '', production = ''] = environments.map(({ id }) => id);
  return {
    projectId,
    environmentIds: { development, staging, production },
    people: makePeople(environments, number),
  };
}

async function makeKeys(db: Db, projectId: string): Promise<Seeded['keys']> {
  const make = async (role: 'GATEWAY' | 'MEMBER') =>
    (await createAccessKey({ actor, db }, { name: `bench ${role}`, role, projectId })).secret;
  return { gateway: await make('GATEWAY'), member: await make('MEMBER') };
}

/** Built over all rows at once it takes a fraction of what it takes row by row. Returns what puts it back. */
export async function dropSearchIndex(connectionString: string): Promise<() => Promise<void>> {
  const { definition } = await query<{ definition: string }>(
    connectionString,
    `select pg_get_indexdef('users__search'::regclass) as definition`,
  );
  await query(connectionString, 'drop index users__search');
  return async () => {
    await query(connectionString, `set maintenance_work_mem = '2GB'; ${definition}; analyze users`);
  };
}

/** The first row that the last of the statements answers. */
export function query<Row extends object>(connectionString: string, statements: string): Promise<Row> {
  return withClient(connectionString, async (db) => [await db.query(statements)].flat().at(-1)?.rows[0]);
}

export async function withClient<T>(connectionString: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString });
  await db.connect();
  return work(db).finally(() => db.end());
}

export function databaseOf(connectionString: string): string {
  return new URL(connectionString).pathname.slice(1);
}

/** The address of another database of the same PostgreSQL. */
export function withDatabase(connectionString: string, database: string): string {
  const url = new URL(connectionString);
  url.pathname = database;
  return url.href;
}
