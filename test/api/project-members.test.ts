import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { AUDIENCE, type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { type Call, caller, type Project, type Service, startService } from '../support/service.ts';

let provider: IdentityProvider;
let service: Service;
let project: Project;

beforeAll(async () => {
  provider = await startIdentityProvider(['ana', 'ben', 'cyd', 'eve']);
  service = await startService(provider);
  project = await service.project();
});
afterAll(async () => {
  await service.close();
  await provider.stop();
});

const VIEWER = '{ viewer { name role projects { id viewerRole } } }';
const ADD = `mutation ($input: AddProjectMemberInput!) { addProjectMember(input: $input) {
  projectMember { id subject name role } userErrors { field code message } } }`;
const UPDATE = `mutation ($input: UpdateProjectMemberInput!) { updateProjectMember(input: $input) {
  projectMember { role name } userErrors { code } } }`;
const REMOVE = `mutation ($input: RemoveProjectMemberInput!) { removeProjectMember(input: $input) {
  removedProjectMemberId userErrors { code } } }`;
const CREATE_USER = `mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { code } } }`;
const TRAIL = `query ($id: ID!) { project(id: $id) { auditEvents(first: 1) {
  nodes { action actorName actorId subjectId changedFields } } } }`;

const signedIn = async (person: string): Promise<Call> => caller(service.url, await provider.tokenOf(person));

async function add(fields: object, by: Call = project.administrator) {
  const answer = await by(ADD, { input: { projectId: project.id, ...fields } });
  return answer.data.addProjectMember;
}
const lastEvent = async () => {
  const { data } = await project.viewer(TRAIL, { id: project.id });
  return data.project?.auditEvents.nodes[0];
};

describe('addProjectMember', () => {
  test('lets a person in with the role, and an audit event tells it', async () => {
    const { projectMember, userErrors } = await add({ subject: 'ana', name: 'Ana Lima', role: 'ADMINISTRATOR' });
    expect(userErrors).toEqual([]);
    expect(await lastEvent()).toMatchObject({ action: 'PROJECT_MEMBER_ADDED', subjectId: projectMember?.id });
    const { data } = await (await signedIn('ana'))(VIEWER);
    expect(data.viewer).toEqual({
      name: 'Ana Lima',
      role: 'ADMINISTRATOR',
      projects: [{ id: project.id, viewerRole: 'ADMINISTRATOR' }],
    });
  });

  test('tells everything that is missing at once', async () => {
    expect((await add({})).userErrors).toEqual([
      { field: ['subject'], code: 'SUBJECT_REQUIRED', message: 'Subject is required' },
      { field: ['name'], code: 'NAME_REQUIRED', message: 'Name is required' },
      { field: ['role'], code: 'ROLE_REQUIRED', message: 'Role is required' },
    ]);
  });

  test('refuses a subject twice, one that is none, and a person as a gateway', async () => {
    await add({ subject: 'twice', name: 'Twice', role: 'VIEWER' });
    const codes = async (fields: object) => (await add({ name: 'N', role: 'VIEWER', ...fields })).userErrors;
    expect(await codes({ subject: 'twice' })).toMatchObject([{ code: 'SUBJECT_TAKEN' }]);
    expect(await codes({ subject: 'é' })).toMatchObject([{ code: 'SUBJECT_INVALID' }]);
    expect(await codes({ subject: 'x'.repeat(256) })).toMatchObject([{ code: 'SUBJECT_INVALID' }]);
    expect(await codes({ subject: 'robot', role: 'GATEWAY' })).toMatchObject([{ code: 'ROLE_NOT_ALLOWED' }]);
  });

  test("another project is not there, and a MEMBER's key is FORBIDDEN", async () => {
    const other = await service.project('Other');
    const input = { subject: 'x', name: 'X', role: 'VIEWER' };
    expect((await add({ ...input, projectId: other.id })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const answer = await project.member(ADD, { input: { ...input, projectId: project.id } });
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('of two additions of one subject at once one succeeds', async () => {
    const input = { subject: 'racer', name: 'Racer', role: 'VIEWER' };
    const answers = await Promise.all([add(input), add(input), add(input)]);
    expect(answers.filter(({ projectMember }) => projectMember)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors).map(({ code }) => code)).toEqual([
      'SUBJECT_TAKEN',
      'SUBJECT_TAKEN',
    ]);
  });
});

test('updateProjectMember and removeProjectMember take effect with the next request, and are audited', async () => {
  const { projectMember } = await add({ subject: 'ben', name: 'Ben', role: 'VIEWER' });
  const ben = await signedIn('ben');
  const input = {
    projectId: project.id,
    phoneNumber: '+1 555-123-0001',
    firstName: 'A',
    lastName: 'B',
    environmentIds: [project.development],
  };
  expect((await ben(CREATE_USER, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  await project.administrator(UPDATE, { input: { id: projectMember?.id, role: 'MEMBER' } });
  expect(await lastEvent()).toMatchObject({ action: 'PROJECT_MEMBER_UPDATED', changedFields: ['role'] });
  expect((await ben(CREATE_USER, { input })).data.createUser.userErrors).toEqual([]);
  expect(await lastEvent()).toMatchObject({ action: 'USER_CREATED', actorName: 'Ben', actorId: projectMember?.id });
  await project.administrator(REMOVE, { input: { id: projectMember?.id } });
  expect(await lastEvent()).toMatchObject({ action: 'PROJECT_MEMBER_REMOVED', subjectId: projectMember?.id });
  expect((await ben(VIEWER)).data.viewer.projects).toEqual([]);
  const again = await project.administrator(REMOVE, { input: { id: projectMember?.id } });
  expect(again.data.removeProjectMember.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
});

test('a person has a role of their own in each project, and sees no other', async () => {
  const second = await service.project('Second');
  await add({ subject: 'cyd', name: 'Cyd', role: 'MEMBER' });
  const input = { projectId: second.id, subject: 'cyd', name: 'Cyd', role: 'VIEWER' };
  await second.administrator(ADD, { input });
  const cyd = await signedIn('cyd');
  expect((await cyd(VIEWER)).data.viewer).toEqual({
    name: 'Cyd',
    role: 'MEMBER',
    projects: [
      { id: project.id, viewerRole: 'MEMBER' },
      { id: second.id, viewerRole: 'VIEWER' },
    ],
  });
  const user = { phoneNumber: '+1 555-123-0002', firstName: 'A', lastName: 'B', environmentIds: [second.development] };
  const refused = await cyd(CREATE_USER, { input: { projectId: second.id, ...user } });
  expect(refused.data.createUser).toEqual({ user: null, userErrors: [{ code: 'NOT_FOUND' }] });
});

test('a person without a project is signed in and sees nothing', async () => {
  const eve = await signedIn('eve');
  expect((await eve(VIEWER)).data.viewer).toEqual({ name: 'eve', role: 'VIEWER', projects: [] });
  const { data } = await eve('query ($id: ID!) { project(id: $id) { id } }', { id: project.id });
  expect(data.project).toBeNull();
});

describe('an access token', () => {
  const status = async (token: string, { url } = service) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: VIEWER }) });
    return response.status;
  };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const forge = (header: { alg: string; kid?: string }) =>
    new SignJWT({})
      .setProtectedHeader({ typ: 'at+jwt', ...header })
      .setIssuer(provider.issuer)
      .setAudience(AUDIENCE)
      .setSubject('ana');

  test('is of the type at+jwt, in whatever letters; of another type or of none it is refused', async () => {
    const statusOf = async (typ?: string) => status(await provider.sign({ typ }));
    for (const typ of ['at+jwt', 'AT+JWT', 'application/at+jwt'])
      expect([typ, await statusOf(typ)]).toEqual([typ, 200]);
    for (const typ of ['JWT', 'logout+jwt', 'text/at+jwt', undefined])
      expect([typ, await statusOf(typ)]).toEqual([typ, 401]);
  });

  test.each([
    ['JWT', ['JWT', 'jwt', 'application/jwt'], ['at+jwt', undefined]],
    ['none', [undefined], ['JWT', 'at+jwt', 'none']],
  ])('is of the type %s where that is what the provider sends', async (tokenType, accepted, refused) => {
    const other = await startService({ ...provider, tokenType });
    const statusOf = async (typ?: string) => status(await provider.sign({ typ }), other);
    for (const typ of accepted) expect([typ, await statusOf(typ)]).toEqual([typ, 200]);
    for (const typ of refused) expect([typ, await statusOf(typ)]).toEqual([typ, 401]);
    await other.close();
  });

  test.each(['nonce', 'at_hash', 'c_hash', 's_hash', 'events'])(
    'is none with the claim %s, which tokens of other uses have',
    async (claim) => {
      const other = await startService({ ...provider, tokenType: 'JWT' });
      expect(await status(await provider.sign({ typ: 'JWT' }, { [claim]: 'x' }), other)).toBe(401);
      await other.close();
    },
  );

  test('may have 16 kB of claims', async () => {
    const ofLength = async (length: number) => {
      for (let groups = length; ; groups -= 1) {
        const token = await provider.sign({ typ: 'at+jwt' }, { groups: 'g'.repeat(groups) });
        if (token.length <= length) return token;
        // Base64 takes a third more.
        groups -= Math.floor(((token.length - length) * 3) / 4);
      }
    };
    const longest = await ofLength(16_384);
    expect(longest.length).toBeGreaterThan(16_380);
    expect(await status(longest)).toBe(200);
    expect(await status(await ofLength(16_390))).toBe(401);
  });

  test('for another audience is refused', async () => {
    expect(await status(await provider.tokenOf('ana', 'https://elsewhere.example'))).toBe(401);
  });

  test('signed by anybody else, changed, without an expiry or without a signature is refused', async () => {
    expect(await status(await forge({ alg: 'RS256' }).setExpirationTime('1h').sign(privateKey))).toBe(401);
    const token = await provider.tokenOf('ana');
    const [header, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ iss: provider.issuer, aud: AUDIENCE, sub: 'ana', exp: 9e9 }));
    expect(await status([header, claims.toString('base64url'), signature].join('.'))).toBe(401);
    expect(
      await status(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims.toString('base64url')}.`),
    ).toBe(401);
    expect(await status('a.b.c')).toBe(401);
  });

  test('whose key is a public key used as a secret is refused', async () => {
    const { keys } = (await (await fetch(provider.jwksUrl)).json()) as { keys: object[] };
    const secret = Buffer.from(JSON.stringify(keys[0]));
    expect(await status(await forge({ alg: 'HS256' }).setExpirationTime('1h').sign(secret))).toBe(401);
  });

  test('of unknown keys makes the provider be asked once, not once a token', async () => {
    const before = provider.keyRequests();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const kid = `unknown-${attempt}`;
      expect(await status(await forge({ alg: 'RS256', kid }).setExpirationTime('1h').sign(privateKey))).toBe(401);
    }
    expect(provider.keyRequests() - before).toBeLessThanOrEqual(1);
  });

  test('goes on being accepted while the provider is down', async () => {
    const token = await provider.tokenOf('ana');
    expect(await status(token)).toBe(200);
    await provider.stop();
    expect(await status(token)).toBe(200);
    await provider.start();
  });

  test('is answered 503 while the keys were never known', async () => {
    const token = await provider.tokenOf('ana');
    await provider.stop();
    const late = await startService(provider);
    const answer = await caller(late.url, token)(VIEWER);
    expect(answer.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    await late.close();
    await provider.start();
  });

  test('is nothing to a service without an identity provider', async () => {
    const plain = await startService();
    const answer = await caller(plain.url, await provider.tokenOf('ana'))(VIEWER);
    expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await plain.close();
  });
});
