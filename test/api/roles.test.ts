import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLField, getIntrospectionQuery, getNamedType, isLeafType, isObjectType } from 'graphql';
import type { Role } from '../../src/graphql/generated/types.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import * as documents from '../support/documents.ts';
import { type Call, errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let keys: Record<Role, Call>;
let workspaces: Record<Role, Call>;
let userId: string;

beforeAll(async () => {
  project = await service.project();
  userId = (await project.user()).id;
  const { administrator, member, viewer, gateway } = project;
  keys = { ADMINISTRATOR: administrator, MEMBER: member, VIEWER: viewer, GATEWAY: gateway };
  workspaces = {
    ADMINISTRATOR: await service.keyFor('ADMINISTRATOR'),
    MEMBER: await service.keyFor('MEMBER'),
    VIEWER: await service.keyFor('VIEWER'),
    GATEWAY: await service.keyFor('GATEWAY'),
  };
});

const ROLES: Role[] = ['ADMINISTRATOR', 'MEMBER', 'VIEWER', 'GATEWAY'];
const READERS: Role[] = ['ADMINISTRATOR', 'MEMBER', 'VIEWER'];
const WRITERS: Role[] = ['ADMINISTRATOR', 'MEMBER'];
const ADMINISTRATORS: Role[] = ['ADMINISTRATOR'];

type Operation = { may: Role[]; document: string; variables: () => object; workspaceOnly?: true };
const input = (fields: object) => () => ({ input: { id: randomUUID(), ...fields } });
const inProject = (selection: string) => `query ($id: ID!) { project(id: $id) { ${selection} } }`;
const ofProject = () => ({ id: project.id });

/** Nothing here changes anything: what may be done is done to what is not there, or with an empty form. */
const OPERATIONS: Record<string, Operation> = {
  'Query.viewer': { may: ROLES, document: documents.READ_VIEWER, variables: () => ({}) },
  'Query.project': { may: READERS, document: inProject('id name createdAt viewerRole'), variables: ofProject },
  'Query.user': { may: READERS, document: documents.READ_USER, variables: () => ({ id: userId }) },
  'Query.node': {
    may: READERS,
    document: 'query ($id: ID!) { node(id: $id) { id } }',
    variables: () => ({ id: userId }),
  },
  'Query.nodes': {
    may: READERS,
    document: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: () => ({ ids: [userId] }),
  },
  'Query.checkAccess': {
    may: ROLES,
    document: documents.CHECK_ACCESS,
    variables: () => ({ environmentId: project.production, sender: { channel: 'SLACK' } }),
  },
  'Query.checkAccessBatch': {
    may: ROLES,
    document: documents.CHECK_ACCESS_BATCH,
    variables: () => ({ environmentId: project.production, senders: [] }),
  },
  'Query.explainAccess': {
    may: READERS,
    document: documents.EXPLAIN_ACCESS,
    variables: () => ({ projectId: project.id, sender: '+1 555-123-4567' }),
  },
  'Project.users': { may: READERS, document: documents.LIST_USERS, variables: ofProject },
  'Project.environments': {
    may: READERS,
    document: inProject('environments { id userCount }'),
    variables: ofProject,
  },
  'Project.accessKeys': { may: READERS, document: inProject('accessKeys { id name }'), variables: ofProject },
  'Project.auditEvents': { may: READERS, document: documents.READ_TRAIL, variables: ofProject },
  'Query.decidedAccessRequests': {
    may: ROLES,
    document: documents.READ_APPROVALS,
    variables: () => ({ id: project.production }),
  },
  'Project.accessRequests': { may: READERS, document: documents.LIST_REQUESTS, variables: ofProject },
  'Project.blockedSenders': { may: READERS, document: documents.LIST_BLOCKS, variables: ofProject },
  'Project.members': { may: READERS, document: inProject('members { id name }'), variables: ofProject },
  'Mutation.createUser': {
    may: WRITERS,
    document: documents.CREATE_USER,
    variables: () => ({ input: { projectId: project.id } }),
  },
  'Mutation.updateUser': { may: WRITERS, document: documents.UPDATE_USER, variables: input({}) },
  'Mutation.deleteUser': { may: WRITERS, document: documents.DELETE_USER, variables: input({}) },
  'Mutation.createUsers': {
    may: WRITERS,
    document: documents.CREATE_USERS,
    variables: () => ({ input: { projectId: project.id, rows: [{}] } }),
  },
  'Mutation.updateUsers': {
    may: WRITERS,
    document: documents.UPDATE_USERS,
    variables: () => ({
      input: { projectId: project.id, ids: [randomUUID()], addEnvironmentIds: [project.production] },
    }),
  },
  'Mutation.deleteUsers': {
    may: WRITERS,
    document: documents.DELETE_USERS,
    variables: () => ({ input: { projectId: project.id, ids: [randomUUID()] } }),
  },
  'Mutation.selfRegisterUser': {
    may: ['GATEWAY'],
    document: documents.SELF_REGISTER,
    variables: () => ({ input: { environmentId: project.production, sender: { channel: 'SLACK' } } }),
  },
  'Mutation.linkChannelIdentity': {
    may: WRITERS,
    document: documents.LINK_IDENTITY,
    variables: () => ({ input: { userId: randomUUID(), channel: 'TELEGRAM', externalId: '1' } }),
  },
  'Mutation.unlinkChannelIdentity': { may: WRITERS, document: documents.UNLINK_IDENTITY, variables: input({}) },
  'Mutation.mergeUsers': {
    may: WRITERS,
    document: documents.MERGE_USERS,
    variables: () => ({ input: { id: randomUUID(), mergedId: randomUUID() } }),
  },
  'Mutation.replaceSender': {
    may: ['GATEWAY'],
    document: documents.REPLACE_SENDER,
    variables: () => ({
      input: {
        environmentId: project.production,
        previous: { channel: 'TELEGRAM', externalId: '1' },
        current: { channel: 'TELEGRAM', externalId: '2' },
      },
    }),
  },
  'Mutation.createInvitation': {
    may: WRITERS,
    document: documents.CREATE_INVITATION,
    variables: () => ({ input: { userId: randomUUID() } }),
  },
  'Mutation.revokeInvitation': { may: WRITERS, document: documents.REVOKE_INVITATION, variables: input({}) },
  'Mutation.redeemInvitation': {
    may: ['GATEWAY'],
    document: documents.REDEEM_INVITATION,
    variables: () => ({ input: { environmentId: project.production, sender: { channel: 'SLACK' }, code: '' } }),
  },
  'Mutation.approveAccessRequest': { may: WRITERS, document: documents.APPROVE_REQUEST, variables: input({}) },
  'Mutation.dismissAccessRequest': { may: WRITERS, document: documents.DISMISS_REQUEST, variables: input({}) },
  'Mutation.blockSender': {
    may: WRITERS,
    document: documents.BLOCK_SENDER,
    variables: () => ({ input: { projectId: project.id, userId: randomUUID() } }),
  },
  'Mutation.unblockSender': { may: WRITERS, document: documents.UNBLOCK_SENDER, variables: input({}) },
  'Mutation.createProject': {
    may: ADMINISTRATORS,
    document: documents.CREATE_PROJECT,
    variables: () => ({ input: {} }),
    workspaceOnly: true,
  },
  'Mutation.updateProject': { may: ADMINISTRATORS, document: documents.UPDATE_PROJECT, variables: input({}) },
  'Mutation.deleteProject': {
    may: ADMINISTRATORS,
    document: documents.DELETE_PROJECT,
    variables: input({}),
    workspaceOnly: true,
  },
  'Mutation.createEnvironment': {
    may: ADMINISTRATORS,
    document: documents.CREATE_ENVIRONMENT,
    variables: () => ({ input: { projectId: project.id } }),
  },
  'Mutation.updateEnvironment': { may: ADMINISTRATORS, document: documents.UPDATE_ENVIRONMENT, variables: input({}) },
  'Mutation.deleteEnvironment': { may: ADMINISTRATORS, document: documents.DELETE_ENVIRONMENT, variables: input({}) },
  'Mutation.createAccessKey': {
    may: ADMINISTRATORS,
    document: documents.CREATE_ACCESS_KEY,
    variables: () => ({ input: { projectId: project.id } }),
  },
  'Mutation.revokeAccessKey': { may: ADMINISTRATORS, document: documents.REVOKE_ACCESS_KEY, variables: input({}) },
  'Mutation.addProjectMember': {
    may: ADMINISTRATORS,
    document: documents.ADD_PROJECT_MEMBER,
    variables: () => ({ input: { projectId: project.id } }),
  },
  'Mutation.updateProjectMember': {
    may: ADMINISTRATORS,
    document: documents.UPDATE_PROJECT_MEMBER,
    variables: input({}),
  },
  'Mutation.removeProjectMember': {
    may: ADMINISTRATORS,
    document: documents.REMOVE_PROJECT_MEMBER,
    variables: input({}),
  },
};

describe.each(Object.entries(OPERATIONS))('%s', (_, { may, document, variables, workspaceOnly }) => {
  test.each(ROLES)('%s', async (role) => {
    const allowed = (right: boolean) => (right ? undefined : 'FORBIDDEN');
    const answer = await keys[role](document, { ...variables() });
    expect(errorCode(answer)).toBe(allowed(may.includes(role) && !workspaceOnly));
    expect(errorCode(await workspaces[role](document, { ...variables() }))).toBe(allowed(may.includes(role)));
  });
});

const schema = createSchema();

function fieldsOf(type: string): GraphQLField<unknown, unknown>[] {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.values(found.getFields()) : [];
}

test('the table above has every query, every mutation and all that a project owns', () => {
  const fields = (type: string, wanted: (field: GraphQLField<unknown, unknown>) => boolean) =>
    fieldsOf(type)
      .filter(wanted)
      .map(({ name }) => `${type}.${name}`);
  const owned = fields('Project', ({ type }) => isObjectType(getNamedType(type)));
  const expected = [...fields('Query', () => true), ...fields('Mutation', () => true), ...owned];
  expect(Object.keys(OPERATIONS).toSorted()).toEqual(expected.toSorted());
});

describe('a gateway', () => {
  const decision = (selection: string) => `query ($environmentId: ID!, $sender: SenderInput!) {
    checkAccess(environmentId: $environmentId, sender: $sender) { allowed user { id ${selection} } } }`;

  test.each(['project { name }', 'project { users { nodes { id } } }', 'environments { userCount }'])(
    'reads nothing else by way of the users it recognises: %s',
    async (selection) => {
      const { phoneNumber } = await project.user();
      const sender = { channel: 'SLACK', phoneNumber };
      const answer = await project.gateway(decision(selection), { environmentId: project.development, sender });
      expect(errorCode(answer)).toBe('FORBIDDEN');
    },
  );

  const WAYS: Record<string, (selection: string) => string> = {
    Viewer: (selection) => `{ viewer { ${selection} } }`,
    Project: (selection) => `{ viewer { projects { ${selection} } } }`,
    Environment: (selection) => `{ viewer { projects { environments { ${selection} } } } }`,
  };
  const OPEN: Record<string, string[]> = {
    Viewer: ['name', 'role', 'projects'],
    Project: ['id', 'name', 'environments'],
    Environment: ['id', 'name', 'type', 'selfRegistration'],
  };
  const places = Object.keys(WAYS).flatMap((type) =>
    fieldsOf(type).map((field) => [`${type}.${field.name}`, type, field] as const),
  );

  test.each(places)('reads of its viewer what tells where it may ask, and nothing else: %s', async (_, type, field) => {
    const query = WAYS[type]?.(`${field.name} ${isLeafType(getNamedType(field.type)) ? '' : '{ __typename }'}`) ?? '';
    for (const call of [project.gateway, workspaces.GATEWAY]) {
      expect(errorCode(await call(query))).toBe(OPEN[type]?.includes(field.name) ? undefined : 'FORBIDDEN');
    }
    expect(errorCode(await project.viewer(query))).toBeUndefined();
  });

  const WHERE = '{ viewer { name role projects { id name environments { id name type selfRegistration } } } }';
  const production = { name: 'Production', type: 'PRODUCTION', selfRegistration: 'OPEN' };
  const staging = { name: 'Staging', type: 'STAGING', selfRegistration: 'CLOSED' };
  const development = { name: 'Development', type: 'DEVELOPMENT', selfRegistration: 'CLOSED' };

  test('finds its environments by their names: all of its project, or those to which it is bound', async () => {
    const environments = [
      { id: project.development, ...development },
      { id: project.staging, ...staging },
      { id: project.production, ...production },
    ];
    const viewer = {
      name: 'GATEWAY',
      role: 'GATEWAY',
      projects: [{ id: project.id, name: 'Assistant', environments }],
    };
    expect(await project.gateway(WHERE)).toEqual({ data: { viewer } });
    const bound = await service.keyFor('GATEWAY', project.id, [project.staging, project.production]);
    const projects = [{ id: project.id, name: 'Assistant', environments: environments.slice(1) }];
    expect(await bound(WHERE)).toEqual({ data: { viewer: { ...viewer, projects } } });
  });

  test('of the whole workspace finds the environments of every project', async () => {
    const other = await service.project('Other');
    const found = (await workspaces.GATEWAY(WHERE)).data.viewer.projects;
    expect(found.map(({ id, environments }) => [id, environments.map((each) => each.id)])).toEqual(
      [project, other].map(({ id, development, staging, production }) => [id, [development, staging, production]]),
    );
  });
});

test.each(ROLES)('%s may introspect', async (role) => {
  const query = getIntrospectionQuery();
  const { data, errors } = (await keys[role](query)) as { data: object; errors?: unknown };
  expect(errors).toBeUndefined();
  expect(data).toHaveProperty('__schema.types');
});
