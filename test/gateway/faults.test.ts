import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createGateway, type GatewayError, type Sender } from '../../src/gateway/gateway.ts';
import { cases } from '../support/cases.ts';
import { telegram } from '../support/door.ts';
import { type Answer, listen } from '../support/listener.ts';

// The service cannot be made to answer so, so a server does that says what it is told.

const KEY = `umk_${'0'.repeat(32)}_${'A'.repeat(43)}`;
const ALLOWED = { allowed: true, reason: 'ALLOWED', user: null, matchedBy: 'IDENTITY', shouldRegister: false };
const NO = { allowed: false, user: null, outcome: null };
const UNAVAILABLE = { ...NO, reason: 'UNAVAILABLE' };

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing.splice(0)) close();
});

async function gatewayOf(answer: Answer, settings: object = {}) {
  const listener = await listen(answer);
  closing.push(listener.close);
  const errors: GatewayError[] = [];
  const onError = (error: GatewayError) => errors.push(error);
  const given = { url: listener.url, key: KEY, environmentId: randomUUID(), totalMs: 20_000, onError, ...settings };
  return { gateway: createGateway(given), listener, errors };
}

function say(response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
const refuse = (response: ServerResponse, code: string, status = 200, more: object = {}, headers = {}) =>
  say(response, { errors: [{ message: `Told: ${code}`, extensions: { code }, ...more }] }, status, headers);
const decide: Answer = (response, { variables }) =>
  say(response, { data: { checkAccessBatch: variables.senders?.map(() => ALLOWED) } });

describe('What may pass is asked again', () => {
  test.concurrent.each<[string, (response: ServerResponse) => unknown]>([
    ['a 503 that tells when', (response) => refuse(response, 'SERVICE_UNAVAILABLE', 503, {}, { 'retry-after': '0' })],
    ['a 429', (response) => refuse(response, 'RATE_LIMITED', 429)],
    ['a 500', (response) => refuse(response, 'INTERNAL_SERVER_ERROR', 500)],
    ['an error of the service in a 200', (response) => refuse(response, 'INTERNAL_SERVER_ERROR')],
    ["a proxy's page with 502", (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad')],
    ["a proxy's page with 200", (response) => response.end('<!doctype html><title>Maintenance</title>')],
    ['a connection that is torn down', (response) => response.destroy()],
    [
      'half an answer',
      (response) => response.writeHead(200, { 'content-length': '100' }).write('{"data":') && response.destroy(),
    ],
    ['nothing', (response) => response.end()],
    ['null', (response) => say(response, null)],
    ['data of another kind', (response) => say(response, { data: { viewer: {} } })],
    ['no decision', (response) => say(response, { data: { checkAccessBatch: [null] } })],
    ['decisions of others', (response) => say(response, { data: { checkAccessBatch: [ALLOWED, ALLOWED] } })],
    [
      'data beside an error',
      (response) => say(response, { data: { checkAccessBatch: [ALLOWED] }, errors: [{ message: '' }] }),
    ],
    ['an answer in time that never ends', (response) => response.writeHead(200).write('{"data":')],
  ])('%s', async (_, fail) => {
    const { gateway, listener, errors } = await gatewayOf(
      (response, heard, count) => (count === 1 ? fail(response) : decide(response, heard, count)),
      { attemptMs: 1500 },
    );
    expect(await gateway.admit(telegram())).toEqual({ ...NO, allowed: true, reason: 'ALLOWED' });
    expect(listener.take()).toHaveLength(2);
    expect(errors).toEqual([]);
  });

  test.concurrent.each<[string, () => string]>([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('not before the time that Retry-After tells in %s', async (_, retryAfter) => {
    let from = 0;
    const { gateway, listener } = await gatewayOf((response, heard, count) => {
      if (performance.now() >= from && count > 1) return decide(response, heard, count);
      from = performance.now() + 950;
      refuse(response, 'RATE_LIMITED', 429, {}, { 'retry-after': retryAfter() });
    });
    expect(await gateway.admit(telegram())).toMatchObject({ allowed: true });
    expect(listener.take()).toHaveLength(2);
  });
});

test('Whoever writes while the service restarts is answered once it is back, if that takes no longer than 7.5 seconds', async () => {
  const backAt = performance.now() + 7500;
  const { gateway, listener, errors } = await gatewayOf(
    (response, heard, count) => (performance.now() < backAt ? response.destroy() : decide(response, heard, count)),
    { totalMs: undefined },
  );
  expect(await gateway.admit(telegram())).toMatchObject({ allowed: true });
  expect(listener.take().length).toBeLessThan(15);
  expect(errors).toEqual([]);
});

describe('What lasts is a no', () => {
  const ONCE = 1;
  const AGAIN = 2;
  test.concurrent.each<[string, (response: ServerResponse) => unknown, number]>([
    ['a service that is away', (response) => refuse(response, 'SERVICE_UNAVAILABLE', 503), AGAIN],
    [
      'one that asks for more time than there is',
      (response) => refuse(response, 'RATE_LIMITED', 429, {}, { 'retry-after': '60' }),
      ONCE,
    ],
    ['one that moved', (response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(), AGAIN],
    ['a body without an end', (response) => response.writeHead(200).end('x'.repeat(5_000_000)), AGAIN],
    ['an older service', (response) => refuse(response, 'BAD_USER_INPUT'), ONCE],
    ['one that finds it too costly', (response) => refuse(response, 'QUERY_TOO_COMPLEX'), ONCE],
  ])('%s', async (_, fail, requests) => {
    const { gateway, listener, errors } = await gatewayOf(fail, { totalMs: 1500 });
    expect(await gateway.admit(telegram())).toEqual(UNAVAILABLE);
    expect(Math.min(listener.take().length, AGAIN)).toBe(requests);
    expect(errors).toMatchObject([
      { name: 'GatewayError', reason: 'UNAVAILABLE', message: expect.stringMatching(/service/) },
    ]);
  });

  test('a service that hangs, after the time for all attempts, for all who wait', async () => {
    const { gateway } = await gatewayOf(() => {}, { attemptMs: 100, totalMs: 300 });
    const answers = await Promise.all(Array.from({ length: 3000 }, () => gateway.admit(telegram())));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify(answers[0])]));
    expect(answers[0]).toEqual(UNAVAILABLE);
    expect(await gateway.checkMany([telegram()])).toMatchObject([{ allowed: false, reason: 'UNAVAILABLE' }]);
    expect(await gateway.replace(telegram(), telegram())).toEqual({ outcome: null, reason: 'UNAVAILABLE', user: null });
    const page = { approvals: [], endCursor: 'here', hasNextPage: false, reason: 'UNAVAILABLE' };
    expect(await gateway.decided({ after: 'here' })).toEqual(page);
  });

  test('changes that hang, which hold back no check', async () => {
    const { gateway } = await gatewayOf(
      (response, heard, count) => heard.operation === 'GatewayCheck' && decide(response, heard, count),
      { totalMs: 1500 },
    );
    const changes = Array.from({ length: 20 }, () => gateway.replace(telegram(), telegram()));
    expect(await gateway.admit(telegram())).toMatchObject({ allowed: true });
    expect((await Promise.all(changes)).map(({ reason }) => reason)).toEqual(Array(20).fill('UNAVAILABLE'));
  });

  test('nobody who listens', async () => {
    const { gateway, listener, errors } = await gatewayOf(decide, { totalMs: 600 });
    listener.close();
    expect(await gateway.admit(telegram())).toEqual(UNAVAILABLE);
    expect(errors).toMatchObject([{ message: expect.stringContaining('ECONNREFUSED') }]);
  });

  test('a key that is not good: it is asked with once, and told to onError', async () => {
    const { gateway, listener, errors } = await gatewayOf((response) => response.writeHead(401).end());
    expect(await gateway.admit(telegram())).toEqual({ ...NO, reason: 'UNAUTHENTICATED' });
    expect(await gateway.redeem(telegram(), `um-${'a'.repeat(22)}`)).toMatchObject({
      outcome: null,
      reason: 'UNAUTHENTICATED',
    });
    expect(listener.take()).toHaveLength(2);
    expect(errors.map(({ reason }) => reason)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  });

  test('a yes for a reason that nobody knows yet', async () => {
    const { gateway } = await gatewayOf((response) =>
      say(response, { data: { checkAccessBatch: [{ ...ALLOWED, reason: 'GUEST' }] } }),
    );
    expect(await gateway.admit(telegram())).toEqual({ ...NO, reason: 'GUEST' });
  });
});

describe('Where registering comes to nothing', () => {
  const registering = (checked: object, answer: (response: ServerResponse) => unknown) =>
    gatewayOf((response, { operation }) =>
      operation === 'GatewayCheck'
        ? say(response, { data: { checkAccessBatch: [{ ...ALLOWED, ...checked, shouldRegister: true }] } })
        : answer(response),
    );
  const away = (response: ServerResponse) => refuse(response, 'FORBIDDEN');
  const UNKNOWN = { allowed: false, reason: 'UNKNOWN_SENDER' };

  test('a newcomer is not let in', async () => {
    const { gateway, errors } = await registering(UNKNOWN, away);
    expect(await gateway.admit(telegram())).toEqual({ ...NO, reason: 'FORBIDDEN' });
    expect(errors).toMatchObject([{ reason: 'FORBIDDEN', message: expect.stringContaining('Told: FORBIDDEN') }]);
  });

  test('whom the check let in may talk, for that is the last decision', async () => {
    const { gateway } = await registering({}, away);
    expect(await gateway.admit(telegram())).toEqual({ ...NO, allowed: true, reason: 'ALLOWED' });
  });

  test('no decision is a no', async () => {
    const { gateway } = await registering({}, (response) =>
      say(response, {
        data: { selfRegisterUser: { outcome: null, decision: null, userErrors: [{ code: 'ENVIRONMENT_NOT_FOUND' }] } },
      }),
    );
    expect(await gateway.admit(telegram())).toEqual({ ...NO, reason: 'UNKNOWN_ENVIRONMENT' });
  });
});

describe('What no service of ours answers is no answer', () => {
  const nobody = { allowed: false, reason: 'UNKNOWN_SENDER', user: null, matchedBy: null, shouldRegister: true };
  const change = (fields: object) => ({ outcome: null, user: null, userErrors: [], ...fields });
  const approvals = (nodes: unknown, endCursor: unknown = 'c') => ({
    decidedAccessRequests: { nodes, pageInfo: { endCursor, hasNextPage: false } },
  });

  test.concurrent.each<[string, object]>([
    ['a refusal by what every object has', change({ userErrors: [{ code: '__proto__' }] })],
    ['a refusal that is no text', change({ userErrors: [{ code: 5 }] })],
    ['refusals that are no list of objects', change({ userErrors: 'abc' })],
    ['an outcome that is no text', change({ outcome: { LINKED: true } })],
    ['neither an outcome nor a refusal', change({})],
  ])('%s', async (_, changed) => {
    const data = {
      selfRegisterUser: { ...changed, decision: null },
      replaceSender: changed,
      redeemInvitation: changed,
    };
    const { gateway } = await gatewayOf(
      (response, { operation }) =>
        say(response, { data: operation === 'GatewayCheck' ? { checkAccessBatch: [nobody] } : data }),
      { totalMs: 150 },
    );
    const answers = await Promise.all([
      gateway.admit(telegram()),
      gateway.replace(telegram(), telegram()),
      gateway.redeem(telegram(), `um-${'A'.repeat(22)}`),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ outcome: null, user: null });
      expect(['UNAVAILABLE', '__proto__']).toContain(answer.reason);
    }
  });

  test.concurrent.each<[string, unknown]>([
    ['a list that only claims a length', approvals({ length: 3 })],
    ['a text', approvals('abc')],
    ['a cursor that is no text', approvals([], 5)],
  ])('approvals: %s', async (_, data) => {
    const { gateway } = await gatewayOf((response) => say(response, { data }), { totalMs: 150 });
    expect(await gateway.decided({ after: 'b' })).toEqual({
      ...{ approvals: [], endCursor: 'b', hasNextPage: false, reason: 'UNAVAILABLE' },
    });
  });

  test('a decision that says no for the reason of a yes', async () => {
    const decision = { ...ALLOWED, allowed: 'true' };
    const { gateway } = await gatewayOf((response) => say(response, { data: { checkAccessBatch: [decision] } }), {
      totalMs: 150,
    });
    expect(await gateway.admit(telegram())).toEqual(UNAVAILABLE);
  });

  test('an error that would write lines of its own into a log', async () => {
    const { gateway, errors } = await gatewayOf((response) =>
      refuse(response, `${'A\n'.repeat(9000)}`, 400, { message: 'Told\r\n\u001b[31mforged\u2028line' }),
    );
    await gateway.admit(telegram());
    expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^[^\p{C}\p{Zl}\p{Zp}]{1,1000}$/u)]);
  });
});

test('A sender whom the service does not take is found out, and the others are answered', async () => {
  const bad = telegram();
  const { gateway, errors } = await gatewayOf((response, heard, count) => {
    const isBad = heard.variables.senders?.some((sender) => (sender as Sender).externalId === bad.externalId);
    return isBad
      ? refuse(response, 'BAD_USER_INPUT', 200, { path: ['checkAccessBatch'] })
      : decide(response, heard, count);
  });
  const crowd = Array.from({ length: 99 }, telegram);
  const answers = await gateway.checkMany([...crowd.slice(0, 40), bad, ...crowd.slice(40)]);
  expect(answers.flatMap(({ reason }, index) => (reason === 'ALLOWED' ? [] : [index, reason]))).toEqual([
    40,
    'INVALID_SENDER',
  ]);
  expect(errors).toEqual([]);
});

test('Nothing that is passed as a sender, names, a code or a list of senders makes a function throw', async () => {
  const { gateway } = await gatewayOf((response, heard, count) =>
    heard.operation === 'GatewayCheck' ? decide(response, heard, count) : refuse(response, 'FORBIDDEN'),
  );
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withTypedArray: true,
  });
  const part = fc.oneof(fc.constantFrom('WHATSAPP', 'TELEGRAM', 'SLACK'), fc.string({ unit: 'binary' }), anything);
  const anySender = fc.oneof(
    anything,
    fc.record({ channel: part, phoneNumber: part, externalId: part, email: part }, { requiredKeys: [] }),
  ) as fc.Arbitrary<Sender>;
  await fc.assert(
    fc.asyncProperty(anySender, anySender, anything, async (sender, other, rest) => {
      const [admission, checks, replacement, redemption] = await Promise.all([
        gateway.admit(sender, rest as object),
        gateway.checkMany(rest as Sender[]),
        gateway.replace(sender, other),
        gateway.redeem(other, rest as string),
      ]);
      expect([true, false]).toContain(admission.allowed);
      expect(checks).toHaveLength(Array.isArray(rest) ? rest.length : 0);
      expect([replacement.outcome, redemption.outcome]).toEqual([null, null]);
    }),
    cases(25, 41),
  );
});

test('An onError that fails is its own trouble', async () => {
  const hooks = [
    () => {
      throw new Error('trouble');
    },
    async () => Promise.reject(new Error('trouble')),
  ];
  for (const onError of hooks) {
    const { gateway } = await gatewayOf((response) => response.writeHead(401).end(), { onError });
    expect(await gateway.admit(telegram())).toMatchObject({ reason: 'UNAUTHENTICATED' });
  }
});

describe('Settings that cannot be right stop the start', () => {
  const good = { url: 'http://127.0.0.1:9', key: KEY, environmentId: randomUUID() };
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no url', { ...good, url: undefined }],
    ['a url without a protocol', { ...good, url: 'users.example.com' }],
    ['a file', { ...good, url: 'file:///etc' }],
    ['a password in the url', { ...good, url: 'http://a:b@127.0.0.1' }],
    ['no key', { ...good, key: undefined }],
    ['a key with its line end', { ...good, key: `${KEY}\n` }],
    ['the key of something else', { ...good, key: 'sk-1234' }],
    ['no environment', { ...good, environmentId: '' }],
    ["an environment's name", { ...good, environmentId: 'Production' }],
    ['no time', { ...good, totalMs: 0 }],
    ['for ever', { ...good, attemptMs: Number.POSITIVE_INFINITY }],
    ['a log that is none', { ...good, onError: console }],
  ])('%s', (_, settings) => {
    expect(() => createGateway(settings as typeof good)).toThrow(TypeError);
    expect(() => createGateway(settings as typeof good)).not.toThrow(KEY.slice(40));
  });
  test.each(['', '/', '/graphql', '/graphql/'])(
    'with the address of the service, with or without a path: %s',
    async (path) => {
      const { listener } = await gatewayOf(decide);
      const gateway = createGateway({ ...good, url: listener.url + path });
      expect(await gateway.admit(telegram())).toMatchObject({ allowed: true });
      expect(listener.take().map(({ request }) => request.url)).toEqual(['/graphql']);
    },
  );
});
