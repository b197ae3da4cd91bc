import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from '@jest/globals';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let secret: string;
beforeAll(async () => {
  project = await service.project();
  secret = await service.secretFor('VIEWER', project.id);
  for (let count = 0; count < 30; count += 1) await project.user();
});

const LIST = `query ($id: ID!) { project(id: $id) { users(first: 30) {
  edges { cursor node { id fullName phoneNumber email createdAt updatedAt environments { id name } } } } } }`;

// Not by fetch, which asks for gzip and unpacks it by itself.
async function ask(query: string, accepted?: string): Promise<{ coding: string | undefined; body: Buffer }> {
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const asked = request(service.url, {
    method: 'POST',
    headers: { ...headers, ...(accepted !== undefined && { 'accept-encoding': accepted }) },
  });
  asked.end(JSON.stringify({ query, variables: { id: project.id } }));
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject);
  });
  expect(response.statusCode).toBe(200);
  return { coding: response.headers['content-encoding'], body: await buffer(response) };
}

test.each(['gzip', 'br, GZIP;q=0.5', 'deflate, gzip ; q=1'])(
  'a list is compressed for who accepts %s',
  async (accepted) => {
    const plain = await ask(LIST);
    const { coding, body } = await ask(LIST, accepted);
    expect(coding).toBe('gzip');
    expect(body.length).toBeLessThan(plain.body.length / 3);
    expect(gunzipSync(body)).toEqual(plain.body);
  },
);

test.each([undefined, 'identity', 'br', 'gzip;q=0', 'gzip ; q=0.000', 'xgzip', ''])(
  'and not for who accepts %s',
  async (accepted) => {
    const { coding, body } = await ask(LIST, accepted);
    expect(coding).toBeUndefined();
    expect(JSON.parse(String(body)).data.project.users.edges).toHaveLength(30);
  },
);

test('a short answer is never compressed', async () => {
  expect((await ask('query ($id: ID!) { project(id: $id) { name } }', 'gzip')).coding).toBeUndefined();
});
