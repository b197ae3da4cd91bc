import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type RawBuilder, sql } from 'kysely';
import { createApp } from '../../src/app.ts';
import { connect, connectForShortReads, type Db, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { type DatabaseProxy, startProxy } from '../support/database-proxy.ts';
import { CREATE_USER } from '../support/documents.ts';
import { type Project, type Service, startService } from '../support/service.ts';

let service: Service;
let project: Project;
let owner: Db;
let key: string;
const reported: unknown[] = [];

beforeAll(async () => {
  service = await startService(undefined, { report: (error) => reported.push(error) });
  project = await service.project();
  key = await service.secretFor('MEMBER', project.id);
  owner = connect(service.connectionString);
});
afterAll(async () => {
  await owner.destroy();
  await service.close();
});

async function create(url = service.url) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: CREATE_USER, variables: { input: project.form() } }),
  });
  return { response, answer: await response.json() };
}

async function readName(url: string): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: '{ viewer { name } }' }),
  });
  await response.text();
  return response.status;
}

async function expectUnavailable(url = service.url) {
  const { response, answer } = await create(url);
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(answer.errors[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
}

/** Each insert of a user runs this first, until the test is over. */
async function beforeInsert(body: string): Promise<void> {
  await run(
    sql.raw(`create function meddle() returns trigger language plpgsql as $$ begin ${body} return new; end $$`),
  );
  await run(sql`create trigger users__meddle before insert on users for each row execute function meddle()`);
}
const run = (statement: RawBuilder<unknown>) => statement.execute(owner);

beforeEach(() => void reported.splice(0));
afterEach(() => run(sql`drop function if exists meddle cascade`));

test.each(['40001', '40P01'])('%s is tried again, and nobody is told', async (code) => {
  await run(sql`create sequence if not exists attempts`);
  await run(sql`grant usage on sequence attempts to public`);
  await run(sql`select setval('attempts', 1)`);
  await beforeInsert(`if nextval('attempts') < 4 then raise exception 'injected' using errcode = '${code}'; end if;`);
  expect((await create()).answer.data.createUser.userErrors).toEqual([]);
});

test.each(['40001', '40P01', '55P03', '57014', '57P01', '53300', '08006'])(
  '%s without end is 503 with Retry-After, for the whole answer',
  async (code) => {
    await beforeInsert(`raise exception 'injected' using errcode = '${code}';`);
    await expectUnavailable();
    expect(reported).toEqual([]);
  },
);

test('a table that is locked is waited for no longer than a second, and then 503', async () => {
  await owner.transaction().execute(async (tx) => {
    await sql`lock table users in access exclusive mode`.execute(tx);
    await expectUnavailable();
  });
  expect((await create()).response.status).toBe(200);
});

test.each([
  ['users__phone', '23505', 'PHONE_NUMBER_TAKEN'],
  ['users__at_least_one_environment', '23514', 'LAST_ENVIRONMENT'],
  ['users__project', '23503', 'NOT_FOUND'],
])('a constraint that refuses every time is the user error of its name: %s', async (constraint, code, expected) => {
  await beforeInsert(`raise exception 'injected' using errcode = '${code}', constraint = '${constraint}';`);
  const { user, userErrors } = (await create()).answer.data.createUser;
  expect([user, userErrors.map((error: { code: string }) => error.code)]).toEqual([null, [expected]]);
});

test.each(['22021', '22P02', '22003', '22008'])('%s is the value’s fault: BAD_USER_INPUT', async (code) => {
  await beforeInsert(`raise exception 'injected' using errcode = '${code}';`);
  expect((await create()).answer.errors[0].extensions.code).toBe('BAD_USER_INPUT');
});

test('any other fault is masked, with the correlation id under which it was reported', async () => {
  await beforeInsert(`raise exception 'geheim' using errcode = 'XX000', detail = 'geheim';`);
  const { response, answer } = await create();
  expect(answer.errors).toEqual([
    expect.objectContaining({
      message: 'Internal server error.',
      extensions: {
        code: 'INTERNAL_SERVER_ERROR',
        correlationId: response.headers.get('x-correlation-id'),
      },
    }),
  ]);
  expect(JSON.stringify(answer)).not.toContain('geheim');
  expect(reported).toHaveLength(1);
});

test('connections that are terminated are replaced', async () => {
  await run(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await create()).response.status));
  for (const status of statuses) expect([200, 503]).toContain(status);
  expect((await create()).response.status).toBe(200);
});

test('a database that is gone, or hangs, is 503; once it is back the next answer is good', async () => {
  const location = new URL(service.connectionString);
  const proxy: DatabaseProxy = await startProxy({ host: location.hostname, port: Number(location.port) });
  location.port = String(proxy.port);
  const db = connect(location.href, { role: SERVER_ROLE });
  const shortReads = connectForShortReads(location.href, { role: SERVER_ROLE });
  const limits = { requestsPerMinute: 1e6, costPerMinute: 1e6, failedKeysPerMinute: 1e6 };
  const { server } = createApp({ connections: { db, shortReads }, limits });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/graphql`;
  const ready = async () => (await fetch(new URL('/ready', url))).status;

  expect([(await create(url)).response.status, await ready()]).toEqual([200, 200]);
  await proxy.cut();
  await expectUnavailable(url);
  expect(await ready()).toBe(503);
  await proxy.restore();
  expect([(await create(url)).response.status, await ready()]).toEqual([200, 200]);
  proxy.freeze();
  await expectUnavailable(url);
  // A connection that hung is not used again: there are as many bad answers as there were connections, at most.
  const later = await Promise.all(Array.from({ length: 4 }, () => create(url)));
  expect([200, 503]).toEqual(expect.arrayContaining(later.map(({ response }) => response.status)));
  expect((await create(url)).response.status).toBe(200);

  // More look-ups than go together: none waits longer for those before it than for itself.
  proxy.freeze();
  const began = performance.now();
  const crowd = await Promise.all(Array.from({ length: 500 }, () => readName(url)));
  expect(performance.now() - began).toBeLessThan(5000);
  expect([200, 503]).toEqual(expect.arrayContaining([...new Set(crowd)]));
  expect(await readName(url)).toBe(200);

  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
  await Promise.all([db.destroy(), shortReads.destroy()]);
  proxy.close();
});
