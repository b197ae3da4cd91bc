import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { connect, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { migrate } from '../../src/database/engine/migrate.ts';
import { prepareServerLogin } from '../../src/database/engine/server-login.ts';
import { createDatabase } from '../support/database.ts';

let superuser: pg.Client;
let url: string;

beforeAll(async () => {
  superuser = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await superuser.connect();
  url = await createDatabase();
});
afterAll(() => superuser.end());

/** What a start does before it serves: where the server connects, and what it told. */
async function start(connectionString: string): Promise<{ login: string; told: string[] }> {
  const owner = connect(connectionString);
  const told: string[] = [];
  const onEvent = (event: string) => told.push(event);
  try {
    await migrate(owner, onEvent);
    return { login: await prepareServerLogin(owner, connectionString, onEvent), told };
  } finally {
    await owner.destroy();
  }
}

async function ask(connectionString: string, text: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows?.[0])
    .finally(() => client.end());
}

const userOf = (connectionString: string) => new URL(connectionString).username;
const whoIsIt = (connectionString: string) =>
  ask(connectionString, 'select session_user as login, current_user as role');

/** An empty database and its owner, who is nobody else. */
async function createOwner(attributes = 'createrole'): Promise<{ name: string; url: string; database: string }> {
  const name = `owner_${randomUUID().replaceAll('-', '')}`;
  await superuser.query(`create role ${name} login ${attributes} password 'first'`);
  await superuser.query(`grant ${SERVER_ROLE} to ${name} with admin option`);
  await superuser.query(`create database ${name} owner ${name}`);
  return { name, database: name, url: urlOf(name, 'first') };
}

function urlOf(name: string, password: string): string {
  const location = new URL(process.env.TEST_DATABASE_URL ?? '');
  Object.assign(location, { username: name, password, pathname: name });
  return location.href;
}

describe('a session of the server', () => {
  let session: pg.Client;

  beforeAll(async () => {
    const { login, told } = await start(url);
    expect(told).toEqual([]);
    session = new pg.Client({ connectionString: login });
    await session.connect();
  });
  afterAll(() => session.end());

  test('is logged in as a role of its own, of this database alone', async () => {
    const { rows } = await session.query(`select session_user as login, current_user as role,
      (select oid::text from pg_database where datname = current_database()) as database`);
    const name = `${SERVER_ROLE}_${rows[0].database}`;
    expect(rows).toEqual([{ login: name, role: name, database: expect.any(String) }]);
    expect(userOf((await start(await createDatabase())).login)).not.toBe(name);
  });

  test.each(['reset role', 'set role none', 'set session authorization default', 'reset all', 'discard all'])(
    'gains nothing by %s',
    async (statement) => {
      await session.query(statement);
      for (const deed of [
        'truncate user_environments',
        'alter table users disable trigger all',
        'drop trigger users__at_least_one_environment on users',
        'create or replace function refuse_truncate() returns trigger language plpgsql as $$ begin return null; end $$',
        `set session_replication_role = 'replica'`,
        'set role postgres',
        `select * from pg_authid`,
      ])
        await expect(session.query(deed)).rejects.toMatchObject({ code: '42501' });
      await session.query('select from users');
    },
  );

  test.each([
    ['a temporary table', 'create temp table users (id uuid)'],
    ['a temporary view', 'create temp view user_environments as select 1'],
    ['a table of its own', 'create table public.mine (id uuid)'],
    ['a schema of its own', 'create schema mine'],
  ])('cannot create %s', async (_, statement) => {
    await expect(session.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

test('servers of one URL agree on the password, which is not written again as long as it is good', async () => {
  const { login } = await start(url);
  const verifier = `select rolpassword from pg_authid where rolname = '${userOf(login)}'`;
  const before = (await superuser.query(verifier)).rows;
  expect((await start(url)).login).toBe(login);
  expect((await superuser.query(verifier)).rows).toEqual(before);
});

test('servers that start at once on a new database all log in', async () => {
  const connectionString = await createDatabase();
  const starts = await Promise.all([start(connectionString), start(connectionString), start(connectionString)]);
  expect(starts.flatMap(({ told }) => told)).toEqual([]);
  expect(new Set(starts.map(({ login }) => login)).size).toBe(1);
});

test('no password stands in a statement', async () => {
  const owner = await createOwner();
  // What came as a password would be hashed in this way.
  await superuser.query(`alter role ${owner.name} set password_encryption = 'md5'`);
  await start(owner.url);
  const login = `${SERVER_ROLE}_' || (select oid from pg_database where datname = '${owner.database}')`;
  const { rows } = await superuser.query(`select rolpassword from pg_authid where rolname = '${login}`);
  expect(rows).toEqual([{ rolpassword: expect.stringMatching(/^SCRAM-SHA-256\$/) }]);
});

test('another password of the owner is another one of the server, from the next start on', async () => {
  const owner = await createOwner();
  const before = await start(owner.url);
  await superuser.query(`alter role ${owner.name} password 'second'`);
  const after = await start(urlOf(owner.name, 'second'));
  expect([userOf(after.login), after.told]).toEqual([userOf(before.login), []]);
  await expect(whoIsIt(before.login)).rejects.toMatchObject({ code: '28P01' });
  expect(await whoIsIt(after.login)).toMatchObject({ login: userOf(after.login) });
});

test.each([
  ['may not log in', (role: string) => `alter role ${role} nologin`],
  ['has another password', (role: string) => `alter role ${role} password 'other'`],
  ['is no member any more', (role: string) => `revoke ${SERVER_ROLE} from ${role}`],
  ['is gone', (role: string) => `drop role ${role}`],
])('a login that %s is made good by the next start', async (_, damage) => {
  const { login } = await start(url);
  await superuser.query(damage(userOf(login)));
  expect(await start(url)).toEqual({ login, told: [] });
  expect(await ask(login, 'select count(*)::int as users from users')).toEqual({ users: 0 });
});

test('settings of the login’s role do not change what the server works with', async () => {
  const { login } = await start(url);
  const role = userOf(login);
  for (const setting of ['statement_timeout = 0', 'role = users_management_server', 'search_path = pg_catalog'])
    await superuser.query(`alter role ${role} set ${setting}`);
  const db = connect(login, { role: SERVER_ROLE });
  const { rows } = await sql`select current_user as role, current_setting('statement_timeout') as timeout,
    (select count(*)::int from users) as users`.execute(db);
  await db.destroy();
  await superuser.query(`alter role ${role} reset all`);
  expect(rows).toEqual([{ role, timeout: '1500ms', users: 0 }]);
});

test('the tables are found wherever the owner has them', async () => {
  const owner = await createOwner();
  await ask(owner.url, `create schema "Its own"; alter role ${owner.name} set search_path = "Its own"`);
  const { login, told } = await start(owner.url);
  expect(told).toEqual([]);
  expect(await ask(login, `select current_schemas(false)::text as path, count(*)::int as users from users`)).toEqual({
    path: '{"Its own"}',
    users: 0,
  });
});

test('an owner who cannot make roles logs in itself, and what that means is told in one line', async () => {
  const owner = await createOwner('nocreaterole');
  const { login, told } = await start(owner.url);
  expect(userOf(login)).toBe(owner.name);
  expect(told).toEqual([
    expect.stringMatching(
      /^The server logs in as the tables' owner .*permission denied to create role.*rights back\. .*DATABASE_OWNER_URL.*\.$/,
    ),
  ]);
  const db = connect(login, { role: SERVER_ROLE });
  const { rows } = await sql`select current_user as role`.execute(db);
  await db.destroy();
  expect(rows).toEqual([{ role: SERVER_ROLE }]);
});
