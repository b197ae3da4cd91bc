import { afterEach, expect, test } from '@jest/globals';
import { connect } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createDatabase } from '../support/database.ts';
import { type DatabaseProxy, startProxy } from '../support/database-proxy.ts';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';

const LEVELS: Record<number, string> = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error' };
const PHONE = '4915199887766';

let service: ServiceProcess;
let proxy: DatabaseProxy;
let key: string;

afterEach(async () => {
  service.child.kill('SIGTERM');
  await service.exit();
  proxy.close();
});

/** The service, whose way to the database can be cut. */
async function start(settings: Record<string, string>): Promise<void> {
  const location = new URL(await createDatabase());
  const db = connect(location.href);
  key = (await createAccessKey({ actor: OPERATOR, db }, { name: 'Gateway', role: 'VIEWER' })).secret;
  await db.destroy();
  proxy = await startProxy({ host: location.hostname, port: Number(location.port) });
  location.port = String(proxy.port);
  service = await startProcess({ DATABASE_URL: location.href, ...settings });
}

/** Statuses of requests that all come at once. */
async function ask(times: number): Promise<number[]> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const body = JSON.stringify({ query: '{ viewer { name } }', variables: { phone: PHONE } });
  const answers = Array.from({ length: times }, () => fetch(service.url, { method: 'POST', headers, body }));
  return Promise.all(answers.map(async (answer) => (await answer).status));
}

type Line = { level: string; msg: string; [name: string]: unknown };

/** Each line that is JSON must be whole. */
function lines(msg: string): Line[] {
  const written = service
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  return written
    .map((line) => JSON.parse(line))
    .filter((line) => line.msg === msg)
    .map((line) => ({ ...line, level: LEVELS[line.level] }));
}

test('a database that is away is told with its reason once, not for each of the requests that are answered 503', async () => {
  await start({ LOG_LEVEL: 'warn' });
  expect(await ask(1)).toEqual([200]);
  await proxy.cut();
  expect(await ask(40)).toEqual(Array(40).fill(503));
  // What is not written yet is written at the end.
  service.child.kill('SIGTERM');
  await service.exit();
  const told = lines('unavailable');
  expect(told).toContainEqual(
    expect.objectContaining({
      level: 'error',
      times: 1,
      reason: { type: 'Error', code: 'ECONNREFUSED', message: expect.stringContaining('ECONNREFUSED 127.0.0.1:') },
    }),
  );
  // What was cut and what could not be made anew have reasons of their own.
  const reasons = told.map(({ reason }) => JSON.stringify(reason));
  expect(new Set(reasons).size).toBe(reasons.length);
  expect(reasons.length).toBeLessThanOrEqual(6);
  expect(lines('request').map(({ level, status }) => [level, status])).toEqual(Array(40).fill(['warn', 503]));
});

test('at debug, probes are in the log, and a red one says why, once; so is a flood over the allowance', async () => {
  await start({ LOG_LEVEL: 'debug', REQUESTS_PER_MINUTE: '5' });
  const probe = async (path: string) => (await fetch(new URL(path, service.url))).status;
  expect([await probe('/health'), await probe('/ready')]).toEqual([200, 200]);
  expect((await ask(30)).toSorted()).toEqual([...Array(5).fill(200), ...Array(25).fill(429)]);
  await proxy.cut();
  for (let time = 0; time < 3; time += 1) expect(await probe('/ready')).toBe(503);
  service.child.kill('SIGTERM');
  await service.exit();

  const probes = lines('request').filter(({ route }) => route !== '/graphql');
  expect(probes.map(({ level, route, status }) => [level, route, status])).toEqual([
    ['debug', '/health', 200],
    ['debug', '/ready', 200],
    ...Array(3).fill(['debug', '/ready', 503]),
  ]);
  const reasons = lines('unavailable').map(({ reason }) => JSON.stringify(reason));
  expect(reasons).not.toEqual([]);
  expect(new Set(reasons).size).toBe(reasons.length);
  const accessKeyId = expect.stringMatching(/^[0-9a-f-]{36}$/);
  expect(lines('over the allowance')).toEqual([
    expect.objectContaining({ level: 'warn', times: 1, reason: { accessKeyId } }),
  ]);
});
