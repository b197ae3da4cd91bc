import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { CreateAccessKeyInput } from '../../src/graphql/generated/types.ts';
import {
  CHECK_ACCESS,
  CREATE_ACCESS_KEY,
  DELETE_ENVIRONMENT,
  READ_PROJECT,
  READ_VIEWER,
  REVOKE_ACCESS_KEY,
} from '../support/documents.ts';
import { type Call, caller, errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let other: Project;
let workspace: Call;

beforeAll(async () => {
  project = await service.project();
  other = await service.project('Other');
  workspace = await service.keyFor('ADMINISTRATOR');
});

type Fields = Omit<Partial<CreateAccessKeyInput>, 'expiresAt'> & { expiresAt?: string };
async function create(fields: Fields = {}, by = project.administrator) {
  const input = { name: 'Key', role: 'VIEWER', projectId: project.id, ...fields };
  return (await by(CREATE_ACCESS_KEY, { input })).data.createAccessKey;
}
async function key(fields: Fields = {}, by = project.administrator) {
  const { accessKey, secret } = await create(fields, by);
  if (!accessKey || !secret) throw new Error('not created');
  return { id: String(accessKey.id), secret, call: caller(service.url, secret) };
}
async function revoke(id: unknown, by = project.administrator) {
  return (await by(REVOKE_ACCESS_KEY, { input: { id } })).data.revokeAccessKey;
}
async function list(of = project) {
  return (await of.viewer(READ_PROJECT, { id: of.id })).data.project?.accessKeys ?? [];
}
const nobody = randomUUID();

describe('createAccessKey', () => {
  test('makes a key that works, shows its secret once, and the trail tells it', async () => {
    const { accessKey, secret, userErrors } = await create({ name: ' Web  client ', role: 'MEMBER' });
    expect(userErrors).toEqual([]);
    expect(accessKey).toEqual({
      id: expect.any(String),
      name: 'Web client',
      role: 'MEMBER',
      project: { id: project.id },
      environments: [],
      createdAt: expect.stringMatching(/Z$/),
      expiresAt: null,
      lastUsedAt: null,
      revokedAt: null,
    });
    const { data } = await caller(service.url, String(secret))(READ_VIEWER);
    expect(data.viewer).toMatchObject({ name: 'Web client', role: 'MEMBER' });
    expect((await project.trail())[0]).toMatchObject({ action: 'ACCESS_KEY_CREATED', subjectId: accessKey?.id });
    expect(JSON.stringify(await list())).not.toContain(String(secret).slice(-43));
  });

  test('tells whoever asks which key is their own', async () => {
    const { id, call } = await key();
    const query = 'query ($id: ID!) { project(id: $id) { accessKeys { id isOwn } } }';
    const keys = (await call(query, { id: project.id })).data.project?.accessKeys ?? [];
    expect(keys.length).toBeGreaterThan(1);
    expect(keys.filter(({ isOwn }) => isOwn).map((own) => own.id)).toEqual([id]);
  });

  test('keeps only the SHA-256 of the secret', async () => {
    const { id, secret } = await key();
    const { rows } = await sql<{ row: string }>`
      select access_keys::text as row from access_keys where id = ${id}`.execute(service.db);
    expect(rows[0]?.row).toContain(id);
    expect(rows[0]?.row).not.toContain(secret.slice(-43));
    expect(rows[0]?.row).not.toContain(Buffer.from(secret.slice(-43)).toString('hex'));
  });

  test('a name and a role are required, the expiry must lie ahead: all is told at once', async () => {
    const fields = { name: ' ', role: undefined, expiresAt: '2001-01-01T00:00:00Z' };
    expect(await create(fields)).toEqual({
      accessKey: null,
      secret: null,
      userErrors: [
        refusal('NAME_REQUIRED', ['name']),
        refusal('ROLE_REQUIRED', ['role']),
        refusal('EXPIRY_IN_PAST', ['expiresAt']),
      ],
    });
    expect((await create({ name: 'n'.repeat(101) })).userErrors).toEqual([refusal('TOO_LONG', ['name'])]);
  });

  test('only a GATEWAY key of a project can be bound to environments', async () => {
    const environmentIds = [project.staging];
    const refused = [refusal('ENVIRONMENTS_NOT_ALLOWED', ['environmentIds'])];
    expect((await create({ role: 'MEMBER', environmentIds })).userErrors).toEqual(refused);
    expect((await create({ role: 'GATEWAY', environmentIds, projectId: null }, workspace)).userErrors).toEqual(refused);
  });

  test('an environment of another project, or an unknown one, is not found', async () => {
    for (const environmentIds of [[other.staging], [project.staging, nobody]]) {
      expect((await create({ role: 'GATEWAY', environmentIds })).userErrors).toEqual([
        refusal('ENVIRONMENT_NOT_FOUND', ['environmentIds']),
      ]);
    }
  });

  test('another project is not found, exactly like an unknown one', async () => {
    const answers = await Promise.all([other.id, nobody].map((projectId) => create({ projectId })));
    expect(answers).toEqual(
      Array(2).fill({ accessKey: null, secret: null, userErrors: [refusal('NOT_FOUND', ['projectId'])] }),
    );
  });

  test('a key that does not administer may not, nor may a project’s key make one of the workspace', async () => {
    const input = { name: 'X', role: 'VIEWER', projectId: project.id };
    for (const by of [project.member, project.viewer, project.gateway]) {
      expect(errorCode(await by(CREATE_ACCESS_KEY, { input }))).toBe('FORBIDDEN');
    }
    const answer = await project.administrator(CREATE_ACCESS_KEY, { input: { name: 'X', role: 'VIEWER' } });
    expect(errorCode(answer)).toBe('FORBIDDEN');
  });
});

describe('revokeAccessKey', () => {
  test('takes effect with the next request, and the trail tells it; twice changes nothing', async () => {
    const { id, call } = await key();
    expect(errorCode(await call(READ_VIEWER))).toBeUndefined();
    const { accessKey, userErrors } = await revoke(id);
    expect(userErrors).toEqual([]);
    expect(accessKey).toMatchObject({ id, revokedAt: expect.stringMatching(/Z$/) });
    expect(errorCode(await call(READ_VIEWER))).toBe('UNAUTHENTICATED');
    const trail = await project.trail();
    expect(trail[0]).toMatchObject({ action: 'ACCESS_KEY_REVOKED', subjectId: id });
    expect((await revoke(id)).accessKey).toEqual(accessKey);
    expect(await project.trail()).toEqual(trail);
  });

  test("another project's key, the workspace's and an unknown one are not found, all alike", async () => {
    const theirs = await key({ projectId: other.id }, other.administrator);
    const workspaces = await key({ projectId: null }, workspace);
    const answers = [await revoke(theirs.id), await revoke(workspaces.id), await revoke(nobody)];
    expect(answers).toEqual(Array(3).fill({ accessKey: null, userErrors: [refusal('NOT_FOUND', ['id'])] }));
    for (const { call } of [theirs, workspaces]) expect(errorCode(await call(READ_VIEWER))).toBeUndefined();
    expect((await revoke(workspaces.id, workspace)).accessKey?.id).toBe(workspaces.id);
  });

  test('a key that does not administer may not', async () => {
    const { id } = await key();
    for (const by of [project.member, project.viewer, project.gateway]) {
      expect(errorCode(await by(REVOKE_ACCESS_KEY, { input: { id } }))).toBe('FORBIDDEN');
    }
  });
});

describe('the list of a project’s keys', () => {
  test('has its own keys, newest first, and no secret among their fields', async () => {
    const ids = [(await key({ name: 'one' })).id, (await key({ name: 'two' })).id];
    expect((await list()).slice(0, 2).map(({ id }) => id)).toEqual(ids.reverse());
    const { data } = await project.administrator('{ __type(name: "AccessKey") { fields { name } } }');
    expect(JSON.stringify(data)).not.toMatch(/secret|hash|token/i);
  });

  test('tells when each was last used', async () => {
    const { id, call } = await key();
    const lastUsed = async () => (await list()).find((each) => each.id === id)?.lastUsedAt ?? null;
    expect(await lastUsed()).toBeNull();
    // The note is made beside the answer, so it may come a moment later.
    for (let tries = 0; (await lastUsed()) === null && tries < 50; tries += 1) await call(READ_VIEWER);
    expect(await lastUsed()).toMatch(/Z$/);
  });
});

describe('an expired key', () => {
  test('is a key until then, and none afterwards', async () => {
    const { id, call } = await key({ expiresAt: '2999-01-01T00:00:00.000Z' });
    expect((await list()).find((each) => each.id === id)?.expiresAt).toBe('2999-01-01T00:00:00.000Z');
    expect(errorCode(await call(READ_VIEWER))).toBeUndefined();
    await sql`update access_keys set expires_at = now() where id = ${id}`.execute(service.db);
    expect(errorCode(await call(READ_VIEWER))).toBe('UNAUTHENTICATED');
  });
});

describe('a request without a key that is one, whole and to the letter', () => {
  let secret: string;
  beforeAll(async () => {
    ({ secret } = await key());
  });
  const ask = (authorization?: string, query = '') =>
    fetch(`${service.url}${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
      body: JSON.stringify({ query: READ_VIEWER }),
    });

  test.each<[string, () => [authorization?: string, query?: string]]>([
    ['no header', () => []],
    ['an empty one', () => ['']],
    ['no token', () => ['Bearer']],
    ['another scheme', () => [`Basic ${secret}`]],
    ['no scheme', () => [secret]],
    ['a wrong secret', () => [`Bearer ${secret.slice(0, -43)}${'A'.repeat(43)}`]],
    ['a truncated one', () => [`Bearer ${secret.slice(0, -1)}`]],
    ['a padded one', () => [`Bearer ${secret}=`]],
    ['one with more behind it', () => [`Bearer ${secret}A`]],
    ['two', () => [`Bearer ${secret} ${secret}`]],
    ['lower case', () => [`Bearer ${secret.toLowerCase()}`]],
    ['upper case', () => [`Bearer ${secret.toUpperCase()}`]],
    ['its id alone', () => [`Bearer ${secret.slice(0, -44)}`]],
    ['an unknown id', () => [`Bearer umk_${randomUUID().replaceAll('-', '')}_${secret.slice(-43)}`]],
    ['a long one', () => [`Bearer ${'A'.repeat(4000)}`]],
    ['SQL', () => ["Bearer ' or 1=1 --"]],
    ['one in the address', () => [undefined, `?access_token=${secret}&authorization=Bearer%20${secret}`]],
  ])('is 401 UNAUTHENTICATED, in one text: %s', async (_, headers) => {
    const response = await ask(...headers());
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringMatching(/^Bearer/),
    ]);
    const answer = await response.json();
    expect(answer).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(answer).toEqual(await (await ask()).json());
  });

  test('is told from one that has it', async () => {
    expect((await ask(`Bearer ${secret}`)).status).toBe(200);
  });
});

describe('a GATEWAY key bound to environments', () => {
  test('is let in there and nowhere else, even when its last environment is gone', async () => {
    const { data } = await project.administrator(
      `mutation ($id: ID!) { createEnvironment(input: { projectId: $id, name: "Bound", type: STAGING }) { environment { id } } }`,
      { id: project.id },
    );
    const environmentId = data.createEnvironment.environment?.id;
    const { id, call } = await key({ role: 'GATEWAY', environmentIds: [String(environmentId)] });
    expect((await list()).find((each) => each.id === id)?.environments).toEqual([{ id: environmentId }]);
    const reason = async (environment: unknown) => {
      const sender = { channel: 'TELEGRAM', externalId: '9000001' };
      return (await call(CHECK_ACCESS, { environmentId: environment, sender })).data.checkAccess.reason;
    };
    expect(await reason(environmentId)).toBe('UNKNOWN_SENDER');
    expect(await reason(project.production)).toBe('UNKNOWN_ENVIRONMENT');
    await project.administrator(DELETE_ENVIRONMENT, { input: { id: environmentId } });
    expect([await reason(environmentId), await reason(project.production)]).toEqual(
      Array(2).fill('UNKNOWN_ENVIRONMENT'),
    );
  });
});
