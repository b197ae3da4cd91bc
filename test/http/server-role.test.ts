import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { connect, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { DATABASE, urlOf } from '../../src/postgres/embedded.ts';
import { createDatabase } from '../support/database.ts';
import { startProxy } from '../support/database-proxy.ts';
import { caller } from '../support/service.ts';
import { runToEnd, type ServiceProcess, startProcess } from '../support/service-process.ts';

let service: ServiceProcess | undefined;

afterEach(async () => {
  service?.child.kill('SIGKILL');
  await service?.exit();
  service = undefined;
});

async function query(connectionString: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

const LOGINS = `select distinct usename as login from pg_stat_activity
  where datname = current_database() and application_name = 'users-management'`;
const OWN_LOGIN = [{ login: expect.stringMatching(`^${SERVER_ROLE}_\\d+$`) }];

const ready = async (url: string) => (await fetch(new URL('/ready', url))).status;

test('the processes log in as a role of their own, whatever options DATABASE_URL has, and the owner’s password is with none of them; lost grants are given again', async () => {
  const DATABASE_URL = await createDatabase();
  const owner = connect(DATABASE_URL);
  const { secret } = await createAccessKey({ actor: OPERATOR, db: owner }, { name: 'Console', role: 'ADMINISTRATOR' });
  await owner.destroy();
  // As in a restore, which loses all grants: they are given again.
  await query(DATABASE_URL, `revoke all on all tables in schema public from public, ${SERVER_ROLE}`);
  service = await startProcess({
    DATABASE_URL: `${DATABASE_URL}?options=-c statement_timeout=0`,
    WEB_CONCURRENCY: '2',
  });
  expect(await ready(service.url)).toBe(200);
  expect(await query(DATABASE_URL, LOGINS)).toEqual(OWN_LOGIN);
  const create = 'mutation { createProject(input: { name: "Shop" }) { project { name } } }';
  expect((await caller(service.url, secret)(create)).data.createProject.project).toEqual({ name: 'Shop' });
  if (process.platform !== 'linux') return;
  const pid = service.child.pid;
  const workers = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  expect(workers).toHaveLength(2);
  for (const worker of workers) {
    const environment = readFileSync(`/proc/${worker}/environ`, 'utf8');
    expect(environment).toMatch(`DATABASE_URL=postgres://${SERVER_ROLE}_`);
    expect(environment).not.toContain(new URL(DATABASE_URL).password);
  }
});

test('so does a server with the embedded PostgreSQL', async () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'users-management-role-'));
  service = await startProcess({ DATA_DIR });
  const password = readFileSync(join(DATA_DIR, 'postgres.password'), 'utf8').trim();
  const port = Number(readFileSync(join(DATA_DIR, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3]);
  expect(await query(urlOf(port, password, DATABASE), LOGINS)).toEqual(OWN_LOGIN);
  expect(service.output()).not.toContain('cannot log in');
  service.child.kill('SIGTERM');
  await service.exit();
  rmSync(DATA_DIR, { recursive: true, force: true });
});

describe('behind a pooler that ignores start-up parameters', () => {
  const TIMEOUTS = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];

  async function through<T>(url: string, ignores: string[], work: (url: string) => Promise<T>): Promise<T> {
    const location = new URL(url);
    const proxy = await startProxy({ host: location.hostname, port: Number(location.port) }, { ignores });
    location.port = String(proxy.port);
    return work(location.href).finally(proxy.close);
  }

  const start = (DATABASE_URL: string) => runToEnd({ DATABASE_URL });

  test('the start is refused, and why told in one line, without the time-outs', async () => {
    expect(await through(await createDatabase(), ['options', ...TIMEOUTS], start)).toEqual({
      code: 1,
      output: expect.stringMatching(/^The database cannot be used: .* statement_timeout = 0 ms, not 1500 ms.*\n$/),
    });
  });

  test('the start is refused, and why told in one line, with the owner’s rights', async () => {
    const [owner, url] = ['poor_owner', new URL(await createDatabase())];
    const database = url.pathname.slice(1);
    await query(url.href, `create role ${owner} login password 'poor' in role ${SERVER_ROLE}`);
    await query(url.href, `create database ${database}_poor owner ${owner}`);
    Object.assign(url, { username: owner, password: 'poor', pathname: `${database}_poor` });
    expect(await through(url.href, ['options'], start)).toEqual({
      code: 1,
      output: expect.stringMatching(
        `^The database cannot be used: The connection works as ${owner}, not as ${SERVER_ROLE}\\..*\\n$`,
      ),
    });
  });

  test('the server works where its own login and its time-outs are given to it nevertheless', async () => {
    const DATABASE_URL = await createDatabase();
    await through(DATABASE_URL, ['options'], async (url) => {
      service = await startProcess({ DATABASE_URL: url });
      expect(await ready(service.url)).toBe(200);
      expect(await query(DATABASE_URL, LOGINS)).toEqual(OWN_LOGIN);
    });
  });
});
