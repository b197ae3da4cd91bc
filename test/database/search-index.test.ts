import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import { createMigrator, migrate } from '../../src/database/engine/migrate.ts';
import { createDatabase } from '../support/database.ts';

const BEFORE = '0035_grams_by_piece';
/** More than a migration indexes anew. */
const USERS = 10_500;

let connectionString: string;
let owner: Db;
let client: pg.Client;

beforeEach(async () => {
  connectionString = await createDatabase();
  owner = connect(connectionString);
  client = new pg.Client({ connectionString });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await owner.destroy();
});

const ADD_USERS = `with project as (insert into projects (id, name) values (gen_random_uuid(), 'Of before') returning id),
  environment as (insert into environments (id, project_id, name, type, self_registration)
    select gen_random_uuid(), id, 'Only', 'PRODUCTION', 'OPEN' from project returning *),
  added as (insert into users (project_id, id, search_text, name_key, creation_source)
    select id, gen_random_uuid(), 'p' || place, 'p', 'SELF_REGISTERED' from project, generate_series(1, $1::int) as place returning *)
  insert into user_environments select added.project_id, added.id, environment.id from added, environment`;

async function goBackWith(users: number): Promise<void> {
  const { error } = await createMigrator(owner).migrateTo(BEFORE);
  if (error) throw error;
  await client.query(ADD_USERS, [users]);
}

async function listIndexes(): Promise<{ name: string; definition: string; isValid: boolean }[]> {
  const { rows } = await client.query(
    `select c.relname as name, pg_get_indexdef(c.oid) as definition, i.indisvalid as "isValid"
     from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname ~ '^users__search' order by 1`,
  );
  return rows;
}

test.each([10, USERS])(
  'the search index of an older version becomes that of a new database: %d users',
  async (users) => {
    const ofNew = await listIndexes();
    expect(ofNew).toMatchObject([{ name: 'users__search', isValid: true }]);
    await goBackWith(users);
    expect(await listIndexes()).toMatchObject([{ name: 'users__search_grams' }]);
    await migrate(owner);
    expect(await listIndexes()).toEqual(ofNew);
  },
);

test('of servers that start at once one builds it and tells so, while others write and nobody waits for it', async () => {
  await goBackWith(USERS);
  // Whoever reads for long holds up the building, and nothing else.
  const reader = new pg.Client({ connectionString });
  await reader.connect();
  await reader.query('begin isolation level repeatable read; select count(*) from users');
  const events: string[] = [];
  const starts = Array.from({ length: 3 }, async () => {
    const db = connect(connectionString);
    await migrate(db, (event) => events.push(event)).finally(() => db.destroy());
  });
  // The two who build nothing.
  await Promise.any(starts);
  while (!(await listIndexes()).some(({ name }) => name === 'users__search'));
  expect(await listIndexes()).toMatchObject([{ isValid: false }, { isValid: true }]);
  await client.query(`set statement_timeout = '5s'`);
  await client.query(ADD_USERS, [10]);
  await reader.query('commit');
  await reader.end();
  await Promise.all(starts);
  expect(await listIndexes()).toMatchObject([{ name: 'users__search', isValid: true }]);
  expect(events).toEqual([expect.stringMatching(/search index/)]);
});

test('what was cut short while it was built is built again', async () => {
  const ofNew = await listIndexes();
  await goBackWith(USERS);
  await migrate(owner);
  await sql`update pg_index set indisvalid = false where indexrelid = 'users__search'::regclass`.execute(owner);
  await migrate(owner);
  expect(await listIndexes()).toEqual(ofNew);
});
