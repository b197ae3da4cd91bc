import { afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { connect } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createDatabase } from '../support/database.ts';
import { type Line, openLine } from '../support/line.ts';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';

const ALLOWANCE = 400;

let started: ServiceProcess[] = [];
let lines: Line[] = [];

afterEach(async () => {
  for (const line of lines) line.hangUp();
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ exit }) => exit()));
  lines = [];
  started = [];
});

/** Two instances on one database, and a key. */
async function startTwo(environment: Record<string, string>, DATABASE_URL: string): Promise<string> {
  const key = await createKey(DATABASE_URL);
  started = await Promise.all([1, 2].map(() => startProcess({ REQUESTS_PER_MINUTE: `${ALLOWANCE}`, ...environment })));
  return key;
}

async function createKey(DATABASE_URL: string): Promise<string> {
  const db = connect(DATABASE_URL);
  const made = createAccessKey({ actor: OPERATOR, db }, { name: 'Viewer', role: 'VIEWER' });
  return (await made.finally(() => db.destroy())).secret;
}

/** Asks over some connections to each until each refuses; how many were let through. */
async function spend(services: ServiceProcess[], key: string): Promise<number> {
  const opened = await Promise.all(services.flatMap(({ url }) => [url, url, url]).map(openLine));
  lines.push(...opened);
  const counts = await Promise.all(
    opened.map(async (line) => {
      let admitted = 0;
      // A key may ask: by GET without a query the answer is 400.
      while ((await line.ask('/graphql', key)) === 400) admitted += 1;
      return admitted;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

test('two instances admit little more of one caller than its allowance, and a third knows what was spent; one that cannot tell the others counts by itself, lets nobody wait, says so once, and keeps no names', async () => {
  const DATABASE_URL = await createDatabase();
  const key = await startTwo({ DATABASE_URL }, DATABASE_URL);
  const admitted = await spend(started, key);
  expect(admitted).toBeGreaterThanOrEqual(ALLOWANCE);
  expect(admitted).toBeLessThanOrEqual(ALLOWANCE * 1.2);
  const third = await startProcess({ DATABASE_URL, REQUESTS_PER_MINUTE: `${ALLOWANCE}` });
  started.push(third);
  expect(await spend([third], key)).toBeLessThanOrEqual(ALLOWANCE * 0.3);

  const [one, other] = started;
  if (!one || !other) throw new Error('Not started.');
  const next = await createKey(DATABASE_URL);
  expect(await spend([one], next)).toBe(ALLOWANCE);
  const lengths = await query<{ length: number }>(DATABASE_URL, 'select length(spender) as length from shared_charges');
  // The keys and the costs of them: hashes, of one length.
  expect(new Set(lengths.map(({ length }) => length))).toEqual(new Set([16]));
  await query(DATABASE_URL, 'truncate shared_charges; revoke all on shared_charges from users_management_server');
  const last = await createKey(DATABASE_URL);
  expect(await spend([one], last)).toBe(ALLOWANCE);
  expect(await spend([other], last)).toBe(ALLOWANCE);
  await other.wrote(/counts requests by itself/);
  expect(other.output().match(/counts requests by itself/g)).toHaveLength(1);
});

test('several processes of an instance learn what another instance charged', async () => {
  const DATABASE_URL = await createDatabase();
  const key = await startTwo({ DATABASE_URL, WEB_CONCURRENCY: '2' }, DATABASE_URL);
  expect(await spend(started, key)).toBeLessThanOrEqual(ALLOWANCE * 1.3);
});

async function query<Row extends pg.QueryResultRow>(connectionString: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<Row>(text).finally(() => client.end());
  return rows;
}
