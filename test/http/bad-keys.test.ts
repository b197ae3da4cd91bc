import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import type { AppOptions } from '../../src/app.ts';
import { createDatabase } from '../support/database.ts';
import { startReverseProxy } from '../support/reverse-proxy.ts';
import { type Service, startService } from '../support/service.ts';

// Nobody is shut out by somebody else, however many bad keys come from wherever.

const UNKNOWN = `umk_${'0'.repeat(32)}_${'A'.repeat(43)}`;
const ALLOWANCE = 3;

let database: string;
let service: Service;
let stops: (() => void)[] = [];

beforeAll(async () => {
  database = await createDatabase();
});

afterEach(async () => {
  for (const stop of stops) stop();
  stops = [];
  await service.close();
});

async function start(options: Partial<AppOptions> = {}) {
  const limits = { requestsPerMinute: 1e6, costPerMinute: 1e6, failedKeysPerMinute: ALLOWANCE };
  service = await startService(undefined, { limits, ...options }, database);
}

type Asked = { key?: string | null; url?: string; from?: string; forwardedFor?: string; keepAlive?: boolean };

async function ask({ key = UNKNOWN, url = service.url, from, forwardedFor, keepAlive = false }: Asked = {}) {
  const agent = new Agent({ keepAlive });
  const headers = {
    'content-type': 'application/json',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
  };
  const asking = request(url, { method: 'POST', headers, localAddress: from, agent });
  asking.end(JSON.stringify({ query: '{ viewer { role } }' }));
  const [response]: IncomingMessage[] = await once(asking, 'response');
  if (!response) throw new Error('No answer.');
  const body = await text(response);
  agent.destroy();
  return { status: response.statusCode, headers: response.headers, body };
}

async function statuses(asked: readonly Asked[]) {
  const found: unknown[] = [];
  for (const each of asked) found.push((await ask(each)).status);
  return found;
}

const times = (count: number, asked: Asked = {}): Asked[] => Array(count).fill(asked);
const SPENT = [401, 401, 401, 429];
const FEW = { proxied: 2, forwarded: 2, direct: 2 };

test('an address has so many bad keys a minute, and is told when to come again', async () => {
  await start();
  expect(await statuses(times(4))).toEqual(SPENT);
  const { status, headers, body } = await ask();
  expect([status, JSON.parse(body).errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
});

test('a good key that was never seen before is served behind an address that has spent its bad ones', async () => {
  await start();
  expect(await statuses(times(4))).toEqual(SPENT);
  expect(await statuses([{ key: await service.secretFor('VIEWER') }])).toEqual([200]);
});

test.each([
  ['a malformed key', 'umk_0123'],
  ['a token of no kind', '~'],
  ['no key at all', null],
])('%s is charged without a look at the database', async (_, key) => {
  await start();
  const count = service.countStatements(async () => expect(await statuses(times(4, { key }))).toEqual(SPENT));
  expect(await count).toBe(0);
});

test('beyond the allowance bad keys are answered after a good one that asks later', async () => {
  await start();
  const key = await service.secretFor('VIEWER');
  await statuses(times(3));
  const late = ask();
  const first = await Promise.race([late, ask({ key })]);
  expect(first.status).toBe(200);
  expect((await late).status).toBe(429);
});

test.each([
  ['directly', {}],
  ['through a proxy', { forwardedFor: '192.0.2.1' }],
])(
  'only so many bad keys wait at once that come %s; the next one is answered, and its connection closed',
  async (_, way) => {
    await start({ mostHeldBack: FEW });
    await statuses(times(3));
    const asking = times(3).map(() => ask({ keepAlive: true, ...way }));
    const first = await Promise.race(asking);
    const connections = (await Promise.all(asking)).map(({ headers }) => headers.connection);
    expect([first.status, first.headers.connection]).toEqual([429, 'close']);
    expect(connections.toSorted()).toEqual(['close', 'keep-alive', 'keep-alive']);
  },
);

test('clients that only pretend to be proxies take no place of those behind a trusted one', async () => {
  await start({ mostHeldBack: FEW, trustedProxies: ['127.0.0.2'] });
  const pretending = { from: '127.0.0.1', forwardedFor: '192.0.2.1', keepAlive: true };
  const trusted = { ...pretending, from: '127.0.0.2' };
  for (const asked of [pretending, trusted]) await statuses(times(3, asked));
  const asking = times(3, pretending).map(ask);
  // The third is answered while the other two wait.
  await Promise.race(asking);
  const connections = await Promise.all(times(2, trusted).map(async (asked) => (await ask(asked)).headers.connection));
  expect(connections).toEqual(['keep-alive', 'keep-alive']);
  await Promise.all(asking);
});

test('a bad key is told so, however long it took to look it up beside the time for which its answer waits', async () => {
  const identityProvider = async () => {
    await pause(1300);
    return { refused: 'signature' };
  };
  await start({ identityProvider });
  await statuses(times(3));
  expect(await statuses([{ key: 'a.b.c' }])).toEqual([429]);
});

// A proxy has only so many connections to us, and its good callers need some of them.
test.each([
  ['of a trusted proxy', '127.0.0.2', '', 300],
  ['of a client', '127.0.0.1', '', 400],
  ['of a proxy that is not listed', '127.0.0.1', 'x-forwarded-for: 192.0.2.1\r\n', 300],
])('of 400 connections %s that bring bad keys at once, so many wait', async (_, from, header, waiting) => {
  await start({ trustedProxies: ['127.0.0.2'] });
  await statuses(times(3, { from }));
  const sockets = times(400).map(() => connect({ port: Number(new URL(service.url).port), localAddress: from }));
  stops.push(() => sockets.forEach((socket) => void socket.destroy()));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const answers = sockets.map((socket) => once(socket, 'data'));
  for (const socket of sockets)
    socket.write(`GET /graphql HTTP/1.1\r\nhost: localhost\r\n${header}authorization: Bearer ~\r\n\r\n`);
  const kept = (await Promise.all(answers)).filter(([answer]) => /^connection: keep-alive/im.test(String(answer)));
  expect(kept).toHaveLength(waiting);
});

test('X-Forwarded-For of a peer that is no trusted proxy is not believed', async () => {
  await start({ trustedProxies: ['10.0.0.0/8'] });
  expect(await statuses(times(4).map((_, index) => ({ forwardedFor: `192.0.2.${index}` })))).toEqual(SPENT);
});

test('behind a trusted proxy each client has an allowance of its own', async () => {
  await start({ trustedProxies: ['127.0.0.1'] });
  const { url, close } = await startReverseProxy(service.url);
  stops.push(close);
  for (const from of ['127.0.0.2', '127.0.0.3']) expect(await statuses(times(4, { url, from }))).toEqual(SPENT);
});

test('of X-Forwarded-For only what the proxies appended is believed', async () => {
  await start({ trustedProxies: ['127.0.0.1'] });
  const [near, far] = [await startReverseProxy(service.url), await startReverseProxy(service.url)];
  stops.push(near.close, far.close);
  const { url } = near;
  const made = times(4).map((_, index) => ({ url, from: '127.0.0.2', forwardedFor: `192.0.2.${index}` }));
  expect(await statuses(made)).toEqual(SPENT);
  // And nobody spends the allowance of another by naming him.
  const blaming = { url, from: '127.0.0.4', forwardedFor: '127.0.0.3' };
  expect(await statuses([...times(4, blaming), { url, from: '127.0.0.3' }])).toEqual([...SPENT, 401]);
});

test('an address is the same whatever its port, and an IPv6 address is its /64', async () => {
  await start({ trustedProxies: ['loopback'] });
  const ports = ['192.0.2.1', '192.0.2.1:443', '::ffff:192.0.2.1', '[::FFFF:192.0.2.1]:80'];
  expect(await statuses(ports.map((forwardedFor) => ({ forwardedFor })))).toEqual(SPENT);
  const network = ['2001:db8:0:1::1', '2001:DB8::1:0:0:0:2', '[2001:db8:0:1:a:b:c:d]:443', '2001:db8:0:1::3'];
  expect(await statuses(network.map((forwardedFor) => ({ forwardedFor })))).toEqual(SPENT);
  expect(await statuses([{ forwardedFor: '2001:db8:0:2::1' }])).toEqual([401]);
});

test('a malformed X-Forwarded-For counts as its proxy, and harms nobody', async () => {
  await start({ trustedProxies: ['127.0.0.1'] });
  const key = await service.secretFor('VIEWER');
  const malformed = [
    ...[
      '',
      ',',
      ' , ,,',
      'unknown',
      '_hidden',
      '1',
      '0x7f.0.0.1',
      '999.1.1.1',
      '1.2.3',
      '1.2.3.4.5',
      '1.2.3.4:x',
      '::',
    ],
    ...['[', '[]', '[]:80', '[::1', '::1]', ':::', '1.2.3.4%1', 'fe80::1%a-b', '1.2.3.4/24', '*', '%', '"1.2.3.4"'],
    ...['\t1.2.3.4', 'é', '192.0.2.1, nobody', '1.1.1.1,'.repeat(1500), `${'['.repeat(7000)}:1`, '9'.repeat(8000)],
  ];
  expect(await statuses(malformed.map((forwardedFor) => ({ forwardedFor, key })))).toEqual(malformed.map(() => 200));
  const some = ['1', '192.0.2.1, nobody', '192.0.2.2,'.repeat(100), '9'.repeat(8000)];
  expect(await statuses(some.map((forwardedFor) => ({ forwardedFor })))).toEqual(SPENT);
});
