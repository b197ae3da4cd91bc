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

test('after a failover the service finds the promoted server: until then 503, ready only when it can write again', async () => {
  const DATABASE_URL = urlOf(['standby', 'primary'], '?target_session_attrs=read-write');
  service = await startProcess({ DATABASE_URL });
  const { url } = service;
  const owner = connect(DATABASE_URL);
  const key = { name: 'Console', role: 'ADMINISTRATOR' as const };
  const { secret } = await createAccessKey({ actor: OPERATOR, db: owner }, key);
  await owner.destroy();
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ query: 'mutation { createProject(input: { name: "Shop" }) { project { id } } }' });
  const write = async () => (await fetch(url, { method: 'POST', headers, body })).status;
  const ready = async () => (await fetch(new URL('/ready', url))).status;
  expect([await ready(), await write()]).toEqual([200, 200]);

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
  expect((await client.query('select count(*)::int as shops from projects')).rows).toEqual([{ shops: 2 }]);
  await client.end();
});
