import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, isLeafType, isObjectType, isRequiredArgument } from 'graphql';
import { createSchema } from '../../src/graphql/schema.ts';
import * as documents from '../support/documents.ts';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { type Call, caller, errorCode, type Project, type Service, startService } from '../support/service.ts';

const TYPES = Object.values(createSchema().getTypeMap())
  .filter((type) => isObjectType(type))
  .filter((type) => type.getFields().id);

let provider: IdentityProvider;
let service: Service;
let mine: Project;
let theirs: Project;
/** One of each type, by its name. */
let own: Record<string, string>;
let foreign: Record<string, string>;
let workspace: Call;
let person: Call;

beforeAll(async () => {
  provider = await startIdentityProvider(['ana']);
  service = await startService(provider);
  mine = await service.project('Mine');
  theirs = await service.project('Theirs');
  [own, foreign] = [await populate(mine), await populate(theirs)];
  workspace = await service.keyFor('VIEWER');
  for (const { id, administrator } of [mine, theirs]) {
    await administrator(documents.ADD_PROJECT_MEMBER, {
      input: { projectId: id, subject: 'ana', name: 'Ana', role: 'VIEWER' },
    });
  }
  person = caller(service.url, await provider.tokenOf('ana'));
});
afterAll(async () => {
  await service.close();
  await provider.stop();
});

async function populate(project: Project): Promise<Record<string, string>> {
  const { id: projectId, production, staging, administrator, member, gateway, viewer } = project;
  const user = await project.user({ email: 'ana@example.com', middleName: 'Zoë' });
  const identity = { userId: user.id, channel: 'TELEGRAM', externalId: '7400001' };
  const linked = await member(documents.LINK_IDENTITY, { input: identity });
  const invited = await member(documents.CREATE_INVITATION, { input: { userId: user.id, channel: 'SLACK' } });
  const sender = { channel: 'TELEGRAM', externalId: '7400002', phoneNumber: '+12025550100' };
  const blocked = await member(documents.BLOCK_SENDER, { input: { projectId, sender, note: 'Spam' } });
  const added = await administrator(documents.ADD_PROJECT_MEMBER, {
    input: { projectId, subject: 'ben', name: 'Ben', role: 'MEMBER' },
  });
  await administrator(documents.UPDATE_ENVIRONMENT, { input: { id: staging, selfRegistration: 'APPROVAL' } });
  const stranger = { channel: 'TELEGRAM', externalId: '7400003' };
  await gateway(documents.SELF_REGISTER, { input: { environmentId: staging, sender: stranger, firstName: 'Cleo' } });
  const requests = await viewer(documents.LIST_REQUESTS, { id: projectId });
  const bound = { projectId, name: 'Bound', role: 'GATEWAY', environmentIds: [production] };
  const created = await administrator(documents.CREATE_ACCESS_KEY, { input: bound });
  return {
    AccessKey: String(created.data.createAccessKey.accessKey?.id),
    AccessRequest: String(requests.data.project?.accessRequests.nodes[0]?.id),
    AuditEvent: String((await project.trail(user.id))[0]?.id),
    BlockedSender: String(blocked.data.blockSender.blockedSenders[0]?.id),
    ChannelIdentity: String(linked.data.linkChannelIdentity.channelIdentity?.id),
    Environment: production,
    Invitation: String(invited.data.createInvitation.invitation?.id),
    Project: projectId,
    ProjectMember: String(added.data.addProjectMember.projectMember?.id),
    User: user.id,
  };
}

const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
const DIFFERENT = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on User { fullName } ... on Project { name }
  ... on AuditEvent { action } ... on Invitation { status } ... on AccessKey { role } ... on AccessRequest { attempts } } }`;
/** The way to the objects of a type by which they are listed. */
const LISTED: Record<string, string> = {
  AccessKey: 'project(id: $project) { accessKeys { ...F } }',
  AccessRequest: 'project(id: $project) { accessRequests { nodes { ...F } } }',
  AuditEvent: 'project(id: $project) { auditEvents(first: 100) { nodes { ...F } } }',
  BlockedSender: 'project(id: $project) { blockedSenders { nodes { ...F } } }',
  ChannelIdentity: 'user(id: $user) { channelIdentities { ...F } }',
  Environment: 'project(id: $project) { environments { ...F } }',
  Invitation: 'user(id: $user) { invitations { ...F } }',
  Project: 'project(id: $project) { ...F }',
  ProjectMember: 'project(id: $project) { members { ...F } }',
  User: 'user(id: $user) { ...F }',
};

test('every type whose objects have an id is a Node, and is asked for here', () => {
  const isNode = (type: (typeof TYPES)[number]) => type.getInterfaces().some(({ name }) => name === 'Node');
  expect(TYPES.filter((type) => !isNode(type)).map(String)).toEqual([]);
  expect(Object.keys(LISTED).toSorted()).toEqual(TYPES.map(String).toSorted());
});

describe('Query.node', () => {
  test.each(TYPES.map((type) => [type.name, type] as const))(
    'answers by its id what is listed elsewhere, in every field: %s',
    async (name, type) => {
      const fields = Object.values(type.getFields())
        .filter(({ args }) => !args.some(isRequiredArgument))
        .map((field) => (isLeafType(getNamedType(field.type)) ? field.name : `${field.name} { __typename }`));
      const fragment = `fragment F on ${name} { __typename ${fields.join(' ')} }`;
      const way = LISTED[name]?.replace('$project', `"${own.Project}"`).replace('$user', `"${own.User}"`);
      const listed = await mine.viewer(`{ ${way} } ${fragment}`);
      const asked = await mine.viewer(`query ($id: ID!) { node(id: $id) { ...F } } ${fragment}`, { id: own[name] });
      expect([listed.errors, asked.errors]).toEqual([undefined, undefined]);
      const found = objectsIn(listed.data).find(({ id }) => id === own[name]);
      expect(found).toMatchObject({ __typename: name });
      expect(asked.data.node).toEqual(found);
    },
  );

  test('is read together with what other aliases, and `nodes`, ask for', async () => {
    const aliases = Object.entries(own).map(([name, id]) => `${name}: node(id: "${id}") { id }`);
    const all = `{ ${aliases.join(' ')} nodes(ids: ${JSON.stringify(Object.values(own))}) { id } }`;
    expect(await statementsOf(mine.viewer, all)).toBe(1);
    expect((await mine.viewer(all)).data).toMatchObject(
      Object.fromEntries(Object.entries(own).map(([name, id]) => [name, { id }])),
    );
  });
});

describe('Query.nodes', () => {
  test('answers objects of all types in the order of their ids, and one that is asked for twice twice', async () => {
    const types = [...Object.keys(own).toReversed(), 'User', 'Project'];
    const ids = types.map((type) => own[type]);
    const { data } = await mine.viewer(DIFFERENT, { ids });
    expect(data.nodes).toMatchObject(types.map((type) => ({ __typename: type, id: own[type] })));
    expect((await mine.viewer(NODES, { ids: [own.User?.toUpperCase()] })).data.nodes).toMatchObject([{ id: own.User }]);
    expect((await mine.viewer(NODES, { ids: [] })).data.nodes).toEqual([]);
  });

  test("answers null alike for what is not there, another project's, and the workspace's own", async () => {
    const keys = await service.owner.selectFrom('accessKeys').select('id').where('projectId', 'is', null).execute();
    const hidden = [randomUUID(), ...Object.values(foreign), ...keys.map(({ id }) => id)];
    const { data, errors } = await mine.administrator(NODES, { ids: [own.User, ...hidden] });
    expect(errors).toBeUndefined();
    expect(data.nodes).toEqual([{ __typename: 'User', id: own.User }, ...hidden.map(() => null)]);
  });

  test('takes a hundred ids and no more, each of them a UUID', async () => {
    const ids = (count: number) => Array.from({ length: count }, () => own.User);
    expect((await mine.viewer(NODES, { ids: ids(100) })).data.nodes).toHaveLength(100);
    const codes = [ids(101), [own.User, 'x'], ['']].map(async (ids) => errorCode(await mine.viewer(NODES, { ids })));
    expect(await Promise.all(codes)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT']);
    expect(errorCode(await mine.viewer('{ node(id: "x") { id } }'))).toBe('BAD_USER_INPUT');
    expect(errorCode(await mine.gateway(NODES, { ids: ids(101) }))).toBe('FORBIDDEN');
  });

  test('takes one statement for a project, and one more that finds the projects where there may be several', async () => {
    const both = [...Object.values(own), ...Object.values(foreign)];
    const counts = async (call: Call) => [
      await statementsOf(call, DIFFERENT, { ids: [own.User] }),
      await statementsOf(call, DIFFERENT, { ids: Object.values(own) }),
      await statementsOf(call, DIFFERENT, { ids: both }),
      await statementsOf(call, DIFFERENT, { ids: [randomUUID()] }),
    ];
    expect(await counts(mine.viewer)).toEqual([1, 1, 1, 1]);
    expect(await counts(workspace)).toEqual([2, 2, 3, 1]);
    expect(await counts(person)).toEqual([2, 2, 3, 1]);
  });

  test('reads for a person of several projects what is in these, and for a key of the workspace what is in any', async () => {
    const elsewhere = await service.project('Elsewhere');
    const { id } = await elsewhere.user();
    const ids = [...Object.values(foreign), ...Object.values(own), id, elsewhere.id];
    const shown = async (call: Call) => (await call(NODES, { ids })).data.nodes.map((node) => node?.id ?? null);
    expect(await shown(person)).toEqual([...ids.slice(0, -2), null, null]);
    expect(await shown(workspace)).toEqual(ids);
  });

  test('answers a key of the whole workspace to callers of the workspace, and nothing of the trail that no project has', async () => {
    const own = await service.owner.selectFrom('accessKeys').select('id').where('projectId', 'is', null).execute();
    const trail = await service.owner
      .selectFrom('auditEvents')
      .select('id')
      .where('subjectId', '=', String(own[0]?.id))
      .execute();
    expect([own.length, trail.length]).toEqual([1, 1]);
    const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on AccessKey { isOwn role project { id } } } }';
    const { data } = await workspace(document, { ids: [...own, ...trail].map(({ id }) => id) });
    expect(data.nodes).toEqual([{ isOwn: true, role: 'VIEWER', project: null }, null]);
  });

  test('is weighed by the number of its ids, each as the type that would cost the most', async () => {
    const page = 'environments { id } channelIdentities { id }';
    const light = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { ${page} } ...P ... on Node { id } } }
      fragment P on Project { environments { id } }`;
    const heavy = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Project { accessKeys { id } } } }';
    const ids = Array.from({ length: 100 }, () => own.User);
    expect(errorCode(await mine.viewer(light, { ids }))).toBeUndefined();
    expect(errorCode(await mine.viewer(heavy, { ids }))).toBe('QUERY_TOO_COMPLEX');
    expect(errorCode(await mine.viewer(heavy, { ids: ids.slice(0, 5) }))).toBeUndefined();
  });
});

test('many users that a key of the whole workspace asks for by aliases are found together', async () => {
  const users = `{ ${[own.User, foreign.User, randomUUID()].map((id, index) => `a${index}: user(id: "${id}") { id }`).join(' ')} }`;
  expect((await workspace(users)).data).toEqual({ a0: { id: own.User }, a1: { id: foreign.User }, a2: null });
  expect(await statementsOf(workspace, users)).toBe(3);
});

/** Beside the one that finds out who is asking. */
async function statementsOf(call: Call, document: string, variables = {}): Promise<number> {
  return (await service.countStatements(() => call(document, variables))) - 1;
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? below : [value as Record<string, unknown>, ...below];
}
