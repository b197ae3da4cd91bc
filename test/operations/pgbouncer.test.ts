import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { connect } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createProject } from '../../src/domain/projects.ts';
import { CHECK_ACCESS, CREATE_USER, READ_PROJECT } from '../support/documents.ts';
import { type PgBouncer, startPgBouncer } from '../support/pgbouncer.ts';
import { runToEnd, type ServiceProcess, startProcess } from '../support/service-process.ts';

const REQUESTS = 5000;
const AT_ONCE = 12;

let superuser: pg.Client;
let service: ServiceProcess | undefined;
const poolers: PgBouncer[] = [];

beforeAll(async () => {
  superuser = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await superuser.connect();
});
afterEach(async () => {
  service?.child.kill('SIGKILL');
  await service?.exit();
  service = undefined;
  await Promise.all(poolers.splice(0).map((pooler) => pooler.stop()));
});
afterAll(() => superuser.end());

/** An empty database with an owner, and a login without rights that reaches it through a pooler. */
async function createSite(settings: Record<string, string | number> = {}) {
  const [owner, login] = ['owner', 'login'].map((kind) => `${kind}_${randomUUID().replaceAll('-', '')}`);
  await superuser.query(
    `create role ${owner} login createrole password 'owners'; create role ${login} login password 'poor'`,
  );
  await superuser.query(`create database ${owner} owner ${owner}`);
  const direct = new URL(process.env.TEST_DATABASE_URL ?? '');
  Object.assign(direct, { username: owner, password: 'owners', pathname: owner });
  const pooler = await startPgBouncer(direct.href, { [`${login}`]: 'poor' }, settings);
  poolers.push(pooler);
  const pooled = new URL(direct);
  Object.assign(pooled, { username: login, password: 'poor', port: String(pooler.port) });
  const urls = { DATABASE_URL: pooled.href, DATABASE_OWNER_URL: direct.href };
  const environment = {
    ...urls,
    DATABASE_ROLE: `role_${owner?.slice(-8)}`,
    PREPARED_STATEMENTS: 'off',
    LOG_LEVEL: 'error',
  };
  return { login, pooler, environment, ...urls };
}

type Site = Awaited<ReturnType<typeof createSite>>;

type Ask = (query: string, variables: object) => Promise<{ status: number; body: { data: Record<string, never> } }>;

/** A caller who may do everything, a project and one of its environments. */
async function prepare({ DATABASE_OWNER_URL }: Site, url: string) {
  const db = connect(DATABASE_OWNER_URL);
  const operator = { actor: OPERATOR, db };
  const { secret } = await createAccessKey(operator, { name: 'Console', role: 'ADMINISTRATOR' });
  const { id } = await createProject(operator, { name: 'Shop' });
  await db.destroy();
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const ask: Ask = async (query, variables) => {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  const { body } = await ask(READ_PROJECT, { id });
  const [environment] = (body.data as { project?: { environments: { id: string }[] } }).project?.environments ?? [];
  return { ask, projectId: id, environmentId: environment?.id ?? '' };
}

const SEARCH = `query ($id: ID!, $search: String) { project(id: $id) { users(first: 10, search: $search) { totalCount edges { node { fullName environments { name } } } } } }`;

/** Sends so many requests, some at once: checks, pages and new users in turn. Returns what was not answered well. */
async function load({ ask, projectId, environmentId }: Awaited<ReturnType<typeof prepare>>, requests: number) {
  const bad: unknown[] = [];
  let sent = 0;
  const send = async (number: number) => {
    const phoneNumber = `+1555${1_000_000 + number}`;
    if (number % 10 === 0) {
      const input = {
        projectId,
        phoneNumber,
        firstName: 'Ana',
        lastName: `Lima ${number}`,
        environmentIds: [environmentId],
      };
      return ask(CREATE_USER, { input });
    }
    if (number % 10 === 1) return ask(SEARCH, { id: projectId, search: `lima ${number - 1}` });
    return ask(CHECK_ACCESS, { environmentId, sender: { channel: 'WHATSAPP', phoneNumber } });
  };
  const work = async () => {
    while (sent < requests) {
      sent += 1;
      const { status, body } = await send(sent);
      const text = JSON.stringify(body);
      if (status !== 200 || /"errors":|"userErrors":\[\{/.test(text)) bad.push([status, text]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return bad;
}

/** The lines that tell what is wrong. */
function errorsIn(output: string): string[] {
  return output.split('\n').filter((line) => line.includes('"level":50'));
}

/** What the connections that the pooler has open work as; several are asked at the same time. */
async function settingsBehind({ DATABASE_URL }: Site): Promise<unknown[]> {
  const ask = async () => {
    const client = new pg.Client({ connectionString: DATABASE_URL });
    await client.connect();
    const { rows } = await client.query(`select session_user as login, current_user as role,
      current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle, current_setting('search_path') as path,
      (select count(*)::int from pg_prepared_statements where name <> '') as prepared, pg_sleep(0.2)::text as slept`);
    await client.end();
    return rows[0];
  };
  return Promise.all(Array.from({ length: 6 }, ask));
}

test(`behind PgBouncer in transaction mode ${REQUESTS} requests are answered without an error, in the server’s role and with time-outs`, async () => {
  const site = await createSite();
  service = await startProcess({ ...site.environment, REQUESTS_PER_MINUTE: '1000000', COST_PER_MINUTE: '1000000000' });
  const prepared = await prepare(site, service.url);
  expect({ bad: await load(prepared, REQUESTS), log: errorsIn(service.output()) }).toEqual({ bad: [], log: [] });
  const { rows } = await superuser.query(
    `select distinct usename as login from pg_stat_activity where application_name = 'users-management' and datname = $1`,
    [new URL(site.DATABASE_URL).pathname.slice(1)],
  );
  expect(rows).toEqual([{ login: site.login }]);
  const asServer = {
    login: site.login,
    role: site.login,
    statement: '1500ms',
    lock: '1s',
    idle: '10s',
    path: 'public, pg_temp',
  };
  expect(await settingsBehind(site)).toEqual(Array(6).fill({ ...asServer, prepared: 0, slept: '' }));
  expect((await fetch(new URL('/ready', service.url))).status).toBe(200);
}, 240_000);

test('a transaction that is rolled back, a time-out and a lost race leave nothing behind for the next one on that connection', async () => {
  const site = await createSite({ default_pool_size: 2 });
  service = await startProcess(site.environment);
  const prepared = await prepare(site, service.url);
  const { ask, projectId, environmentId } = prepared;
  const form = {
    projectId,
    phoneNumber: '+15551234567',
    firstName: 'Ana',
    lastName: 'Lima',
    environmentIds: [environmentId],
  };
  const same = await Promise.all(Array.from({ length: 12 }, () => ask(CREATE_USER, { input: form })));
  const created = same.filter(({ body }) => /"userErrors":\[\]/.test(JSON.stringify(body)));
  expect(created).toHaveLength(1);
  expect(same.map(({ status }) => status)).toEqual(Array(12).fill(200));
  expect(await load(prepared, 100)).toEqual([]);
});

test('what the pooler says is in the log once, and callers are told 503', async () => {
  const site = await createSite({ max_client_conn: 9 });
  service = await startProcess(site.environment);
  const prepared = await prepare(site, service.url);
  const { ask, projectId, environmentId } = prepared;
  const form = { projectId, firstName: 'Ana', lastName: 'Lima', environmentIds: [environmentId] };
  // So many at once need all connections of the process, which are more than the pooler takes.
  const creations = Array.from({ length: 60 }, (_, place) =>
    ask(CREATE_USER, { input: { ...form, phoneNumber: `+1555${2_000_000 + place}` } }),
  );
  const statuses = (await Promise.all(creations)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  await service.wrote(/no more connections allowed/);
  service.child.kill('SIGTERM');
  await service.exit();
  const told = service
    .output()
    .split('\n')
    .filter((line) => line.includes('"unavailable"'));
  expect(told.filter((line) => line.includes('no more connections allowed'))).toHaveLength(1);
});

test('a pooler that loses prepared statements is told in the log, and what to set', async () => {
  const site = await createSite({ default_pool_size: 3 });
  service = await startProcess({ ...site.environment, PREPARED_STATEMENTS: 'on' });
  const prepared = await prepare(site, service.url);
  const bad = await load(prepared, 200);
  const [major = 0, minor = 0] = site.pooler.version.split('.').map(Number);
  // From 1.21 on it keeps them.
  if (major > 1 || minor >= 21) return expect(bad).toEqual([]);
  await service.wrote(/loses prepared statements: set PREPARED_STATEMENTS=off/);
  expect(service.output().match(/set PREPARED_STATEMENTS=off/g)).toHaveLength(1);
});

test('without DATABASE_OWNER_URL the start is refused: the login of a pooler cannot make what the owner makes', async () => {
  const { environment } = await createSite();
  const { DATABASE_OWNER_URL: _, ...alone } = environment;
  expect(await runToEnd(alone)).toEqual({
    code: 1,
    output: expect.stringMatching(/^The database cannot be used: The role .+\n$/s),
  });
});
