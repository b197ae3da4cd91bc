import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import { createMigrator } from '../../src/database/engine/migrate.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { caller } from '../support/service.ts';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';

let db: Db;
let started: ServiceProcess[] = [];

afterEach(async () => {
  await db?.destroy();
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ exit }) => exit()));
  started = [];
});

async function createEmptyDatabase(): Promise<string> {
  const location = new URL(process.env.TEST_DATABASE_URL ?? '');
  const client = new pg.Client({ connectionString: location.href });
  await client.connect();
  location.pathname = `test_${randomUUID().replaceAll('-', '')}`;
  await client.query(`create database ${location.pathname.slice(1)}`).finally(() => client.end());
  return location.href;
}

async function fillOlderSchema(): Promise<void> {
  const { error } = await createMigrator(db).migrateTo('0020_access_requests');
  if (error) throw error;
  // Rows for which later migrations do something.
  await sql`with project as (insert into projects (id, name) values (gen_random_uuid(), 'Of before') returning id),
    environment as (insert into environments (id, project_id, name, type, self_registration)
      select gen_random_uuid(), id, 'Only', 'PRODUCTION', 'OPEN' from project returning *),
    users as (insert into users (project_id, id, search_text, name_key, creation_source)
      select id, gen_random_uuid(), '', '', 'SELF_REGISTERED' from project, generate_series(1, 3000) returning *)
    insert into user_environments select users.project_id, users.id, environment.id from users, environment`.execute(
    db,
  );
}

test.each([
  ['an empty database', [], async () => {}],
  ['a database of an older schema', ['Of before'], fillOlderSchema],
])('three servers that start at once on %s all serve it, and none tells of trouble', async (_, before, fill) => {
  const DATABASE_URL = await createEmptyDatabase();
  db = connect(DATABASE_URL);
  await fill();
  started = await Promise.all(Array.from({ length: 3 }, () => startProcess({ DATABASE_URL, LOG_LEVEL: 'error' })));
  const { secret } = await createAccessKey({ actor: OPERATOR, db }, { name: 'Console', role: 'ADMINISTRATOR' });
  const written = await Promise.all(
    started.map(async ({ url }, index) => {
      expect((await fetch(new URL('/ready', url))).status).toBe(200);
      const name = `Written by ${index}`;
      await caller(url, secret)(`mutation { createProject(input: { name: "${name}" }) { project { id } } }`);
      return name;
    }),
  );
  const { rows } = await sql<{ name: string }>`select name from projects order by name`.execute(db);
  expect(rows.map(({ name }) => name)).toEqual([...before, ...written]);
  for (const { output } of started) expect(output()).toMatch(/^Users Management is up\.\n( {2}\w+ .*\n)+$/);
});
