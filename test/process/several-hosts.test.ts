import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { connect, connectForShortReads } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import type { EmbeddedDatabase } from '../../src/postgres/embedded.ts';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';
import { startPair } from '../support/standby.ts';

const folder = mkdtempSync(join(tmpdir(), 'users-management-hosts-'));
let primary: EmbeddedDatabase;
let standby: EmbeddedDatabase;
let service: ServiceProcess | undefined;
let secret: string | undefined;

beforeAll(async () => {
  ({ primary, standby } = await startPair(folder));
});
afterAll(async () => {
  service?.child.kill('SIGKILL');
  await service?.exit();
  await Promise.all([primary?.stop(), standby?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** The URL of these servers, in this order; nobody listens at the port 1. */
function urlOf(servers: ('primary' | 'standby' | 'nobody')[], parameters = ''): string {
  const location = new URL(primary.connectionString);
  const ports = { primary: location.port, standby: new URL(standby.connectionString).port, nobody: '1' };
  const hosts = servers.map((server) => `127.0.0.1:${ports[server]}`).join();
  return `postgres://postgres:${location.password}@${hosts}${location.pathname}${parameters}`;
}

test.each([
  ['the first', urlOf.bind(null, ['primary', 'standby'])],
  ['the second', urlOf.bind(null, ['standby', 'primary'], '?target_session_attrs=read-write')],
  ['after one that is away', urlOf.bind(null, ['nobody', 'standby', 'primary'], '?target_session_attrs=primary')],
  [
    'after one that takes no writes, whatever is asked for',
    urlOf.bind(null, ['standby', 'primary'], '?target_session_attrs=any'),
  ],
])('the server that takes writes is found: %s', async (_, url) => {
  const all = [connect(url()), connectForShortReads(url())];
  const asks = all.map((db) =>
    sql<{ port: string }>`select current_setting('port') as port, pg_is_in_recovery() as "isStandby"`.execute(db),
  );
  const found = (await Promise.all(asks)).flatMap(({ rows }) => rows);
  await Promise.all(all.map((db) => db.destroy()));
  const port = new URL(primary.connectionString).port;
  expect(found).toEqual(Array(2).fill({ port, isStandby: false }));
});

test('where none takes writes or answers, all that was met is told', async () => {
  const db = connect(urlOf(['nobody', 'standby']));
  const told = await sql`select`.execute(db).catch((error) => error);
  await db.destroy();
  expect(told.errors.map(({ message }: Error) => message)).toEqual([
    expect.stringMatching(/^connect ECONNREFUSED/),
    'The database is read-only.',
  ]);
});

type Data = { createProject: { project: { id: string; environments: { id: string }[] } } };

/** Asks the service, which is started for the first who asks. The first host of its URL is the standby. */
async function ask(query: string): Promise<{ status: number; data: Data }> {
  service ??= await startProcess({ DATABASE_URL: urlOf(['standby', 'primary'], '?target_session_attrs=read-write') });
  secret ??= await createKey();
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const response = await fetch(service.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return { status: response.status, data: (await response.json()).data };
}

async function createKey(): Promise<string> {
  const owner = connect(primary.connectionString);
  const key = { name: 'Console', role: 'ADMINISTRATOR' as const };
  const created = await createAccessKey({ actor: OPERATOR, db: owner }, key);
  await owner.destroy();
  return created.secret;
}

const createProject = (name: string) =>
  ask(`mutation { createProject(input: { name: "${name}" }) { project { id environments { id } } } }`);

test('what PostgreSQL committed without its synchronous standby is not acknowledged, and not to who asks again', async () => {
  const { id, environments } = (await createProject('Kiosk')).data.createProject.project;
  const row = `{ phoneNumber: "+15551234567", firstName: "Ana", lastName: "Lima", environmentIds: ["${environments[0]?.id}"] }`;
  const createUsers = () =>
    ask(`mutation { createUsers(input: { projectId: "${id}", idempotencyKey: "in doubt", rows: [${row}] }) {
      counts { created } } }`);
  const client = new pg.Client({ connectionString: primary.connectionString });
  await client.connect();
  // As an operator does to a statement that hangs. It ends the wait for the standby, not the commit.
  const cancelled = async (asked: Promise<{ status: number }>) => {
    let status: number | undefined;
    const answered = asked.then((answer) => {
      status = answer.status;
    });
    while (status === undefined)
      await client.query(`select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'`);
    await answered;
    return status;
  };
  const set = async (change: string) => {
    await client.query(`alter system ${change}`);
    await client.query('select pg_reload_conf()');
  };
  await set(`set synchronous_standby_names = 'nobody'`);
  while ((await cancelled(createProject('Nobody'))) === 200);
  expect([await cancelled(createUsers()), await cancelled(createUsers())]).toEqual([503, 503]);
  expect((await client.query('select from users')).rowCount).toBe(1);
  await set('reset synchronous_standby_names');
  let answer = await createUsers();
  while (answer.status === 503) answer = await createUsers();
  expect(answer).toMatchObject({ status: 200, data: { createUsers: { counts: { created: 1 } } } });
  expect((await client.query('select from users')).rowCount).toBe(1);
  await client.end();
});

test('after a failover the service finds the promoted server: until then 503, ready only when it can write again', async () => {
  const write = async () => (await createProject('Shop')).status;
  const ready = async () => (await fetch(new URL('/ready', service?.url))).status;
  expect([await write(), await ready()]).toEqual([200, 200]);

  await primary.stop();
  expect([await ready(), await write(), await write()]).toEqual([503, 503, 503]);
  const client = new pg.Client({ connectionString: standby.connectionString });
  await client.connect();
  await client.query('select pg_promote()');
  const seen: [number, number][] = [];
  do seen.push([await ready(), await write()]);
  while (seen.at(-1)?.[1] !== 200);
  expect(seen.flat().filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(await ready()).toBe(200);
  expect((await client.query('select count(*)::int as shops from projects where name = $1', ['Shop'])).rows).toEqual([
    { shops: 2 },
  ]);
  await client.end();
});
