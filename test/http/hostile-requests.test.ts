import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { CANARY, LEAKS } from '../support/hostile.ts';
import { sendRaw } from '../support/raw-http.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let key: string;

beforeAll(async () => {
  project = await service.project();
  key = await service.secretFor('ADMINISTRATOR', project.id);
});

// Whatever came before, the next caller is served.
afterEach(async () => expect((await project.viewer('{ viewer { role } }')).data.viewer.role).toBe('VIEWER'));

describe('what is no decent HTTP is 400, with a fixed text', () => {
  const request = (head: string) => `${head}\r\nconnection: close\r\n\r\n`;
  const hosts = [
    '',
    'a b',
    'a/b',
    'a?b',
    'a#b',
    'a@b',
    'a\\b',
    '[::1',
    ':80',
    'a:b',
    'a:999999',
    '"',
    '<x>',
    '%00',
    'ü',
  ];
  const targets = [
    '//',
    '//evil.example/graphql',
    'http://evil.example/graphql',
    '*',
    '/\\',
    '/"',
    '/<',
    '/{}',
    '/|',
    '/^',
  ];
  const probes: [string, string][] = [
    ...hosts.map((host): [string, string] => [`Host ${host}`, `GET /health HTTP/1.1\r\nhost: ${host}`]),
    ...targets.map((target): [string, string] => [`target ${target}`, `GET ${target} HTTP/1.1\r\nhost: a`]),
    ['no Host', 'GET /health HTTP/1.1'],
    ['two Hosts', 'GET /health HTTP/1.1\r\nhost: a\r\nhost: b'],
    ['a long path', `GET /${'a'.repeat(3000)} HTTP/1.1\r\nhost: a`],
    ['a tunnel', 'CONNECT a:80 HTTP/1.1\r\nhost: a:80'],
    ['no such method', 'BREW /graphql HTTP/1.1\r\nhost: a'],
    ['no such protocol', 'GET /graphql SPDY/9\r\nhost: a'],
    ['both lengths', 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked'],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ncontent-length: 6'],
    ['a negative length', 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: -1'],
    ['a space before the colon', 'GET /health HTTP/1.1\r\nhost : a'],
    ['a NUL in a header', 'GET /health HTTP/1.1\r\nhost: a\r\nx: a\0b'],
  ];
  test.each(probes)('%s', async (_name, head) => {
    const { status, body } = await sendRaw(service.url, request(head));
    expect(status).toBe(400);
    expect(body.replaceAll(/^0?\s*$/gm, '')).toMatch(/^(Bad request\.\n)?$/);
  });

  test.each([
    '/assets/%zz',
    '/assets/%00',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/../../package.json',
    '/graphiql/..%2f..%2fpackage.json',
    '/graphiql/constructor.js',
    '/projects/%ff',
    '/health/',
    '/health%00',
    '/ready;x',
    '/graphql/',
    '/__proto__',
    '/constructor',
  ])('no path leads out of the page: %s', async (path) => {
    const { status, body } = await sendRaw(service.url, request(`GET ${path} HTTP/1.1\r\nhost: a`));
    expect([200, 400, 404, 503]).toContain(status);
    expect(body).not.toMatch(/"dependencies"|\bat .*\.ts/);
    if (status === 200) expect(body).toMatch(/^<!doctype html>/i);
  });

  test('headers without end are 431', async () => {
    const head = `GET /health HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(40_000)}`;
    expect((await sendRaw(service.url, request(head))).status).toBe(431);
  });
});

describe('without a key in use everything is 401, in one text, before the body is read', () => {
  const good = () => key;
  const probes: [string, () => Record<string, string>][] = [
    ['no header', () => ({})],
    ['no scheme', () => ({ authorization: good() })],
    ['another scheme', () => ({ authorization: `Basic ${good()}` })],
    ['truncated', () => ({ authorization: `Bearer ${good().slice(0, -1)}` })],
    ['padded', () => ({ authorization: `Bearer ${good()}=` })],
    ['doubled', () => ({ authorization: `Bearer ${good()}${good()}` })],
    ['in upper case', () => ({ authorization: `Bearer ${good().toUpperCase()}` })],
    ['with another secret', () => ({ authorization: `Bearer ${good().slice(0, -43)}${'A'.repeat(43)}` })],
    ['of another id', () => ({ authorization: `Bearer umk_${'0'.repeat(32)}${good().slice(36)}` })],
    ['SQL', () => ({ authorization: `Bearer ' or 1=1 --` })],
    ['a JWT of nobody', () => ({ authorization: `Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.` })],
    ['very long', () => ({ authorization: `Bearer ${'a'.repeat(8000)}` })],
    ['in a cookie', () => ({ cookie: `authorization=Bearer ${good()}` })],
  ];
  const answers = new Set<string>();
  test.each(probes)('%s', async (_name, headers) => {
    const response = await fetch(service.url, { method: 'POST', headers: headers(), body: '{ not even JSON' });
    expect(response.status).toBe(401);
    answers.add(await response.text());
    expect(answers.size).toBe(1);
  });

  test('in the URL', async () => {
    const url = `${service.url}?access_token=${good()}&authorization=Bearer%20${good()}`;
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('%s', async (method) => {
    expect((await fetch(service.url, { method })).status).toBe(401);
  });

  test('a body that is announced but never sent is not waited for', async () => {
    const head = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1000000\r\n';
    expect((await sendRaw(service.url, `${head}\r\n`)).status).toBe(401);
    expect((await sendRaw(service.url, `${head}expect: 100-continue\r\n\r\n`)).status).toBe(401);
  });
});

type Post = {
  body: string | Uint8Array<ArrayBuffer>;
  type?: string | null;
  headers?: Record<string, string>;
  method?: string;
};

describe('what is no GraphQL over HTTP is refused by its status, without an echo', () => {
  const query = JSON.stringify({ query: `{ ${CANARY} }` });
  const form = `query=${encodeURIComponent('{ viewer { name } }')}&x=${CANARY}`;
  const of = (body: object | string) => ({ body: JSON.stringify(body) });
  const probes: [number, string, Post][] = [
    [405, 'PUT', { method: 'PUT', body: query }],
    [405, 'DELETE', { method: 'DELETE', body: query }],
    [415, 'a form', { body: form, type: 'application/x-www-form-urlencoded' }],
    [415, 'a multipart form', { body: `--x\r\n\r\n${CANARY}\r\n--x--`, type: 'multipart/form-data; boundary=x' }],
    [415, 'application/graphql', { body: '{ viewer { name } }', type: 'application/graphql' }],
    [415, 'plain text', { body: query, type: 'text/plain' }],
    [415, 'no type', { body: new TextEncoder().encode(query), type: null }],
    [415, 'two types', { body: query, type: 'application/json, text/plain' }],
    [415, 'UTF-16', { body: query, type: 'application/json; charset=utf-16' }],
    [415, 'Latin 1', { body: query, type: 'application/json; charset=iso-8859-1' }],
    [415, 'gzip', { body: gzipSync(query), headers: { 'content-encoding': 'gzip' } }],
    [415, 'a gzip bomb', { body: gzipSync(Buffer.alloc(50_000_000)), headers: { 'content-encoding': 'gzip' } }],
    [415, 'brotli', { body: query, headers: { 'content-encoding': 'br' } }],
    [406, 'an answer as XML', { body: query, headers: { accept: 'application/xml' } }],
    [406, 'an answer as a stream of events', { body: query, headers: { accept: 'text/event-stream' } }],
    [
      413,
      'a long body',
      { body: JSON.stringify({ query: '{ viewer { name } }', variables: { x: CANARY.repeat(30_000) } }) },
    ],
    [413, 'a long query', { body: JSON.stringify({ query: `{ viewer { name } } #${CANARY.repeat(2000)}` }) }],
    [400, 'no body', { body: '' }],
    [400, 'half a body', { body: `{"query": "{ ${CANARY}` }],
    [400, 'JSON behind JSON', { body: `${query}${query}` }],
    [400, 'a string', of(CANARY)],
    [400, 'null', { body: 'null' }],
    [400, 'a batch', { body: `[${query},${query}]` }],
    [400, 'an empty batch', { body: '[]' }],
    [400, 'an unknown parameter alone', of({ [CANARY]: '{ viewer { name } }' })],
    [400, 'no query', of({ variables: { a: CANARY } })],
    [400, 'a query that is no string', of({ query: { a: CANARY } })],
    [400, 'variables that are no object', of({ query: '{ viewer { name } }', variables: CANARY })],
    [400, 'an operation name that is no string', of({ query: '{ viewer { name } }', operationName: [CANARY] })],
    [400, 'a long operation name', of({ query: '{ viewer { name } }', operationName: CANARY.repeat(50) })],
    [400, 'extensions that are no object', of({ query: '{ viewer { name } }', extensions: CANARY })],
    [400, 'deep JSON', { body: '['.repeat(200_000) }],
    [400, 'an overlong encoding', { body: Buffer.from([0x7b, 0xc0, 0xaf, 0x7d]) }],
    [400, 'half a character', { body: Buffer.from(`{"query":"{ a(b:\\"\xff\\") }"}`, 'latin1') }],
    [400, 'a surrogate in UTF-8', { body: Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]) }],
  ];
  test.each(probes)('%d: %s', async (status, _name, { body, type = 'application/json', headers, method = 'POST' }) => {
    const response = await fetch(service.url, {
      method,
      body,
      headers: { authorization: `Bearer ${key}`, ...(type ? { 'content-type': type } : {}), ...headers },
    });
    const text = await response.text();
    expect([response.status, text]).toEqual([status, expect.not.stringMatching(LEAKS)]);
    expect(JSON.parse(text).errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

test.each([
  ['the same', (key: string) => [key, key]],
  ['a good and a bad one', (key: string) => [key, `${key.slice(0, -1)}x`]],
])('two credentials are none: %s', async (_name, credentials) => {
  const body = JSON.stringify({ query: '{ viewer { name } }' });
  const head = [
    'POST /graphql HTTP/1.1',
    'host: a',
    'connection: close',
    'content-type: application/json',
    `content-length: ${body.length}`,
    ...credentials(key).map((credential) => `authorization: Bearer ${credential}`),
  ];
  expect((await sendRaw(service.url, `${head.join('\r\n')}\r\n\r\n${body}`)).status).toBe(401);
});

test('of a document with several operations the one that is named is executed, each time', async () => {
  const query = 'query A { viewer { role } } query B { viewer { projects { id } } }';
  const ask = async (operationName: string | null) => {
    const response = await fetch(service.url, {
      method: 'POST',
      body: JSON.stringify({ query, operationName }),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });
    const { data, errors } = await response.json();
    return data?.viewer ?? errors[0].extensions.code;
  };
  const [a, b] = [{ role: 'ADMINISTRATOR' }, { projects: [{ id: project.id }] }];
  for (let again = 0; again < 3; again += 1) {
    const answers = [await ask('A'), await ask('B'), await ask('C'), await ask(''), await ask(null)];
    expect(answers).toEqual([a, b, 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
  }
});
