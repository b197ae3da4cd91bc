import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { connect } from '../../src/database/engine/connection.ts';
import { type Service, startService } from '../support/service.ts';

let service: Service;
let key: string;

beforeAll(async () => {
  service = await startService();
  key = await service.secretFor('ADMINISTRATOR');
});
afterAll(() => service.close());

const audits = serverAudits({
  url: () => service.url,
  fetchFn: (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${key}`);
    return fetch(url, { ...init, headers });
  },
});

test('the suite has every requirement', () => {
  expect(audits.filter(({ name }) => name.startsWith('MUST'))).toHaveLength(13);
  expect(audits.filter(({ name }) => name.startsWith('SHOULD'))).toHaveLength(23);
});

for (const audit of audits) {
  test(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
  });
}

describe('a refusal before GraphQL comes in the media type that the caller accepts', () => {
  const OURS = 'application/graphql-response+json';
  const refusals: [status: number, request: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }][] = [
    [401, { headers: { authorization: 'Bearer none' } }],
    [405, { method: 'PUT' }],
    [413, { body: JSON.stringify({ query: ' '.repeat(300_000) }) }],
    [415, { headers: { 'content-type': 'text/plain' } }],
    [400, { body: '[]' }],
  ];

  async function ask(accept: string, { headers, ...init }: (typeof refusals)[number][1], url = service.url) {
    const standard = { accept, authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ __typename }' });
    const response = await fetch(url, { method: 'POST', body, ...init, headers: { ...standard, ...headers } });
    const { errors } = await response.json();
    return [response.status, response.headers.get('content-type'), typeof errors[0].extensions.code];
  }
  const answered = (status: number, type: string) => [status, `${type}; charset=utf-8`, 'string'];

  test.each(refusals)('%i', async (status, request) => {
    expect(await ask(OURS, request)).toEqual(answered(status, OURS));
    expect(await ask(`text/html, ${OURS};q=0.9, application/json;q=0.8`, request)).toEqual(answered(status, OURS));
    expect(await ask('application/json', request)).toEqual(answered(status, 'application/json'));
  });

  test.each([
    [401, { headers: { authorization: 'Bearer none' } }],
    [405, { method: 'PUT' }],
    [406, {}],
  ])('%i in plain JSON to one who takes neither', async (status, request) => {
    expect(await ask('text/html', request)).toEqual(answered(status, 'application/json'));
  });

  test('429', async () => {
    const limited = await startService(undefined, {
      limits: { requestsPerMinute: 1e6, costPerMinute: 1e6, failedKeysPerMinute: 1 },
    });
    await ask(OURS, {}, limited.url);
    expect(await ask(OURS, {}, limited.url)).toEqual(answered(429, OURS));
    await limited.close();
  });

  test.each([
    [503, 'is away', (url: string) => connect(url.replace(/:\d+\//, ':1/'))],
    [500, 'cannot be used, by a fault of our own', (url: string) => connect(url, { role: 'nobody at all' })],
  ])('%i, when the database %s', async (status, _, open) => {
    const db = open(service.connectionString);
    const broken = await startService(undefined, { connections: { db, shortReads: db }, report: () => {} });
    expect(await ask(OURS, {}, broken.url)).toEqual(answered(status, OURS));
    await Promise.all([broken.close(), db.destroy()]);
  });
});
