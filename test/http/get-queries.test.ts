import { beforeAll, describe, expect, test } from '@jest/globals';
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

type Parameters = Record<string, string> | string;

async function get(parameters: Parameters, headers: Record<string, string> = {}, method = 'GET') {
  const url = `${service.url}?${new URLSearchParams(parameters)}`;
  const response = await fetch(url, { method, headers: { authorization: `Bearer ${key}`, ...headers } });
  const text = await response.text();
  return { response, status: response.status, text, json: text.startsWith('{') ? JSON.parse(text) : undefined };
}

const GRAPHQL = 'application/graphql-response+json';
const NAMED = 'query Named($id: ID!, $s: String) { project(id: $id) { name users(search: $s) { nodes { id } } } }';
const BY_ID = `${NAMED} query Other { viewer { role } }`;

describe('a query in an address', () => {
  test('is answered as the same query in a body is, with variables and the name of its operation', async () => {
    for (const s of ['Lima & Söhne', '%00', '\0', '\ud800']) {
      const variables = { id: project.id, s };
      const { status, json } = await get({
        query: BY_ID,
        variables: JSON.stringify(variables),
        operationName: 'Named',
        extensions: JSON.stringify({ clientLibrary: { name: '@apollo/client' } }),
      });
      expect([status, json]).toEqual([200, await project.administrator(NAMED, variables)]);
    }
    expect((await get({ query: BY_ID, operationName: 'Other' })).json).toEqual({
      data: { viewer: { role: 'ADMINISTRATOR' } },
    });
  });

  test('may have parameters that are empty, which are none, and others, which are ignored', async () => {
    const parameters = { query: '{ viewer { role } }', operationName: '', variables: '', extensions: '', v: '2' };
    expect((await get(parameters)).json.data.viewer.role).toBe('ADMINISTRATOR');
    expect((await get({ query: '{ viewer { role } }', variables: 'null' })).status).toBe(200);
  });

  test('may be written as a browser sends it and as a form writes it', async () => {
    for (const target of ['/graphql?query={viewer{role}}', '/graphql?query=%7B+viewer+%7B+role+%7D+%7D']) {
      const head = `GET ${target} HTTP/1.1\r\nhost: a\r\nconnection: close\r\nauthorization: Bearer ${key}\r\n\r\n`;
      const { status, body } = await sendRaw(service.url, head);
      expect([status, body]).toEqual([200, '{"data":{"viewer":{"role":"ADMINISTRATOR"}}}']);
    }
  });

  test('is kept by no cache, and tells on what its answer depends', async () => {
    const { response } = await get({ query: '{ viewer { role } }' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('vary')).toBe('Accept, Accept-Encoding, Authorization');
  });

  test('of a browser that opens the address is GraphiQL, which no key is sent with', async () => {
    const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const opened = await fetch(`${service.url}?query={viewer{role}}`, { headers: html });
    expect(opened.headers.get('content-type')).toMatch(/^text\/(html|plain)/);
    expect((await get({ project: project.id }, html)).response.headers.get('content-type')).toMatch(/^text\//);
    expect((await get({ query: '{ viewer { role } }' }, html)).json.data.viewer.role).toBe('ADMINISTRATOR');
  });
});

describe('a mutation in an address', () => {
  const name = 'Never';
  const query = `mutation Change($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }
    query Look { viewer { role } }`;
  const variables = JSON.stringify({ input: { name } });

  test.each([GRAPHQL, 'application/json'])('is 405 and not executed, told in %s', async (accept) => {
    const { response, status, json } = await get({ query, variables, operationName: 'Change' }, { accept });
    expect([status, response.headers.get('allow'), response.headers.get('content-type')]).toEqual([
      405,
      'POST',
      `${accept}; charset=utf-8`,
    ]);
    expect(json.errors[0]).toMatchObject({
      message: expect.stringMatching(/POST/),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    const administrator = await service.keyFor('ADMINISTRATOR');
    const { data } = await administrator('{ viewer { projects { name } } }');
    expect(data.viewer.projects.map((each) => each.name)).not.toContain(name);
  });

  test('is no bar to the query beside it', async () => {
    expect((await get({ query, operationName: 'Look' })).json.data.viewer.role).toBe('ADMINISTRATOR');
  });
});

describe('what is no query in an address is refused by its status, without an echo', () => {
  const good = 'query=%7Bviewer%7Brole%7D%7D';
  const probes: [number, string, string][] = [
    [400, 'no parameters', ''],
    [400, 'an empty query', 'query='],
    [400, 'two queries', `${good}&${good}`],
    [400, 'two sets of variables', `${good}&variables=%7B%7D&variables=%7B%7D`],
    [400, 'variables that are no JSON', `${good}&variables=${CANARY}`],
    [400, 'variables that are no object', `${good}&variables=%5B%22${CANARY}%22%5D`],
    [400, 'half variables', `${good}&variables=%7B%22${CANARY}`],
    [400, 'extensions that are no object', `${good}&extensions=1`],
    [400, 'a long operation name', `${good}&operationName=${CANARY.repeat(20)}`],
    [400, 'half a percent sign', `${good}&variables=%`],
    [400, 'no hexadecimal number', 'query=%zz'],
    [400, 'no UTF-8', 'query=%7Bviewer%7Brole%7D%7D%23%ff'],
    [400, 'a surrogate in UTF-8', 'query=%ed%a0%80'],
    [400, 'an overlong encoding', 'query=%c0%af'],
    [400, 'a NUL', `query=%00${CANARY}`],
    [400, 'a subscription', 'query=subscription%7Bviewer%7Brole%7D%7D'],
    [400, 'an unknown operation', `${good}&operationName=Other`],
    [414, 'a long address', `${good}&x=${'y'.repeat(8000)}`],
  ];
  test.each(probes)('%d: %s', async (status, _name, parameters) => {
    const head = `GET /graphql?${parameters} HTTP/1.1\r\nhost: a\r\nconnection: close\r\nauthorization: Bearer ${key}\r\naccept: ${GRAPHQL}\r\n\r\n`;
    const answer = await sendRaw(service.url, head);
    expect([answer.status, answer.body]).toEqual([status, expect.not.stringMatching(LEAKS)]);
    expect(answer.head).toMatch(/content-type: application\/graphql-response\+json; charset=utf-8/i);
    expect(JSON.parse(answer.body).errors[0].extensions.code).toMatch(/^[A-Z_]+$/);
  });

  test('an access key in the address is none: 401', async () => {
    const url = `${service.url}?query={viewer{role}}&authorization=Bearer%20${key}&key=${key}`;
    const { status, headers } = await fetch(url, { headers: { accept: GRAPHQL } });
    expect([status, headers.get('www-authenticate'), headers.get('content-type')]).toEqual([
      401,
      'Bearer',
      `${GRAPHQL}; charset=utf-8`,
    ]);
  });

  test.each(['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s is 405, and the answer names what is taken',
    async (method) => {
      const { status, response } = await get({ query: '{ viewer { role } }' }, {}, method);
      expect([status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
    },
  );
});

describe('a query that is named by its hash alone', () => {
  const extensions = {
    persistedQuery: { version: 1, sha256Hash: 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38' },
  };
  const refusal = {
    errors: [{ message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
  };
  const post = async (body: object, headers = {}) => {
    const response = await fetch(service.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return [response.status, await response.json()];
  };

  test('is told that hashes are not kept, by GET and by POST, with 200 unless it takes the type that has a status for it', async () => {
    const { status, json } = await get({ operationName: 'A', variables: '{}', extensions: JSON.stringify(extensions) });
    expect([status, json]).toEqual([200, refusal]);
    expect(await post({ variables: {}, extensions })).toEqual([200, refusal]);
    expect(await post({ extensions }, { accept: GRAPHQL })).toEqual([400, refusal]);
  });

  test('is executed when it is sent beside the hash', async () => {
    const query = '{ viewer { role } }';
    expect(await post({ query, extensions })).toEqual([200, { data: { viewer: { role: 'ADMINISTRATOR' } } }]);
    expect((await get({ query, extensions: JSON.stringify(extensions) })).json.data.viewer.role).toBe('ADMINISTRATOR');
  });

  test('needs a good key as every request does', async () => {
    expect((await post({ extensions }, { authorization: 'Bearer none' }))[0]).toBe(401);
  });
});

test('the answer is in the media type that is liked best', async () => {
  const typeFor = async (accept: string) => {
    const { response } = await get({ query: '{ __typename }' }, { accept });
    return response.headers.get('content-type')?.split(';')[0] ?? '';
  };
  const json = 'application/json';
  expect(await typeFor(`${json};q=0.9, ${GRAPHQL}`)).toBe(GRAPHQL);
  expect(await typeFor(`${GRAPHQL};q=0.5, ${json}`)).toBe(json);
  expect(await typeFor(`${json}, ${GRAPHQL}`)).toBe(json);
  expect(await typeFor(`*/*;q=0.1, ${GRAPHQL};q=0.2`)).toBe(GRAPHQL);
  expect(await typeFor(`${json};q=0, */*`)).toBe(GRAPHQL);
  expect(await typeFor(`${GRAPHQL};q=0, application/*`)).toBe(json);
  expect(await typeFor(`${json}; charset=utf-8`)).toBe(json);
  expect(await typeFor('*/*')).toBe(json);
  expect((await get({ query: '{ __typename }' }, { accept: `${json};q=0` })).status).toBe(406);
});
