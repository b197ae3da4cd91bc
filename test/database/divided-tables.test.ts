import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { connect, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { giveUpStaleRemovals } from '../../src/database/environment-removals.ts';
import { createForgetting } from '../../src/database/idempotency-keys.ts';
import { createRequestRetention } from '../../src/database/open-requests.ts';
import { createPurge } from '../../src/database/purge.ts';
import { closeLateRequests } from '../../src/domain/close-requests.ts';
import { createUserRewrite } from '../../src/domain/user-rewrites.ts';
import { createDatabase } from '../support/database.ts';
import { DIVIDED } from '../support/divided-tables.ts';
import { findUnnamed, tapStatements } from '../support/project-rule.ts';

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

test('the jobs go through all projects, and name one in each statement', async () => {
  const sent = tapStatements('jobs');
  const db = connect(`${connectionString}?application_name=jobs`, { role: SERVER_ROLE });
  for (const id of [ONE, OTHER]) await fill(id);
  // One environment of the first project is removed, and the whole second project.
  await client.query(`update environments set removal_transaction = '1' where project_id = $1 and name = 'Leaving'`, [
    ONE,
  ]);
  await client.query(`update environments set removed_at = now() where project_id = $1 and name = 'Leaving'`, [ONE]);
  await client.query('update projects set removed_at = now() where id = $1', [OTHER]);
  await client.query('update environments set removed_at = now() where project_id = $1', [OTHER]);

  const rewritten: number[] = [];
  const rewrite = createUserRewrite(db, () => {});
  for (let users = await rewrite(); users > 0; users = await rewrite()) rewritten.push(users);
  expect(rewritten).toEqual([2, 2]);
  await runToEnd(createForgetting(db));
  await runToEnd(createRequestRetention(db));
  expect(
    await list(`select 'key' as told from idempotency_keys union all select external_id from access_requests
    where external_id like 'old%'`),
  ).toEqual([]);
  expect(await closeLateRequests(db)).toBe(2);
  await runToEnd(createPurge(db));
  expect(await giveUpStaleRemovals(db)).toBe(0);
  expect(
    await list(`select u.project_id || ' ' || e.name as told from users u join user_environments m on m.user_id = u.id
    join environments e on e.id = m.environment_id order by 1`),
  ).toEqual(Array(2).fill(`${ONE} Staying`));
  expect(await list('select id::text as told from projects')).toEqual([ONE]);

  await db.destroy();
  expect(sent.size).toBeGreaterThan(30);
  expect(await findUnnamed(connectionString, sent.values())).toEqual([]);
});

/** Two users with two environments; requests and keys of long ago, and a request of each user from before they were let in. */
async function fill(projectId: string): Promise<void> {
  await client.query('insert into projects (id, name) values ($1, $2)', [projectId, 'Assistant']);
  await client.query(
    `with places as (
      insert into environments (project_id, id, name, type, self_registration)
      select $1::uuid, gen_random_uuid(), name, 'STAGING', 'OPEN' from unnest(array['Leaving', 'Staying']) as name returning id, name
    ), people as (
      insert into users (project_id, id, search_text, name_key, creation_source)
      select $1::uuid, gen_random_uuid(), 'old', 'old', 'SELF_REGISTERED' from generate_series(1, 2) returning id
    ), memberships as (
      insert into user_environments (project_id, user_id, environment_id)
      select $1::uuid, people.id, places.id from people, places
    ), identities as (
      insert into channel_identities (project_id, user_id, channel, external_id) select $1::uuid, id, 'TELEGRAM', id from people
    ), keys as (
      insert into idempotency_keys (project_id, key_hash, input_hash, created_at)
      select $1::uuid, sha256(n::text::bytea), '', now() - interval '25 hours' from generate_series(1, 3) as n
    ), knocks as (
      select 'old' || n as external_id, now() - interval '31 days' as at from generate_series(1, 3) as n
      union all select id::text, now() from people
    )
    insert into access_requests (project_id, id, environment_id, channel, external_id, search_text, reason, is_asked, attempts,
      last_attempt_at)
    select $1::uuid, gen_random_uuid(), (select id from places where name = 'Staying'), 'TELEGRAM', external_id, '', 'UNKNOWN_SENDER', true, 1, at
    from knocks`,
    [projectId],
  );
}

async function runToEnd(step: () => Promise<number>): Promise<void> {
  while ((await step()) > 0);
}
