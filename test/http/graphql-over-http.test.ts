import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { type Service, startService } from '../support/service.ts';

let service: Service;
let key: string;

beforeAll(async () => {
  service = await startService();
  key = await service.secretFor('ADMINISTRATOR');
});
afterAll(() => service.close());

// Queries by GET, which the specification leaves to the server: a URL is no place for what a query holds.
const NOT_OFFERED = ['5A70', 'D6D5', '6A70'];

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

for (const audit of audits.filter(({ id }) => !NOT_OFFERED.includes(id))) {
  test(`${audit.id} ${audit.name}`, async () => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok');
  });
}
