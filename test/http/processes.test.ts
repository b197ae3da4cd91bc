import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { readConfig } from '../../src/config.ts';
import { connect } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { DATABASE, urlOf } from '../../src/postgres/embedded.ts';
import { createDatabase } from '../support/database.ts';
import { type Line, openLine } from '../support/line.ts';
import { runToEnd, type ServiceProcess, startProcess } from '../support/service-process.ts';

const UNKNOWN_KEY = `umk_${'0'.repeat(32)}_${'A'.repeat(43)}`;

let service: ServiceProcess;
let lines: Line[] = [];

afterEach(async () => {
  for (const line of lines) line.hangUp();
  service?.child.kill('SIGKILL');
  await service?.exit();
});

/** With a connection to each: node:cluster hands them out in turn. */
async function startTwo(environment: Record<string, string>): Promise<void> {
  service = await startProcess({ WEB_CONCURRENCY: '2', ...environment });
  lines = [await openLine(service.url), await openLine(service.url)];
}

test('several processes answer on one port, announced once, their metrics are summed, none can make code from text; SIGINT to all, as a terminal sends it, lets requests end, and all exit with 0', async () => {
  const DATABASE_URL = await createDatabase();
  await startTwo({ DATABASE_URL });
  expect(service.output().match(/is up/g)).toHaveLength(1);
  const workers = servers(service);
  expect(workers).toHaveLength(2);
  const pids = [...workers, service.child.pid].map(Number);
  const commands = pids.map((pid) => execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }));
  for (const command of commands) expect(command).toContain('--disallow-code-generation-from-strings');

  for (let count = 0; count < 3; count += 1) for (const line of lines) await line.ask('/health');
  // To look a key up each process opens at least one of its two shared connections.
  for (const line of lines) await line.ask('/graphql', UNKNOWN_KEY.replace('0', '1'));
  const count = /^http_request_duration_seconds_count\{route="\/health",status="200",operation="none"\} 6$/m;
  let text = '';
  await until(async () => {
    text = await (await fetch(service.metricsUrl)).text();
    return count.test(text);
  });
  // Connections add up; the version does not.
  expect(text).toMatch(/^database_shared_connections [234]$/m);
  expect(text).toMatch(/^build_info\{version="[\d.]+"\} 1$/m);

  const signal = () => pids.forEach((pid) => void process.kill(pid, 'SIGINT'));
  expect(await answersWhenEnding(DATABASE_URL, signal)).toEqual([401, 401]);
  expect(await service.exit()).toBe(0);
  expect(workers.filter(isAlive)).toEqual([]);
});

test('a process that is killed is replaced, and meanwhile the service answers; none outlives the first process', async () => {
  const { port, close } = await takePort();
  await close();
  await startTwo({ DATABASE_URL: await createDatabase(), PORT: port });
  const [killed = 0, left = 0] = servers(service);
  expect(await Promise.all(lines.map((line) => line.ask('/ready')))).toEqual([200, 200]);
  process.kill(killed, 'SIGKILL');
  await Promise.race(lines.map((line) => line.closed));
  const answers = await Promise.allSettled(lines.map((line) => line.ask('/ready')));
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await service.wrote(`A server process ended unexpectedly .${killed}: SIGKILL`);
  await until(async () => {
    expect((await fetch(new URL('/ready', service.url))).status).toBe(200);
    return servers(service).length === 2;
  });
  expect(servers(service)).toContain(left);
  // Nobody but a new one can answer then.
  process.kill(left, 'SIGKILL');
  await until(async () => !isAlive(left));
  await until(async () => {
    const ready = await fetch(new URL('/ready', service.url)).catch(() => undefined);
    return ready?.status === 200 && servers(service).length === 2;
  });
  const replacements = servers(service);
  service.child.kill('SIGKILL');
  await until(async () => !replacements.some(isAlive));
});

test('SIGTERM ends them all and only then PostgreSQL, and exits with 0', async () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'users-management-processes-'));
  await startTwo({ DATA_DIR });
  const password = readFileSync(join(DATA_DIR, 'postgres.password'), 'utf8').trim();
  const [postmaster, , , port] = readFileSync(join(DATA_DIR, 'postgres', 'postmaster.pid'), 'utf8')
    .split('\n')
    .map(Number);
  const workers = servers(service);
  const statuses = await answersWhenEnding(urlOf(port ?? 0, password, DATABASE), () => service.child.kill('SIGTERM'));
  const code = await service.exit();
  rmSync(DATA_DIR, { recursive: true, force: true });
  expect([statuses, code]).toEqual([[401, 401], 0]);
  expect([postmaster ?? 0, ...workers].filter(isAlive)).toEqual([]);
  // One that still served would have lost its connections.
  expect(service.output()).not.toMatch(/unexpectedly|"fault"/);
});

test('what is spent at one process is spent at the others, too: bad keys, which shut no good key out, and an allowance', async () => {
  const DATABASE_URL = await createDatabase();
  const db = connect(DATABASE_URL);
  const create = () => createAccessKey({ actor: OPERATOR, db }, { name: 'Gateway', role: 'VIEWER' });
  const [good, spender] = [(await create()).secret, (await create()).secret];
  await db.destroy();
  await startTwo({ DATABASE_URL, REQUESTS_PER_MINUTE: '100', FAILED_KEYS_PER_MINUTE: '20' });
  const [one, other] = lines;
  // A key may ask: by GET without a query the answer is 400.
  for (const { key, allowed, status } of [
    { key: 'bad', allowed: 20, status: 401 },
    { key: spender, allowed: 100, status: 400 },
  ]) {
    for (let count = 0; count < allowed; count += 1) expect(await one?.ask('/graphql', key)).toBe(status);
    let asked = 0;
    await until(async () => {
      asked += 1;
      return (await other?.ask('/graphql', key)) === 429;
    });
    // Fewer than it would have let through by itself.
    expect(asked).toBeLessThan(allowed);
    expect(await one?.ask('/graphql', key)).toBe(429);
    expect([await one?.ask('/graphql', good), await other?.ask('/graphql', good)]).toEqual([400, 400]);
  }
});

test('a port in use is one line and exit code 1, of one process as of several', async () => {
  const { port: PORT, close } = await takePort();
  const DATABASE_URL = await createDatabase();
  const output = `Port ${PORT} of 127.0.0.1 is in use: stop what uses it, or set PORT.\n`;
  const starts = ['1', '3'].map((WEB_CONCURRENCY) => runToEnd({ DATABASE_URL, PORT, WEB_CONCURRENCY }));
  for (const ended of await Promise.all(starts)) expect(ended).toEqual({ code: 1, output });
  await close();
});

test('a HOST that this machine does not have is one line and exit code 1', async () => {
  const output = 'HOST 192.0.2.1 is no address of this machine (EADDRNOTAVAIL).\n';
  expect(await runToEnd({ DATABASE_URL: await createDatabase(), HOST: '192.0.2.1' })).toEqual({ code: 1, output });
});

test.each(['0', '-1', 'x', '1.5', '1e1', ' ', '65'])('WEB_CONCURRENCY %s is refused', (WEB_CONCURRENCY) => {
  expect(() => readConfig({ WEB_CONCURRENCY })).toThrow(/^WEB_CONCURRENCY must be .*$/);
});

/** What is answered to requests that every process has under way when it is told to end. */
async function answersWhenEnding(connectionString: string, signal: () => void) {
  const owner = connect(connectionString);
  const { asked } = await owner.transaction().execute(async (tx) => {
    await sql`lock table access_keys in access exclusive mode`.execute(tx);
    const asked = lines.map((line) => line.ask('/graphql', UNKNOWN_KEY));
    await until(async () => {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(owner);
      return rows.length === lines.length;
    });
    signal();
    return { asked };
  });
  await owner.destroy();
  return Promise.all(asked);
}

async function takePort() {
  const taker = createServer().unref().listen(0, '127.0.0.1');
  await once(taker, 'listening');
  const address = taker.address();
  const close = async () => void (await once(taker.close(), 'close'));
  return { port: String(typeof address === 'object' && address?.port), close };
}

/** The processes that serve. */
function servers({ child }: ServiceProcess): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  return table
    .map((row) => row.trim().split(/\s+/))
    .filter(([, parent, ...words]) => Number(parent) === child.pid && words.join(' ').includes('main.ts'))
    .map(([pid]) => Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 40_000; !(await condition()); await delay(100)) {
    if (Date.now() > end) throw new Error('It never came to that.');
  }
}
