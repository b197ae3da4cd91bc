import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createProject } from '../../src/domain/projects.ts';
import { createDatabase } from '../support/database.ts';
import { READ_PROJECT, SELF_REGISTER } from '../support/documents.ts';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { caller } from '../support/service.ts';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';

const PHONE = '4915199887766';
const SECRETS = [
  'kanarie@vogel.example',
  'Kanarienvogel',
  'Vogelsang',
  PHONE,
  '555-0199',
  'geheime-suche',
  'geheim-keks',
];

let service: ServiceProcess;
let provider: IdentityProvider;
let key: string;
let gatewayKey: string;
let projectId: string;

beforeAll(async () => {
  const DATABASE_URL = await createDatabase();
  const db = connect(DATABASE_URL);
  const operator = { actor: OPERATOR, db };
  projectId = (await createProject(operator, { name: 'Vogelsang' })).id;
  key = (await createAccessKey(operator, { name: 'Vogelsang', role: 'ADMINISTRATOR' })).secret;
  gatewayKey = (await createAccessKey(operator, { name: 'Vogelsang', role: 'GATEWAY', projectId })).secret;
  await db.destroy();
  provider = await startIdentityProvider(['ana']);
  service = await startProcess({
    DATABASE_URL,
    OIDC_ISSUER: provider.issuer,
    OIDC_AUDIENCE: provider.audience,
    OIDC_JWKS_URL: provider.jwksUrl,
  });
});
afterAll(async () => {
  await provider.stop();
  service.child.kill('SIGTERM');
  await service.exit();
});

type Line = { msg: string; correlationId: string; [name: string]: unknown };

function requestLines(): Line[] {
  const lines = service.output().split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
}

const idOf = (response: Response) => response.headers.get('x-correlation-id') ?? 'none';

const CREATE = `mutation CreateUser($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { code } } }`;

test('a full run leaves a line a request, and nothing of a person or a key in any', async () => {
  const call = caller(service.url, key);
  const { data } = await call('query Start($id: ID!) { project(id: $id) { environments { id } } }', { id: projectId });
  const environment = data.project?.environments[0]?.id;
  const input = {
    projectId,
    phoneNumber: `+${PHONE}`,
    email: 'kanarie@vogel.example',
    firstName: 'Kanarienvogel',
    lastName: 'Vogelsang',
    environmentIds: [environment],
    idempotencyKey: 'geheime-suche-1',
  };
  const created = await call(CREATE, { input });
  expect(created.data.createUser.userErrors).toEqual([]);
  await call(CREATE, { input: { ...input, idempotencyKey: null } });
  await call(CREATE, { input: { ...input, phoneNumber: { number: PHONE } } });
  await call(`{ Kanarienvogel(email: "kanarie@vogel.example") }`);
  await call('query ($id: ID!, $s: String) { project(id: $id) { users(search: $s) { nodes { id email } } } }', {
    id: projectId,
    s: 'geheime-suche',
  });
  await call(
    `query ($id: ID!) { checkAccess(environmentId: $id, sender: { channel: WHATSAPP, phoneNumber: "${PHONE}" }) { reason } }`,
    { id: environment },
  );
  await fetch(`${service.url}?key=${key}&phone=${PHONE}`, { method: 'POST', headers: { cookie: 'geheim-keks' } });
  await fetch(service.url, { method: 'POST', headers: { authorization: `Bearer ${key.slice(0, -1)}` } });
  const byGet = `query ($p: String) { checkAccess(environmentId: "${environment}", sender: { channel: WHATSAPP, phoneNumber: $p }) { reason } }`;
  const parameters = new URLSearchParams({ query: byGet, variables: JSON.stringify({ p: PHONE }) });
  expect((await fetch(`${service.url}?${parameters}`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(
    200,
  );
  const last = await fetch(new URL('/555-0199', service.url));
  await service.wrote(idOf(last));

  const lines = requestLines().filter(({ msg }) => msg === 'request');
  expect(lines).toHaveLength(11);
  for (const secret of [...SECRETS, key, key.slice(-43)]) expect(service.output()).not.toContain(secret);
  expect(lines[1]).toMatchObject({
    route: '/graphql',
    status: 200,
    operationType: 'mutation',
    operation: 'CreateUser',
  });
  expect(lines.slice(3, 5).map(({ codes }) => codes)).toEqual([['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
  expect(lines.slice(7).map(({ route, status }) => [route, status])).toEqual([
    ['/graphql', 401],
    ['/graphql', 401],
    ['/graphql', 200],
    ['*', 404],
  ]);
});

test('a code of an invitation is in no line, whether it is made, good, used or no code at all', async () => {
  const call = caller(service.url, key);
  const { data } = await call('query ($id: ID!) { project(id: $id) { environments { id } users { nodes { id } } } }', {
    id: projectId,
  });
  const created = await call('mutation ($input: CreateInvitationInput!) { createInvitation(input: $input) { code } }', {
    input: { userId: data.project?.users.nodes[0]?.id },
  });
  const code = String(created.data.createInvitation.code);
  expect(code).toMatch(/^um-/);
  const gateway = caller(service.url, gatewayKey);
  const redeem = `mutation Redeem($input: RedeemInvitationInput!) { redeemInvitation(input: $input) { outcome userErrors { code message } } }`;
  const environmentId = data.project?.environments[0]?.id;
  for (const [sent, outcome] of [
    [code, 'LINKED'],
    [code, 'ALREADY_LINKED'],
    [`${code}x`, null],
    [{ code }, undefined],
  ] as const) {
    const input = { environmentId, sender: { channel: 'TELEGRAM', externalId: '7300001' }, code: sent };
    const answer = await gateway(redeem, { input });
    expect(answer.data?.redeemInvitation.outcome).toBe(outcome);
    expect(JSON.stringify(answer)).not.toContain(code);
  }
  const last = await fetch(new URL('/nowhere', service.url));
  await service.wrote(idOf(last));
  expect(service.output()).not.toContain(code.slice(3));
});

test('the correlation id and the trace of the line are in the answer; probes have no line', async () => {
  const probes = [await fetch(new URL('/health', service.url)), await fetch(new URL('/ready', service.url))];
  const response = await fetch(new URL('/nowhere', service.url));
  await service.wrote(idOf(response));
  const [, traceId] = response.headers.get('traceparent')?.split('-') ?? [];
  expect(requestLines().at(-1)).toMatchObject({ correlationId: idOf(response), traceId, route: '*', status: 404 });
  for (const probe of probes) expect(service.output()).not.toContain(idOf(probe));
});

describe('why a token was refused is in the line, and neither in the answer nor anything of the token in the log', () => {
  const SUBJECT = 'kanarienvogel';
  const sign = (claims: Record<string, unknown>, header = {}) =>
    provider.sign({ typ: 'at+jwt', ...header }, { sub: SUBJECT, ...claims });
  const change = (token: string) => token.replace(/\.[^.]*$/, `.${'A'.repeat(342)}`);
  const past = Math.floor(Date.now() / 1000) - 600;
  const probes: [string, () => Promise<string> | string][] = [
    ['audience', () => provider.tokenOf('ana', 'https://kanarie.example')],
    ['audience', () => sign({ aud: 'https://kanarie.example' })],
    ['issuer', () => sign({ iss: 'https://kanarie.example' })],
    ['signature', async () => change(await sign({}))],
    ['key', () => sign({}, { kid: 'kanarie' })],
    ['algorithm', async () => `${btoa('{"alg":"none"}')}.${(await sign({})).split('.')[1]}.`],
    ['expired', () => sign({ exp: past })],
    ['early', () => sign({ nbf: past + 1200 })],
    ['type', () => sign({}, { typ: 'JWT' })],
    ['id token', () => sign({ nonce: 'kanarie' })],
    ['missing sub', () => sign({ sub: undefined })],
    ['missing exp', () => sign({ exp: undefined })],
    ['malformed', () => `${SUBJECT}.${SUBJECT}.${SUBJECT}`],
    ['access key', () => `${key.slice(0, -1)}_`],
    ['header', () => 'a'.repeat(16_385)],
  ];
  const answers = new Set<string>();
  test.each(probes)('%s', async (reason, tokenOf) => {
    const token = await tokenOf();
    const response = await fetch(service.url, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    answers.add(`${response.status} ${await response.text()}`);
    await service.wrote(idOf(response));
    const line = requestLines().find(({ correlationId }) => correlationId === idOf(response));
    expect(line).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'], refusedToken: reason });
    expect(answers.size).toBe(1);
    for (const secret of ['kanarie', ...token.split('.').filter((part) => part.length > 20)])
      expect(service.output()).not.toContain(secret);
  });
});

test('Prometheus is told of requests, errors, decisions, registrations and connections, in labels of a few values', async () => {
  const { data } = await caller(service.url, key)(READ_PROJECT, { id: projectId });
  const input = { environmentId: data.project?.environments[0]?.id, sender: { channel: 'TELEGRAM', externalId: '73' } };
  await caller(service.url, gatewayKey)(SELF_REGISTER, { input });
  const text = await (await fetch(service.metricsUrl)).text();
  for (const line of [
    /^http_request_duration_seconds_count\{route="\/graphql",status="200",operation="mutation"\} \d/m,
    /^graphql_errors_total\{code="BAD_USER_INPUT"\} \d/m,
    /^access_decisions_total\{reason="ALLOWED"\} 2$/m,
    /^database_pool_wait_seconds_count \d/m,
    /^database_pool_connections\{state="idle"\} \d/m,
    /^database_shared_connections [12]$/m,
    /^registrations_total\{outcome="REFUSED"\} 1$/m,
    /^build_info\{version="\d+\.\d+\.\d+"\} 1$/m,
  ]) {
    expect(text).toMatch(line);
  }
  expect(text).not.toMatch(new RegExp(`${PHONE}|CreateUser|${projectId}`));
  expect((await fetch(new URL('/metrics', service.url))).status).toBe(404);
});
