import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLID } from 'graphql';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import { type Chooser, listPlaces, type Place, poisoned, type Value } from '../support/contract-places.ts';
import { addCrowd } from '../support/crowd.ts';
import * as documents from '../support/documents.ts';
import { fingerprintTables } from '../support/dump.ts';
import { type Answer, type Call, type Project, type Service, startService } from '../support/service.ts';

let service: Service;
let own: Ids;
let foreign: Ids;
let removed: string[];
let callers: Record<string, Call>;
let workspace: Record<string, Call>;
let owner: Db;
let tables: object[];

/** One of each thing that has an id, in one project. */
type Ids = {
  project: string;
  environment: string;
  user: string;
  accessKey: string;
  projectMember: string;
  invitation: string;
  accessRequest: string;
  blockedSender: string;
  channelIdentity: string;
  auditEvent: string;
};

beforeAll(async () => {
  service = await startService();
  owner = connect(service.connectionString);
  const [mine, theirs] = [await service.project('Mine'), await service.project('Theirs')];
  [own, foreign] = [await populate(mine), await populate(theirs)];
  const { administrator, member, viewer, gateway } = mine;
  callers = { ADMINISTRATOR: administrator, MEMBER: member, VIEWER: viewer, GATEWAY: gateway };
  workspace = {
    ADMINISTRATOR: await service.keyFor('ADMINISTRATOR'),
    MEMBER: await service.keyFor('MEMBER'),
    VIEWER: await service.keyFor('VIEWER'),
    GATEWAY: await service.keyFor('GATEWAY'),
  };
  removed = [...Object.values(await removeProject()), ...(await removeEnvironment(mine))];
  tables = await fingerprintTables(owner);
});
afterAll(async () => {
  await owner.destroy();
  await service.close();
});

async function populate(project: Project): Promise<Ids> {
  const { data } = await project.viewer(documents.READ_PROJECT, { id: project.id });
  const added = await project.administrator(documents.ADD_PROJECT_MEMBER, {
    input: { projectId: project.id, subject: randomUUID(), name: 'Ana', role: 'VIEWER' },
  });
  const user = await project.user({ phoneNumber: '+5511987654321' });
  const invited = await project.member(documents.CREATE_INVITATION, { input: { userId: user.id } });
  const block = { projectId: project.id, sender: { channel: 'TELEGRAM', externalId: '7400001' } };
  const blocked = await project.member(documents.BLOCK_SENDER, { input: block });
  const requests = await project.viewer(documents.LIST_REQUESTS, await knock(project));
  const linked = await project.member(documents.LINK_IDENTITY, {
    input: { userId: user.id, channel: 'TELEGRAM', externalId: '7400004' },
  });
  return {
    project: project.id,
    environment: project.production,
    user: user.id,
    accessKey: String(data.project?.accessKeys[0]?.id),
    projectMember: String(added.data.addProjectMember.projectMember?.id),
    invitation: String(invited.data.createInvitation.invitation?.id),
    accessRequest: String(requests.data.project?.accessRequests.nodes[0]?.id),
    blockedSender: String(blocked.data.blockSender.blockedSenders[0]?.id),
    channelIdentity: String(linked.data.linkChannelIdentity.channelIdentity?.id),
    auditEvent: String((await project.trail())[0]?.id),
  };
}

/** Somebody asks to be let in. */
async function knock({ id, staging, administrator, gateway }: Project) {
  await administrator(documents.UPDATE_ENVIRONMENT, { input: { id: staging, selfRegistration: 'APPROVAL' } });
  const sender = { channel: 'TELEGRAM', externalId: '7400002' };
  const { data } = await gateway(documents.SELF_REGISTER, { input: { environmentId: staging, sender } });
  expect(data.selfRegisterUser.outcome).toBe('REQUESTED');
  return { id };
}

/** Nobody purges here. */
async function removeProject(): Promise<Ids> {
  const ids = await populate(await service.project('Removed'));
  await workspace.ADMINISTRATOR?.(documents.DELETE_PROJECT, { input: { id: ids.project } });
  expect(await owner.selectFrom('users').select('id').where('id', '=', ids.user).execute()).toHaveLength(1);
  return ids;
}

/** Its id, and that of a request to it. */
async function removeEnvironment(project: Project): Promise<string[]> {
  const { data } = await project.administrator(documents.CREATE_ENVIRONMENT, {
    input: { projectId: project.id, name: 'Removed', type: 'STAGING', selfRegistration: 'APPROVAL' },
  });
  const id = String(data.createEnvironment.environment?.id);
  const sender = { channel: 'TELEGRAM', externalId: '7400003' };
  await project.gateway(documents.SELF_REGISTER, { input: { environmentId: id, sender } });
  const requests = await project.viewer(documents.LIST_REQUESTS, { id: project.id, environmentIds: [id] });
  await addCrowd(owner, project.id, [id, project.production], { users: 1000, telegramId: 1 });
  await project.administrator(documents.DELETE_ENVIRONMENT, { input: { id } });
  expect(await owner.selectFrom('environments').select('id').where('id', '=', id).execute()).toHaveLength(1);
  return [id, String(requests.data.project?.accessRequests.nodes[0]?.id)];
}

const PLACES = listPlaces().filter(({ argument }) => poisoned(argument.type, GraphQLID, '').length > 0);

// All but the id in question is as it should be, so that nothing else can be what stops the caller.
const VALUES: Record<string, Value> = {
  phoneNumber: '+1 555-123-4567',
  email: 'ana@example.com',
  channel: 'TELEGRAM',
  externalId: '12345',
  idempotencyKey: 'an idempotency key',
  role: 'GATEWAY',
  subject: 'somebody',
  expectedVersion: 1,
};

function chooserFor(name: string): Chooser {
  const noun =
    /(?:update|delete|revoke|remove|approve|dismiss)(User|Environment|AccessKey|ProjectMember|Project|Invitation|AccessRequest)\b/.exec(
      name,
    )?.[1];
  const subject = noun ? `${noun[0]?.toLowerCase()}${noun.slice(1)}` : 'project';
  return (field) => {
    // Exactly one of them may be given: the one in question.
    if (name.includes('blockSender(') && ['userId', 'sender', 'accessRequestId'].includes(field)) return null;
    const kind = field === 'id' ? subject : field.replace(/Ids?$/, '');
    return Object.entries(own).find(([each]) => each === kind)?.[1] ?? VALUES[field];
  };
}

async function answersTo({ name, document, argument }: Place, id: string, call: Call): Promise<[string, Answer][]> {
  const sender = name.startsWith('Query.explainAccess') ? '7400001' : { channel: 'SLACK', externalId: 'T1:U1' };
  const others = { id: own.project, environmentId: own.environment, sender };
  const asked = poisoned(argument.type, GraphQLID, id, chooserFor(name));
  return Promise.all(
    asked.map(async ([path, value]): Promise<[string, Answer]> => [path, await call(document, { ...others, value })]),
  );
}

/** Of all that was asked in the tests before it. */
function testThatNothingChanged(): void {
  test('and no row was changed by any of it', async () => {
    expect(await fingerprintTables(owner)).toEqual(tables);
  });
}

describe.each(['ADMINISTRATOR', 'MEMBER', 'VIEWER', 'GATEWAY'])('to %s', (role) => {
  test.each(PLACES.map((place) => [place.name, place] as const))(
    "another project's id is as a random one: %s",
    async (_name, place) => {
      const call = callers[role] ?? fail(role);
      const random = await answersTo(place, randomUUID(), call);
      for (const id of Object.values(foreign)) expect(await answersTo(place, id, call)).toEqual(random);
    },
  );
  testThatNothingChanged();
});

// To keys of the workspace all projects are their own, so nothing but the mark hides what is removed.
describe.each(['ADMINISTRATOR', 'MEMBER', 'VIEWER', 'GATEWAY'] as const)('to %s of the workspace', (role) => {
  test.each(PLACES.map((place) => [place.name, place] as const))(
    'what is removed, and not purged yet, is as what never was: %s',
    async (_name, place) => {
      const call = workspace[role] ?? fail(role);
      const random = await answersTo(place, randomUUID(), call);
      for (const id of removed) expect(await answersTo(place, id, call)).toEqual(random);
    },
  );
  testThatNothingChanged();
});

test('all that takes an id can be reached, and takes one of its own', async () => {
  expect(PLACES.filter(({ document }) => document === '').map(({ name }) => name)).toEqual([]);
  // A field that answers nothing of one's own either would make the test above say nothing.
  const found = [
    await callers.VIEWER?.(documents.READ_USER, { id: own.user }),
    await callers.VIEWER?.(documents.READ_PROJECT, { id: own.project }),
    await callers.VIEWER?.(documents.READ_TRAIL, { id: own.project, userId: own.user }),
    await callers.VIEWER?.(documents.EXPLAIN_ACCESS, { projectId: own.project, sender: '+5511987654321' }),
  ];
  expect(
    found.map((answer) => JSON.stringify(answer).includes(own.project) || JSON.stringify(answer).includes(own.user)),
  ).toEqual([true, true, true, true]);
});

test("the access check does not tell another project's numbers from unknown ones", async () => {
  const other = await service.project('Other');
  const ask = async (phoneNumber: string) =>
    other.gateway(documents.CHECK_ACCESS, {
      environmentId: other.production,
      sender: { channel: 'WHATSAPP', phoneNumber },
    });
  const plan = async (phoneNumber: string) => (await ask(phoneNumber)).data.checkAccess;
  expect(await plan('+5511987654321')).toEqual(await plan('+5511900000000'));
  // And takes the same way to the answer: one statement, which looks in no project but its own.
  expect(await service.countStatements(() => ask('+5511987654321'))).toBe(
    await service.countStatements(() => ask('+5511900000000')),
  );
});

function fail(role: string): never {
  throw new Error(`No caller for ${role}.`);
}
