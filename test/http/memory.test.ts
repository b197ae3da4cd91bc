import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createDatabase } from '../support/database.ts';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';

let service: ServiceProcess;
let key: string;

beforeAll(async () => {
  const DATABASE_URL = await createDatabase();
  const db = connect(DATABASE_URL);
  key = (await createAccessKey({ actor: OPERATOR, db }, { name: 'Flood', role: 'ADMINISTRATOR' })).secret;
  await db.destroy();
  const environment = { DATABASE_URL, LOG_LEVEL: 'silent', FAILED_KEYS_PER_MINUTE: '1000000' };
  service = await startProcess(environment, ['--max-old-space-size=160']);
});
afterAll(async () => {
  service.child.kill('SIGTERM');
  await service.exit();
});

// As large and as dense as a query may be, and each another: what a cache bounded by count alone would keep.
function junk(index: number): string {
  const ids = Array.from({ length: 480 }, (_, id) => `"x"#${index}.${id}${'x'.repeat(14)}\n`);
  const project = 'project(id: "00000000-0000-4000-8000-000000000000")';
  return `{ ${project} { users(filter: { environmentIds: [${ids.join('')}] }) { totalCount } } }`;
}

async function flood(authorization: string | null, documents: number): Promise<number[]> {
  const statuses: number[] = [];
  const sender = async (first: number) => {
    for (let index = first; index < documents; index += 8) {
      const response = await fetch(service.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
        body: JSON.stringify({ query: junk(index) }),
      });
      statuses.push(response.status);
      await response.text();
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, first) => sender(first)));
  return statuses;
}

async function heapUsed(): Promise<number> {
  const text = await (await fetch(service.metricsUrl)).text();
  return Number(/^nodejs_heap_size_used_bytes ([\d.e+]+)/m.exec(text)?.[1]) / 1e6;
}

test('six megabytes of documents without a key leave nothing behind', async () => {
  const before = await heapUsed();
  expect(new Set(await flood(null, 500))).toEqual(new Set([401]));
  expect((await heapUsed()) - before).toBeLessThan(150);
});

test('and with a key the memory stays below its bound, and the next caller is served', async () => {
  const before = await heapUsed();
  expect(new Set(await flood(`Bearer ${key}`, 500))).toEqual(new Set([200]));
  expect((await heapUsed()) - before).toBeLessThan(150);
  expect(await flood(`Bearer ${key}`, 1)).toEqual([200]);
}, 180_000);
