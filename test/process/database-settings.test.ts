import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { readConfig } from '../../src/config.ts';
import { connect, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createDatabase } from '../support/database.ts';
import { startProxy } from '../support/database-proxy.ts';
import { caller } from '../support/service.ts';
import { runToEnd, type ServiceProcess, startProcess } from '../support/service-process.ts';

let superuser: pg.Client;
let service: ServiceProcess | undefined;

beforeAll(async () => {
  superuser = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await superuser.connect();
});
afterEach(async () => {
  service?.child.kill('SIGKILL');
  await service?.exit();
  service = undefined;
});
afterAll(() => superuser.end());

const databaseOf = (url: string) => new URL(url).pathname.slice(1);

async function createKey(url: string): Promise<string> {
  const db = connect(url);
  const key = { name: 'Console', role: 'ADMINISTRATOR' as const };
  return (await createAccessKey({ actor: OPERATOR, db }, key).finally(() => db.destroy())).secret;
}

/** A login without rights, and the URL by which it reaches a database. */
async function createLogin(url: string): Promise<{ login: string; loginUrl: URL }> {
  const login = `login_${randomUUID().replaceAll('-', '')}`;
  await superuser.query(`create role ${login} login password 'pass%word'`);
  const loginUrl = new URL(url);
  Object.assign(loginUrl, { username: login, password: 'pass%25word' });
  return { login, loginUrl };
}

async function sessionsOf(database: string): Promise<{ login: string; count: number }[]> {
  const { rows } = await superuser.query(
    `select usename as login, count(*)::int from pg_stat_activity
     where datname = $1 and application_name = 'users-management' group by usename`,
    [database],
  );
  return rows;
}

const URL_OF_SOME = 'postgres://u:secret@localhost/db';
const RAW =
  'has a special character that must be percent-encoded in the user or password: # as %23, / as %2F, ? as %3F, @ as %40';
const UNREADABLE =
  'cannot be read as postgres://user:password@host:5432/database; percent-encode special characters in the user and password';

test.each([
  [{ DATABASE_URL: 'postgres://u:p@ss#w/rd@host/db' }, `DATABASE_URL ${RAW}`],
  [{ DATABASE_URL: 'postgres://u:se/cret@host/db' }, `DATABASE_URL ${RAW}`],
  [{ DATABASE_URL: 'postgres://u:1234?cret@host/db' }, `DATABASE_URL ${RAW}`],
  [{ DATABASE_URL: 'postgres://u:secret#@host/db' }, `DATABASE_URL ${RAW}`],
  [{ DATABASE_URL: 'postgres://u:secret@host:port/db' }, `DATABASE_URL ${UNREADABLE}`],
  [{ DATABASE_URL: URL_OF_SOME, DATABASE_OWNER_URL: 'postgres://u:se#cret@host/db' }, `DATABASE_OWNER_URL ${RAW}`],
  [{ DATABASE_URL: 'mysql://u:secret@host/db' }, 'DATABASE_URL must begin with postgres:// or postgresql://'],
  [
    { DATABASE_OWNER_URL: URL_OF_SOME },
    'DATABASE_OWNER_URL needs DATABASE_URL beside it: where the server itself logs in',
  ],
  [{ PREPARED_STATEMENTS: 'off' }, 'PREPARED_STATEMENTS=off is for a pooler, and needs its DATABASE_URL'],
  [{ PREPARED_STATEMENTS: 'no' }, 'PREPARED_STATEMENTS must be on or off'],
  [{ DATABASE_CONNECTIONS: '3' }, 'DATABASE_CONNECTIONS must be 4 to 1000'],
  [
    { DATABASE_ROLE: 'Server; drop role' },
    'DATABASE_ROLE must be the name of a role: a to z, 0 to 9 and _, at most 52 of them',
  ],
  [
    { DATABASE_URL: `${URL_OF_SOME}?target_session_attrs=standby` },
    'DATABASE_URL has target_session_attrs=standby, but must lead to a server that takes writes: read-write',
  ],
  [{ DATABASE_URL: 'postgres://u:secret@a,b,c/db?port=1,2' }, 'DATABASE_URL has 2 ports for 3 hosts'],
  [
    { DATABASE_URL: `${URL_OF_SOME}?sslmode=verify-ca` },
    'DATABASE_URL has sslmode=verify-ca, which needs sslrootcert: the file with the CA’s certificate',
  ],
  [
    { DATABASE_URL: `${URL_OF_SOME}?sslmode=require&sslrootcert=system` },
    'DATABASE_URL has sslrootcert=system, which goes with sslmode=verify-full alone',
  ],
  [
    { DATABASE_URL: `${URL_OF_SOME}?sslmode=sometimes` },
    'DATABASE_URL has an sslmode other than disable, allow, prefer, require, verify-ca, verify-full, no-verify',
  ],
  [
    { DATABASE_URL: `${URL_OF_SOME}?sslmode=verify-full&sslrootcert=/no/such.crt` },
    'DATABASE_URL has sslrootcert=/no/such.crt, which cannot be read (ENOENT)',
  ],
])('%j is refused in one line that does not show the password', (environment, line) => {
  expect(() => readConfig(environment)).toThrow(new Error(line));
});

test('what contradicts itself ends the start with 78, before anything is done', async () => {
  expect(await runToEnd({ DATABASE_URL: 'postgres://u:p@ss#w/rd@host/db' })).toEqual({
    code: 78,
    output: `DATABASE_URL ${RAW}\n`,
  });
});

test('DATABASE_OWNER_URL migrates, and only DATABASE_URL’s login is in the processes that serve', async () => {
  const ownerUrl = await createDatabase();
  const { login, loginUrl } = await createLogin(ownerUrl);
  const location = new URL(ownerUrl);
  const startUp = ['options', 'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
  const pooler = await startProxy({ host: location.hostname, port: Number(location.port) }, { ignores: startUp });
  loginUrl.port = String(pooler.port);
  service = await startProcess({
    DATABASE_URL: loginUrl.href,
    DATABASE_OWNER_URL: ownerUrl,
    PREPARED_STATEMENTS: 'off',
    WEB_CONCURRENCY: '2',
  });
  const ask = caller(service.url, await createKey(ownerUrl));
  const create = 'mutation { createProject(input: { name: "Shop" }) { project { name } } }';
  expect((await ask(create)).data.createProject.project).toEqual({ name: 'Shop' });
  expect((await sessionsOf(databaseOf(ownerUrl))).map((session) => session.login)).toEqual([login]);
  if (process.platform === 'linux') {
    const { pid } = service.child;
    const workers = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    expect(workers).toHaveLength(2);
    for (const worker of workers)
      expect(readFileSync(`/proc/${worker}/environ`, 'utf8')).not.toContain(location.password);
  }
  service.child.kill('SIGTERM');
  expect(await service.exit()).toBe(0);
  pooler.close();
});

test('DATABASE_ROLE has the rights, not the usual role; of DATABASE_CONNECTIONS no more are opened, and callers wait for one', async () => {
  const empty = new URL(process.env.TEST_DATABASE_URL ?? '');
  empty.pathname = `empty_${randomUUID().slice(0, 8)}`;
  await superuser.query(`create database ${databaseOf(empty.href)}`);
  const role = `role_${randomUUID().slice(0, 8)}`;
  service = await startProcess({ DATABASE_URL: empty.href, DATABASE_ROLE: role, DATABASE_CONNECTIONS: '4' });
  const ask = caller(service.url, await createKey(empty.href));
  const create = (name: number) =>
    ask(`mutation { createProject(input: { name: "${name}" }) { userErrors { code } } }`);
  const answers = await Promise.all(Array.from({ length: 60 }, (_, name) => create(name)));
  expect(answers.filter(({ data }) => data?.createProject.userErrors.length !== 0)).toEqual([]);
  const [sessions, ...others] = await sessionsOf(databaseOf(empty.href));
  expect(others).toEqual([]);
  expect(sessions?.login).toMatch(new RegExp(`^${role}_\\d+$`));
  // One more may tell other instances what callers spent.
  expect([4, 5]).toContain(sessions?.count);
  const db = connect(empty.href);
  const { rows } = await sql`select has_table_privilege(${role}, 'users', 'insert') as ours,
    has_table_privilege(${SERVER_ROLE}, 'users', 'select') as theirs`.execute(db);
  await db.destroy();
  expect(rows).toEqual([{ ours: true, theirs: false }]);
});

test('what keeps the database from answering is told once, and not to callers', async () => {
  const DATABASE_URL = await createDatabase();
  const database = databaseOf(DATABASE_URL);
  service = await startProcess({ DATABASE_URL });
  const key = await createKey(DATABASE_URL);
  await superuser.query(`alter database ${database} connection limit 0`);
  await superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [database]);
  for (const _ of Array.from({ length: 5 })) await caller(service.url, key)('{ viewer { role } }');
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = '{"query":"{ viewer { role } }"}';
  const answer = await fetch(service.url, { method: 'POST', headers, body });
  expect([answer.status, await answer.text()]).toEqual([503, expect.not.stringContaining('connections')]);
  await service.wrote(/too many connections/);
  service.child.kill('SIGTERM');
  await service.exit();
  const lines = service
    .output()
    .split('\n')
    .filter((line) => line.includes('"unavailable"'));
  const reasons = lines.map((line) => JSON.parse(line).reason).filter(({ code }) => code === '53300');
  // A line counts how often it came again, ten seconds later.
  expect(reasons.length).toBeLessThanOrEqual(2);
  expect(reasons[0].message).toMatch(/^too many connections for database "test_/);
});
