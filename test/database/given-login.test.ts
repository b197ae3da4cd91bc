import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { connect, connectForShortReads, type Db, type Reader } from '../../src/database/engine/connection.ts';
import { findGivenLogin, settleGivenLogin } from '../../src/database/engine/given-login.ts';
import { migrate } from '../../src/database/engine/migrate.ts';
import { createDatabase } from '../support/database.ts';
import { startProxy } from '../support/database-proxy.ts';

// What a pooler in transaction mode does not pass on.
const IGNORED = ['options', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];

let superuser: pg.Client;
let pooler: Awaited<ReturnType<typeof startProxy>>;
const opened: Pick<Db, 'destroy'>[] = [];

beforeAll(async () => {
  const location = new URL(process.env.TEST_DATABASE_URL ?? '');
  superuser = new pg.Client({ connectionString: location.href });
  await superuser.connect();
  pooler = await startProxy({ host: location.hostname, port: Number(location.port) }, { ignores: IGNORED });
});
afterEach(() => Promise.all(opened.splice(0).map((db) => db.destroy())));
afterAll(async () => {
  pooler.close();
  await superuser.end();
});

const newName = (kind: string) => `${kind}_${randomUUID().replaceAll('-', '')}`;

function urlOf(name: string, database: string, port?: number): string {
  const location = new URL(process.env.TEST_DATABASE_URL ?? '');
  Object.assign(location, { username: name, password: 'secret', pathname: database, ...(port && { port }) });
  return location.href;
}

/** An empty database, its owner, a login without rights, and a name for the server's role. */
async function createSite(ownersAttributes = 'createrole') {
  const [owner, login, role] = [newName('owner'), newName('login'), newName('role')];
  await superuser.query(`create role ${owner} login ${ownersAttributes} password 'secret'`);
  await superuser.query(`create role ${login} login password 'secret'`);
  await superuser.query(`create database ${owner} owner ${owner}`);
  return { owner, login, role, ownerUrl: urlOf(owner, owner), url: urlOf(login, owner, pooler.port) };
}

type Site = Awaited<ReturnType<typeof createSite>>;

/** What a start does before it serves. */
async function start({ ownerUrl, url, role }: Pick<Site, 'ownerUrl' | 'url' | 'role'>): Promise<void> {
  const owner = connect(ownerUrl);
  try {
    const login = await findGivenLogin(owner, url);
    await migrate(owner, undefined, { role, login });
    await settleGivenLogin(owner, url, role);
  } finally {
    await owner.destroy();
  }
}

function openAll(url: string, role: string): (Reader & Pick<Db, 'destroy'>)[] {
  const options = { role, asGiven: true };
  const all = [connect(url, options), connectForShortReads(url, options)];
  opened.push(...all);
  return all;
}

const SETTINGS = [
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'work_mem',
  'parallel_setup_cost',
  'search_path',
];

async function settingsOf(db: Reader): Promise<unknown[]> {
  const { rows } = await sql<{ values: unknown[] }>`select to_json(array[session_user, current_user] || array(
    select current_setting(name) from unnest(${SETTINGS}::text[]) as name)) as values, count(*) from users`.execute(db);
  return rows[0]?.values ?? [];
}

async function fault(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: Error) => error.message,
  );
}

/** Who may create what a start creates, to see that none did. */
async function traces(site: Site): Promise<unknown[]> {
  const { rows } = await superuser.query(
    `select to_regrole($1) is null as role, pg_has_role($2, $3, 'member') as member from pg_roles where rolname = $2`,
    [site.role, site.login, site.owner],
  );
  const db = new pg.Client({ connectionString: site.ownerUrl });
  await db.connect();
  const tables = await db.query(
    `select count(*)::int as tables from pg_class where relnamespace = 'public'::regnamespace`,
  );
  await db.end();
  return [...rows, ...tables.rows];
}

test('through a pooler that passes nothing on, the server is the login of DATABASE_URL, in its role and with time-outs', async () => {
  const site = await createSite();
  await start(site);
  for (const db of openAll(site.url, site.role))
    expect(await settingsOf(db)).toEqual([
      site.login,
      site.login,
      '1500ms',
      '1s',
      '10s',
      '32MB',
      '200000',
      'public, pg_temp',
    ]);
});

test('a start that finds all as it should be changes nothing', async () => {
  const site = await createSite();
  await start(site);
  const versions = `select xmin from pg_db_role_setting where setrole = '${site.login}'::regrole
    union all select xmin from pg_auth_members where member = '${site.login}'::regrole`;
  const before = (await superuser.query(versions)).rows;
  const [db] = openAll(site.url, site.role);
  const pid = async () => (db ? (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows : []);
  const backend = await pid();
  await start(site);
  expect((await superuser.query(versions)).rows).toEqual(before);
  expect(await pid()).toEqual(backend);
});

test('plans are kept as without a pooler where there is none, and only by the connections for short reads', async () => {
  const site = await createSite();
  await start(site);
  const asks = openAll(urlOf(site.login, site.owner), site.role).map((db) =>
    sql`select current_setting('plan_cache_mode') as mode`.execute(db),
  );
  expect((await Promise.all(asks)).map(({ rows }) => rows)).toEqual([
    [{ mode: 'auto' }],
    [{ mode: 'force_generic_plan' }],
  ]);
});

test('the login may be the server’s role itself', async () => {
  const site = await createSite();
  await start({ ...site, role: site.login });
  const [db] = openAll(site.url, site.login);
  expect(db && (await settingsOf(db)).slice(0, 2)).toEqual([site.login, site.login]);
});

test('a connection without the time-outs is refused, and how to mend that said in one line', async () => {
  const site = await createSite();
  await start(site);
  await superuser.query(`alter role ${site.login} in database ${site.owner} set lock_timeout = 0`);
  for (const db of openAll(site.url, site.role))
    expect(await fault(sql`select`.execute(db))).toMatch(
      /^The connection has lock_timeout = 0 ms, not 1000 ms\. A pooler may still have connections .* RECONNECT\)\.$/,
    );
  await start(site);
  for (const db of openAll(site.url, site.role)) expect(await fault(sql`select`.execute(db))).toBe('none');
});

describe('a start is refused in one line, and nothing is changed, when', () => {
  test('DATABASE_URL has the owner’s rights', async () => {
    const site = await createSite();
    const before = await traces(site);
    const asOwner = { ...site, url: site.ownerUrl };
    expect(await fault(start(asOwner))).toBe(
      `DATABASE_URL logs in as ${site.owner}, who has the rights of ${site.owner}, the owner: it must be a role without them.`,
    );
    expect(await traces(site)).toEqual(before);
  });

  test('the URLs lead to different databases', async () => {
    const site = await createSite();
    const before = await traces(site);
    const url = urlOf(site.login, new URL(await createDatabase()).pathname.slice(1));
    expect(await fault(start({ ...site, url }))).toBe(
      'DATABASE_URL and DATABASE_OWNER_URL lead to different databases.',
    );
    expect(await traces(site)).toEqual(before);
  });

  test('the role is the owner', async () => {
    const site = await createSite();
    const before = await traces(site);
    expect(await fault(start({ ...site, role: site.owner }))).toBe(
      `DATABASE_ROLE must be another role: ${site.owner} has the rights of ${site.owner}, the owner.`,
    );
    expect(await traces(site)).toEqual(before);
  });

  test('the role cannot be made: the statements that are missing are told, and after them it starts', async () => {
    const site = await createSite('nocreaterole');
    const before = await traces(site);
    const told = await fault(start(site));
    const [line, ...statements] = told.split('\n');
    expect(line).toMatch(
      new RegExp(
        `^The role ${site.role} cannot be made or granted \\(permission denied to create role\\)\\. .*DATABASE_ROLE:$`,
      ),
    );
    expect(statements).toEqual([`  create role ${site.role} nologin;`, `  grant ${site.role} to ${site.login};`]);
    expect(await traces(site)).toEqual(before);
    await superuser.query(statements.join('\n'));
    await start(site);
  });

  test('the role is another owner’s, as in the second database of a cluster', async () => {
    const first = await createSite();
    await start(first);
    const second = { ...(await createSite()), role: first.role };
    const [, ...statements] = (await fault(start(second))).split('\n');
    expect(statements).toEqual([`  grant ${first.role} to ${second.login};`]);
    await superuser.query(statements.join('\n'));
    await start(second);
  });
});
