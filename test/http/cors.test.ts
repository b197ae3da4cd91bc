import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { useService } from '../support/use-service.ts';

const ORIGINS =
  'https://page.example, https://*.apps.example:8443, https://*.apps.example, capacitor://localhost, app://-';
const service = useService(undefined, { origins: readConfig({ CORS_ORIGINS: ORIGINS }).origins });

const preflight = (origin: string, path = '/graphql') =>
  fetch(new URL(path, service.url), { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } });

test.each([
  'https://page.example',
  'https://shop.apps.example',
  'https://xn--mnchen-3ya.apps.example',
  'https://pr-12.apps.example:8443',
  'capacitor://localhost',
  'app://-',
])('a page of %s may ask', async (origin) => {
  for (const response of [await preflight(origin), await fetch(service.url, { headers: { origin } })]) {
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('vary')).toMatch(/\bOrigin\b/);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  }
});

test.each([
  'null',
  'https://page.example.evil.example',
  'http://page.example',
  'https://page.example:8443',
  'https://apps.example',
  'https://.apps.example',
  'https://a.b.apps.example',
  'https://evilapps.example',
  'https://evil.example#.apps.example',
  'https://evil.example/.apps.example',
  'https://a@b.apps.example',
  'https://*.apps.example',
  'https://x.apps.example:9999',
  'http://shop.apps.example',
  'capacitor://localhost.evil.example',
  'ionic://localhost',
])('a page of %s may not, and that is told alike', async (origin) => {
  for (const response of [await preflight(origin), await fetch(service.url, { headers: { origin } })]) {
    expect(response.status).toBe(401);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('vary')).toMatch(/\bOrigin\b/);
  }
});

describe('a preflight names', () => {
  const listed = async (path: string, header: string) =>
    (await preflight('https://page.example', path)).headers.get(header)?.split(', ');

  test.each([
    ['/graphql', ['GET', 'POST']],
    ['/projects/1/users.csv', ['GET']],
    ['/users/1.json', ['GET']],
  ])('the methods of %s', async (path, methods) => {
    const answered = await preflight('https://page.example', path);
    expect([answered.status, await answered.text()]).toEqual([204, '']);
    expect(await listed(path, 'access-control-allow-methods')).toEqual(methods);
  });

  test('the headers that clients send for traces and to name their app, whatever was asked for', async () => {
    const headers = await listed('/graphql', 'access-control-allow-headers');
    expect(headers).toEqual(
      expect.arrayContaining([
        ...['authorization', 'content-type', 'traceparent', 'tracestate', 'baggage', 'sentry-trace'],
        ...['apollographql-client-name', 'apollographql-client-version', 'apollo-require-preflight'],
        ...['graphql-client-name', 'graphql-client-version', 'x-graphql-client-name', 'x-graphql-client-version'],
      ]),
    );
    const asked = await fetch(service.url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://page.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-evil',
      },
    });
    expect(asked.headers.get('access-control-allow-headers')).not.toMatch(/evil|\*/);
  });
});

test('what an answer tells beside its body may be read', async () => {
  const response = await fetch(service.url, { headers: { origin: 'https://page.example' } });
  expect(response.headers.get('access-control-expose-headers')?.split(', ')).toEqual(
    expect.arrayContaining(['retry-after', 'x-correlation-id', 'traceparent']),
  );
});

test.each([
  '*',
  'null',
  'https://*',
  'https://*.com',
  'https://*.com:443',
  'https://*.localhost',
  'https://*.example.com/',
  'https://a.*.example.com',
  'https://*.*.example.com',
  '*://example.com',
  'https://*example.com',
  'https://*.168.0.1',
  'https://example.com/',
  'https://Example.com',
  'https://example.com:443',
  'https://user@example.com',
  'https://example.com, ',
  'file://x',
  'capacitor://*',
  'capacitor://localhost/x',
  'example.com',
])('CORS_ORIGINS %s is refused at the start', (CORS_ORIGINS) => {
  expect(() => readConfig({ CORS_ORIGINS })).toThrow(/^CORS_ORIGINS must list origins as browsers send them/);
});
