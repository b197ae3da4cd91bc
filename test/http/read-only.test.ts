import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RawBuilder, sql } from 'kysely';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import { CHECK_ACCESS, CREATE_USER } from '../support/documents.ts';
import { type Project, type Service, startService } from '../support/service.ts';

let service: Service;
let project: Project;
let owner: Db;
const keys = { gateway: '', member: '' };
const reported: unknown[] = [];

beforeAll(async () => {
  service = await startService(undefined, { report: (error) => reported.push(error) });
  project = await service.project();
  keys.gateway = await service.secretFor('GATEWAY', project.id);
  keys.member = await service.secretFor('MEMBER', project.id);
  owner = connect(service.connectionString);
});
afterAll(async () => {
  await owner.destroy();
  await service.close();
});

const run = (statement: RawBuilder<unknown>) => statement.execute(owner);

async function post(key: string, query: string, variables: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  return fetch(service.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
}

const sender = { channel: 'TELEGRAM', externalId: '4242' };
const check = () => post(keys.gateway, CHECK_ACCESS, { environmentId: project.production, sender });
const create = () => post(keys.member, CREATE_USER, { input: project.form() });
const ready = async () => (await fetch(new URL('/ready', service.url))).status;

async function statuses(): Promise<number[]> {
  return [(await check()).status, (await create()).status, await ready()];
}

test('a database that becomes read-only is 503 with Retry-After and not ready; writable again, the next answers are good', async () => {
  expect(await statuses()).toEqual([200, 200, 200]);
  const name = sql.raw(new URL(service.connectionString).pathname.slice(1));
  await run(sql`alter database ${name} set default_transaction_read_only = on`);
  // As a primary does that is demoted.
  await run(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);

  // What was open and idle may be asked once more.
  await Promise.all([check(), create()]);
  for (const ask of [check, create]) {
    const response = await ask();
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await response.json()).errors[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
  }
  expect(await ready()).toBe(503);

  await run(sql`alter database ${name} reset default_transaction_read_only`);
  expect(await statuses()).toEqual([200, 200, 200]);
  expect(reported).toEqual([]);
});

test('a database whose open connections become read-only is not ready', async () => {
  const set = (setting: string) => sql`set default_transaction_read_only = ${sql.raw(setting)}`.execute(service.pool);
  // Of idle connections the one that was used last is used next.
  await set('on');
  expect(await ready()).toBe(503);
  await set('off');
  expect(await ready()).toBe(200);
});

test('the database is asked once, however many ask for /ready meanwhile: a flood takes no connections from those who write', async () => {
  const countConnections = async () => {
    const { rows } = await sql<{ count: string }>`select count(*) from pg_stat_activity
      where datname = current_database() and application_name = 'tested service'`.execute(owner);
    return Number(rows[0]?.count);
  };
  const before = await countConnections();
  // So that all of them ask before the first is answered.
  await owner.transaction().execute(async (tx) => {
    await sql`lock table kysely_migration in access exclusive mode`.execute(tx);
    const answers = await Promise.all(Array.from({ length: 100 }, ready));
    expect(new Set(answers)).toEqual(new Set([503]));
  });
  expect(await ready()).toBe(200);
  expect(await countConnections()).toBeLessThanOrEqual(before + 1);
});
