import { afterEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { sendRaw, sendToEnd } from '../support/raw-http.ts';
import { type Project, type Service, startService } from '../support/service.ts';

let service: Service;
afterEach(() => service.close());

const PLENTY = { requestsPerMinute: 1e6, costPerMinute: 1e6, failedKeysPerMinute: 1e6 };

function post(key: string, query = '{ viewer { role } }') {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  return fetch(service.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
}

const statuses = async (key: string, count: number) => {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push((await post(key)).status);
  return found;
};

async function expectLimited(response: Response) {
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect((await response.json()).errors[0].extensions.code).toBe('RATE_LIMITED');
}

test('a key has so many requests a minute, and another key its own', async () => {
  service = await startService(undefined, { limits: { ...PLENTY, requestsPerMinute: 5 } });
  const [greedy, modest] = [await service.secretFor('VIEWER'), await service.secretFor('VIEWER')];
  expect(await statuses(greedy, 7)).toEqual([200, 200, 200, 200, 200, 429, 429]);
  await expectLimited(await post(greedy));
  expect(await statuses(modest, 5)).toEqual([200, 200, 200, 200, 200]);
});

test('whoever is over the limit does not reach the database', async () => {
  service = await startService(undefined, { limits: { ...PLENTY, requestsPerMinute: 1 } });
  const greedy = await service.secretFor('VIEWER');
  await statuses(greedy, 2);
  await service.db.destroy();
  await expectLimited(await post(greedy));
});

test('a key has so much to spend a minute, and dear documents spend more', async () => {
  service = await startService(undefined, { limits: { ...PLENTY, costPerMinute: 1000 } });
  const key = await service.secretFor('VIEWER');
  const dear = '{ viewer { projects { users(first: 100) { nodes { id } } } } }';
  expect((await post(key, dear)).status).toBe(200);
  await expectLimited(await post(key, dear));
  expect((await post(await service.secretFor('VIEWER'), dear)).status).toBe(200);
});

function addUsers({ db }: Service, { id, production }: Project, count: number) {
  return db.transaction().execute(async (tx) => {
    await sql`insert into users (project_id, id, first_name, search_text, name_key, creation_source)
      select ${id}::uuid, gen_random_uuid(), 'P', 'p', 'p', 'SELF_REGISTERED' from generate_series(1, ${count}::int)`.execute(
      tx,
    );
    await sql`insert into user_environments (project_id, user_id, environment_id)
      select project_id, id, ${production}::uuid from users where search_text = 'p'`.execute(tx);
  });
}

test.each([
  ['of nobody, for whom it looks through all', (id: string) => `/projects/${id}/users.csv?search=nobody`],
  ['of one person, with each event that was noted', (_: string, userId: string) => `/users/${userId}.json`],
])('an export %s is charged', async (_, pathOf) => {
  service = await startService(undefined, { limits: { ...PLENTY, costPerMinute: 12_000 } });
  const project = await service.project();
  const user = await project.user();
  await addUsers(service, project, 6000);
  const headers = { authorization: `Bearer ${await service.secretFor('VIEWER', project.id)}` };
  const url = service.url.replace('/graphql', pathOf(project.id, String(user.id)));
  const found: number[] = [];
  while (found.length < 200 && found.at(-1) !== 429) {
    const response = await fetch(url, { headers });
    await response.arrayBuffer();
    found.push(response.status);
  }
  expect([found.at(-1), found.length > 3]).toEqual([429, true]);
});

test('of one person at most two exports are read at once for one caller', async () => {
  service = await startService();
  const project = await service.project();
  const { id } = await project.user();
  const headers = { authorization: `Bearer ${await service.secretFor('VIEWER', project.id)}` };
  const url = service.url.replace('/graphql', `/users/${id}.json`);
  const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await fetch(url, { headers })).status));
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect((await fetch(url, { headers })).status).toBe(200);
});

test('a revoked key is out at once, although it was known', async () => {
  service = await startService();
  const key = await service.secretFor('VIEWER');
  expect(await statuses(key, 1)).toEqual([200]);
  await service.db.updateTable('accessKeys').set({ revokedAt: new Date() }).execute();
  expect(await statuses(key, 1)).toEqual([401]);
});

test('a body that grows beyond the limit is answered, and its connection closed, before it ends', async () => {
  service = await startService();
  const key = await service.secretFor('VIEWER');
  const head = `POST /graphql HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\n`;
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const endless = [Buffer.from(`${head}transfer-encoding: chunked\r\n\r\n`), ...Array(8).fill(Buffer.from(chunk))];
  const { status, head: answer } = await sendRaw(service.url, endless);
  expect([status, answer]).toEqual([413, expect.stringMatching(/connection: close/i)]);
});

test('of requests sent ahead on one connection sixteen are answered; with more it is closed', async () => {
  service = await startService();
  const head = 'GET /health HTTP/1.1\r\nhost: a\r\n';
  const answers = async (count: number) => {
    const text = await sendToEnd(service.url, `${`${head}\r\n`.repeat(count - 1)}${head}connection: close\r\n\r\n`);
    return text.match(/^HTTP\/1\.1 200/gm)?.length ?? 0;
  };
  expect(await answers(16)).toBe(16);
  expect(await answers(1000)).toBeLessThan(1000);
});
