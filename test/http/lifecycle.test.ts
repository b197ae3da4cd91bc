import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { readConfig } from '../../src/config.ts';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import { createDatabase } from '../support/database.ts';
import { startIdentityProvider } from '../support/identity-provider.ts';
import {
  hasTerminal,
  runToEnd,
  type ServiceProcess,
  startInTerminal,
  startProcess,
} from '../support/service-process.ts';

const PROVIDER = {
  OIDC_ISSUER: 'https://login.example/tenant',
  OIDC_AUDIENCE: 'https://users.example',
  OIDC_JWKS_URL: 'https://login.example/keys',
};

let service: ServiceProcess | undefined;

afterEach(async () => {
  service?.child.kill('SIGKILL');
  await service?.exit();
  service = undefined;
});

test('a bad configuration is told in full, each problem on its line, with exit code 78', async () => {
  const { code, output } = await runToEnd({
    PORT: '70000',
    DATABASE_URL: 'mysql://x',
    LOG_LEVEL: 'loud',
    REQUESTS_PER_MINUTE: '0',
    CORS_ORIGINS: '*',
    TRUSTED_PROXIES: '10.0.0.0/8, 1',
    OIDC_ISSUER: 'http://elsewhere.example',
    OIDC_TOKEN_TYPE: 'at jwt',
  });
  expect(code).toBe(78);
  for (const name of [
    'PORT',
    'DATABASE_URL',
    'LOG_LEVEL',
    'REQUESTS_PER_MINUTE',
    'CORS_ORIGINS',
    'TRUSTED_PROXIES',
    'OIDC_ISSUER',
    'OIDC_AUDIENCE',
    'OIDC_TOKEN_TYPE',
  ]) {
    expect(output).toMatch(new RegExp(`^${name} (must|is missing)`, 'm'));
  }
  expect(output).not.toMatch(/^\s+at /m);
  const clash = { PORT: '4567', METRICS_PORT: '4567' };
  expect(() => readConfig(clash)).toThrow(new Error('METRICS_PORT must be another port than PORT'));
});

test.each(['true', '0.0.0.0/0', '10.0.0.1,', '::ffff:10.0.0.0/8'])(
  'TRUSTED_PROXIES %s is refused',
  (TRUSTED_PROXIES) => {
    expect(() => readConfig({ TRUSTED_PROXIES })).toThrow(/^TRUSTED_PROXIES must list .*$/);
  },
);

test('an audience whose ID tokens would pass for access tokens is refused', () => {
  const settings = { ...PROVIDER, OIDC_CLIENT_ID: PROVIDER.OIDC_AUDIENCE, OIDC_TOKEN_TYPE: 'JWT' };
  expect(() => readConfig(settings)).toThrow(/^OIDC_AUDIENCE must be another than OIDC_CLIENT_ID.*$/);
});

test('a database that cannot be reached is one clear line, with exit code 1', async () => {
  const { code, output } = await runToEnd({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
  expect(code).toBe(1);
  expect(output).toMatch(/^The database cannot be used: .*ECONNREFUSED.*\n$/);
});

test('one that accepts and never answers is one, too', async () => {
  const mute = createServer(() => {}).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const address = mute.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const { code, output } = await runToEnd({ DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/nothing` });
  mute.close();
  expect([code, output]).toEqual([1, expect.stringMatching(/^The database cannot be used: .*\n$/)]);
});

describe('a start', () => {
  let started: ServiceProcess;
  let owner: Db;
  beforeAll(async () => {
    const DATABASE_URL = await createDatabase();
    owner = connect(DATABASE_URL);
    started = await startProcess({
      DATABASE_URL,
      ...PROVIDER,
      OIDC_CLIENT_ID: 'the-page',
      TRUSTED_PROXIES: 'loopback, 10.0.0.0/8',
      FAILED_KEYS_PER_MINUTE: '1',
    });
  });
  afterAll(async () => {
    started.child.kill('SIGKILL');
    await started.exit();
    await owner.destroy();
  });

  test('X-Forwarded-For of the proxies in TRUSTED_PROXIES is believed', async () => {
    for (const client of ['192.0.2.1', '192.0.2.2']) {
      const headers = { 'x-forwarded-for': `${client}, 10.0.0.9` };
      expect((await fetch(started.url, { method: 'POST', headers })).status).toBe(401);
    }
  });

  test('an identity provider with a client of the page is offered by the page', async () => {
    const answer = await fetch(new URL('/', started.url));
    expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self' https://login.example;");
    expect(await answer.text()).toContain('the-page');
    // It cannot be asked what it tells of itself, and the service starts all the same.
    await started.wrote('no sign-in with the company account until the identity provider answers');
  });

  test('/ready is red without the newest schema, and green with it; /health is green throughout', async () => {
    const statuses = async () =>
      Promise.all(['/ready', '/health'].map(async (path) => (await fetch(new URL(path, started.url))).status));
    expect(await statuses()).toEqual([200, 200]);
    await sql`create table newest as select * from kysely_migration order by name desc limit 1`.execute(owner);
    await sql`delete from kysely_migration where name in (select name from newest)`.execute(owner);
    expect(await statuses()).toEqual([503, 200]);
    await sql`insert into kysely_migration select * from newest`.execute(owner);
    expect(await statuses()).toEqual([200, 200]);
  });

  test('SIGTERM lets a running request end, then exits with 0; a second signal changes nothing', async () => {
    const running = await owner.transaction().execute(async (tx) => {
      await sql`lock table access_keys in access exclusive mode`.execute(tx);
      const token = `umk_${'0'.repeat(32)}_${'A'.repeat(43)}`;
      const response = fetch(started.url, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
      // The request is inside when its statement waits for the lock.
      await waitFor(async () => {
        const { rows } = await sql`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(owner);
        return rows.length > 0;
      });
      started.child.kill('SIGTERM');
      started.child.kill('SIGINT');
      return { response };
    });
    expect((await running.response).status).toBe(401);
    expect(await started.exit()).toBe(0);
  });
});

describe('the first key', () => {
  let DATA_DIR: string;
  beforeAll(() => {
    DATA_DIR = mkdtempSync(join(tmpdir(), 'users-management-key-'));
  });
  afterEach(async () => {
    process.kill(Number(read('service.lock').split(' ')[0]), 'SIGTERM');
    await service?.exit();
  });
  afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));
  const read = (name: string) => readFileSync(join(DATA_DIR, name), 'utf8').trim();

  test('is printed by the start that made it', async () => {
    service = await startProcess({ DATA_DIR });
    expect(service.output()).toMatch(`/#key=${read('administrator.key')}\n`);
    expect(service.output()).toMatch(`/graphql#key=${read('administrator.key')}\n`);
  });

  test('is printed by no later one, which may write into a log that is kept, but where it is', async () => {
    service = await startProcess({ DATA_DIR });
    expect(service.output()).toMatch(/Page {6}http:\/\/localhost:\d+\/\n/);
    expect(service.output()).toContain(join(DATA_DIR, 'administrator.key'));
    expect(service.output()).not.toContain('umk_');
  });

  (hasTerminal ? test : test.skip)('is printed to a terminal at every start', async () => {
    service = await startInTerminal({ DATA_DIR });
    expect(service.output()).toMatch(`/#key=${read('administrator.key')}\r\n`);
  });
});

test('an identity provider that contradicts the settings stops the start with one line and exit code 78', async () => {
  const provider = await startIdentityProvider([]);
  const { code, output } = await runToEnd({
    OIDC_ISSUER: `${provider.issuer}/`,
    OIDC_AUDIENCE: provider.audience,
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
  });
  await provider.stop();
  const line = `OIDC_ISSUER must be "${provider.issuer}", as the provider calls itself, or its tokens would be refused\n`;
  expect([code, output]).toEqual([78, line]);
});

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await condition())) if (Date.now() > end) throw new Error('It never came to that.');
}
