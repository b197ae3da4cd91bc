import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createDatabase } from '../support/database.ts';
import { DIVIDED } from '../support/divided-tables.ts';
import { findUnnamed } from '../support/project-rule.ts';

// A cluster divides these tables by project: what this demands of the schema, and of each statement. Every test with a service ends
// by asking the same of all statements that it sent.

let connectionString: string;
let client: pg.Client;

beforeAll(async () => {
  connectionString = await createDatabase();
  client = new pg.Client({ connectionString });
  await client.connect();
});
afterAll(() => client.end());

async function list(query: string): Promise<string[]> {
  const { rows } = await client.query<{ told: string }>(query, query.includes('$1') ? [DIVIDED] : []);
  return rows.map(({ told }) => told);
}

test('a table is divided by project if its rows have one, but for those in which a caller is looked up', async () => {
  const withProject = await list(`select table_name as told from information_schema.columns
    where table_schema = 'public' and column_name = 'project_id' order by 1`);
  const onEveryNode = ['access_key_environments', 'access_keys', 'environments', 'project_members'];
  expect(withProject).toEqual([...DIVIDED, ...onEveryNode].sort());
});

test('the project is the first column of a divided table, and never null', async () => {
  const columns = await list(`select attrelid::regclass::text as told from pg_attribute
    where attrelid = any($1::regclass[]) and attname = 'project_id' and attnum = 1 and attnotnull order by 1`);
  expect(columns).toEqual(DIVIDED.toSorted());
});

test('every primary and unique key and every foreign key of a divided table begins with the project', async () => {
  const keys = await list(`select conrelid::regclass || '.' || conname as told from pg_constraint
    where conrelid = any($1::regclass[]) and contype in ('p', 'u', 'f') and conkey[1] <> 1`);
  const unique = await list(`select indexrelid::regclass::text as told from pg_index
    where indrelid = any($1::regclass[]) and indisunique and indkey[0] <> 1`);
  expect([...keys, ...unique]).toEqual([]);
});

test('what a foreign key leads to is of the same project, and nothing is set to null by one', async () => {
  const strange = await list(`select conname as told from pg_constraint c
    where contype = 'f' and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
      and (confdeltype in ('n', 'd') or confupdtype <> 'a'
        or not exists (select from pg_attribute where attrelid = confrelid and attnum = confkey[1]
          and attname = case when confrelid = 'projects'::regclass then 'id' else 'project_id' end))`);
  const fromOutside = await list(`select conname as told from pg_constraint
    where contype = 'f' and confrelid = any($1::regclass[]) and conrelid <> all ($1::regclass[])`);
  expect([...strange, ...fromOutside]).toEqual([]);
});

const [ONE, OTHER] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
const NEW_SIGHT = 'insert into seen_users (project_id, user_id, seen_at)';

test.each([
  ['names none', 'select from users where id = $1', [ONE]],
  ['names one in a list', 'select from users where project_id = any($1::uuid[])', [[ONE]]],
  ['names one as an alternative', 'select from users where project_id = $1 or id = $2', [ONE, ONE]],
  [
    'names two',
    'select from users u join users v on u.id = v.id where u.project_id = $1 and v.project_id = $2',
    [ONE, OTHER],
  ],
  [
    'names one for the outer query alone',
    'select exists (select from invitations i where i.user_id = u.id) from users u where u.project_id = $1',
    [ONE],
  ],
  [
    'reads it from another table',
    'select from environments e cross join lateral (select from users u where u.project_id = e.project_id limit 1) as u',
    [],
  ],
  ['deletes without one', 'delete from users where id = $1', [ONE]],
  ['writes one that it has read', `${NEW_SIGHT} select id, id, now() from projects`, []],
  ['writes two', `${NEW_SIGHT} values ($1, $1, now()), ($2, $2, now())`, [ONE, OTHER]],
  [
    'writes to one and reads of another',
    `${NEW_SIGHT} select $1::uuid, id, now() from users where project_id = $2`,
    [ONE, OTHER],
  ],
])('a statement that %s is found out', async (_, text, values) => {
  expect(await findUnnamed(connectionString, [{ text, samples: [values] }])).toHaveLength(1);
});

test.each([
  [
    'of one project',
    'select from users u join invitations i on i.project_id = u.project_id and i.user_id = u.id where u.project_id = $1',
    [ONE],
  ],
  [
    'that names it for each table',
    'select exists (select from invitations where project_id = $1 and user_id = u.id) from users u where u.project_id = $2',
    [ONE, ONE],
  ],
  ['of no project', 'select from environments where id = $1', [ONE]],
  ['that writes to one', `${NEW_SIGHT} select $1::uuid, id, now() from users where project_id = $2`, [ONE, ONE]],
  [
    'that writes several rows to one',
    'insert into "seen_users" ("project_id", "user_id", "seen_at") values ($1, $2, $3), ($4, $5, $6)',
    [ONE, ONE, new Date(0), ONE, OTHER, new Date(0)],
  ],
])('a statement %s passes', async (_, text, values) => {
  expect(await findUnnamed(connectionString, [{ text, samples: [values] }])).toEqual([]);
});
