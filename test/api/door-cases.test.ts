// Each was found by the model (test/model), and is told here by its shortest history.
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { type KyselyPlugin, sql } from 'kysely';
import type { Actor } from '../../src/domain/actor.ts';
import { blockSender } from '../../src/domain/blocked-senders.ts';
import { selfRegisterUser } from '../../src/domain/self-registration.ts';
import type { SenderInput } from '../../src/graphql/generated/types.ts';
import { DELETE_USER, LINK_IDENTITY, REPLACE_SENDER, SELF_REGISTER, UNLINK_IDENTITY } from '../support/documents.ts';
import type { Call, Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;

beforeAll(async () => {
  project = await service.project();
  const input = { id: project.production, selfRegistration: 'APPROVAL' };
  await run(project.administrator, 'updateEnvironment', input, 'environment { id }');
});

async function run(caller: Call, name: string, input: Record<string, unknown>, payload: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${payload} userErrors { code } } }`;
  const { data } = await caller(document, { input });
  // biome-ignore lint/suspicious/noExplicitAny: payloads of several mutations
  return (data as any)[name];
}
const register = async (sender: SenderInput, fields: { email?: string; environmentId?: string } = {}) => {
  const input = { environmentId: project.production, sender, ...fields };
  return (await project.gateway(SELF_REGISTER, { input })).data.selfRegisterUser;
};
const block = (whom: object) =>
  run(
    project.member,
    'blockSender',
    { projectId: project.id, ...whom },
    'blockedSenders { id phoneNumber externalId }',
  );

async function requests() {
  const document = `query ($id: ID!) { project(id: $id) { accessRequests(first: 100, status: null) { nodes {
    id phoneNumber externalId email status user { id } } } } }`;
  const { data } = await project.viewer(document, { id: project.id });
  return data.project?.accessRequests.nodes ?? [];
}
async function requestOf(part: { phoneNumber?: string; externalId?: string }) {
  const isTheirs = (each: { phoneNumber?: string | null; externalId?: string | null }) =>
    part.externalId ? each.externalId === part.externalId : each.phoneNumber === part.phoneNumber;
  return (await requests()).find(isTheirs);
}
async function blocks() {
  const document = `query ($id: ID!) { project(id: $id) { blockedSenders(first: 100) { nodes { id phoneNumber externalId } } } }`;
  const { data } = await project.viewer(document, { id: project.id });
  return (data.project?.blockedSenders.nodes ?? []).map(({ phoneNumber, externalId }) => phoneNumber ?? externalId);
}

const telegram = (externalId: string, phoneNumber?: string): SenderInput => ({
  channel: 'TELEGRAM',
  externalId,
  phoneNumber,
});

test('a request of whoever is let in since somebody else lost the number is closed', async () => {
  const sender = telegram('6100001', '15556100001');
  await register(sender);
  const other = await project.user({ phoneNumber: '+15556100001', environmentIds: [project.staging] });
  const { id } = await project.user({
    channelIdentities: [{ channel: 'TELEGRAM', externalId: '6100001' }],
    environmentIds: [project.production],
  });
  expect(await requestOf({ externalId: '6100001' })).toMatchObject({ status: 'PENDING' });
  await project.member(DELETE_USER, { input: { id: other.id } });
  expect(await requests()).toContainEqual(expect.objectContaining({ status: 'APPROVED', user: { id } }));
  expect(await requestOf({ externalId: '6100001' })).toBeUndefined();
});

test('a request of whoever is let in since the block was lifted is closed', async () => {
  await register(telegram('6200001', '15556200001'));
  const { blockedSenders } = await block({ sender: { channel: 'TELEGRAM', phoneNumber: '15556200001' } });
  const { id } = await project.user({
    channelIdentities: [{ channel: 'TELEGRAM', externalId: '6200001' }],
    environmentIds: [project.production],
  });
  await run(project.member, 'unblockSender', { id: blockedSenders[0].id }, 'deletedBlockedSenderId');
  expect(await requests()).toContainEqual(expect.objectContaining({ status: 'APPROVED', user: { id } }));
});

test('a request of an id that is linked to somebody who is blocked is dismissed', async () => {
  await register(telegram('6300001'));
  const { id } = await project.user({ environmentIds: [project.production] });
  await block({ userId: id });
  await project.member(LINK_IDENTITY, { input: { userId: id, channel: 'TELEGRAM', externalId: '6300001' } });
  expect(await requestOf({ externalId: '6300001' })).toMatchObject({ status: 'DISMISSED' });
});

test('a block follows to the previous id as well, when that is linked with the new number', async () => {
  const { id } = await project.user({ phoneNumber: '+15556400001', environmentIds: [project.production] });
  await block({ userId: id });
  const previous = { channel: 'WHATSAPP', phoneNumber: '15556400001', externalId: 'US.6400' };
  const current = { channel: 'WHATSAPP', phoneNumber: '15556400002' };
  await project.gateway(REPLACE_SENDER, { input: { environmentId: project.production, previous, current } });
  expect(await blocks()).toEqual(expect.arrayContaining(['+15556400001', '+15556400002', 'US.6400']));
});

test('whoever had asked by the number or by the id has asked already; a typed address is never taken for a confirmed one', async () => {
  const typed = await project.user({ email: 'typed65@example.com', environmentIds: [project.staging] });
  const slack = (externalId: string, part: object = {}): SenderInput => ({ channel: 'SLACK', externalId, ...part });
  await register(slack('T65:UA'), { email: 'typed65@example.com' });
  const number = { phoneNumber: '+15556500001' };
  await register(slack('T65:UB', { ...number, email: 'confirmed65@example.com' }));
  expect(await register(slack('T65:UA', number))).toMatchObject({ outcome: 'ALREADY_REQUESTED' });
  const request = await requestOf({ externalId: 'T65:UA' });
  expect(request).toMatchObject({ email: 'confirmed65@example.com' });
  const approved = await run(project.member, 'approveAccessRequest', { id: request?.id }, 'user { id } outcome');
  expect(approved).toMatchObject({ outcome: 'CREATED' });
  expect(approved.user.id).not.toBe(typed.id);
});

test('who could talk where they asked is linked, whatever else they are given', async () => {
  await register(telegram('6600001'));
  const { id } = await project.user({ environmentIds: [project.production] });
  const request = await requestOf({ externalId: '6600001' });
  const input = { id: request?.id, userId: id, environmentIds: [project.staging] };
  expect(await run(project.member, 'approveAccessRequest', input, 'outcome')).toMatchObject({
    outcome: 'LINKED_TO_EXISTING',
  });
});

test('a request is gone with its environment, also while the rows of a large one wait to be deleted', async () => {
  const input = { projectId: project.id, name: 'Gone', type: 'STAGING', selfRegistration: 'APPROVAL' };
  const { environment } = await run(project.administrator, 'createEnvironment', input, 'environment { id }');
  await register(telegram('6700001'), { environmentId: environment.id });
  const request = await requestOf({ externalId: '6700001' });
  for (const mark of [sql`removal_transaction = pg_current_xact_id()`, sql`removed_at = now()`]) {
    await sql`update environments set ${mark} where id = ${environment.id}`.execute(service.owner);
  }
  for (const name of ['approveAccessRequest', 'dismissAccessRequest']) {
    const { userErrors } = await run(project.member, name, { id: request?.id }, 'accessRequest { id }');
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  }
});

test('whose request gets another number while it is being blocked is blocked with that number', async () => {
  await register(telegram('6800001', '15556800001'));
  const request = await requestOf({ externalId: '6800001' });
  let hasWritten = false;
  const writesAgain: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      // Right after the request was read.
      const isRead = result.rows.some((row) => row.id === request?.id);
      if (isRead && !hasWritten) {
        hasWritten = true;
        await register(telegram('6800001', '15556800002'));
      }
      return result;
    },
  };
  const input = { projectId: project.id, accessRequestId: String(request?.id) };
  await blockSender({ actor: MEMBER, db: service.db.withPlugin(writesAgain) }, input);
  expect(await blocks()).toEqual(expect.arrayContaining(['+15556800002', '6800001']));
});

test('whose id is unlinked while it is being blocked is not blocked with it', async () => {
  for (let statement = 1; statement <= 3; statement += 1) {
    const externalId = `695000${statement}`;
    const identity = { channel: 'TELEGRAM', externalId } as const;
    const phoneNumber = `+1555695000${statement}`;
    const { channelIdentities } = await project.user({ phoneNumber, channelIdentities: [identity] });
    let asked = 0;
    const unlinks: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        asked += 1;
        if (asked === statement) {
          await project.member(UNLINK_IDENTITY, { input: { id: channelIdentities[0]?.id } });
        }
        return result;
      },
    };
    const input = { projectId: project.id, sender: identity };
    await blockSender({ actor: MEMBER, db: service.db.withPlugin(unlinks) }, input);
    expect(await blocks()).toContain(externalId);
    expect(await blocks()).not.toContain(phoneNumber);
  }
});

test('who is blocked between two statements of a registration gets nothing by it', async () => {
  for (let statement = 1; statement <= 3; statement += 1) {
    const phoneNumber = `1555690000${statement}`;
    const { id } = await project.user({ phoneNumber: `+${phoneNumber}`, environmentIds: [project.staging] });
    let asked = 0;
    const blocks: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        asked += 1;
        if (asked === statement) await block({ userId: id });
        return result;
      },
    };
    const sender = telegram(`690000${statement}`, phoneNumber);
    const registering = selfRegisterUser(
      {
        actor: { ...MEMBER, grants: { id: null, role: 'GATEWAY' } },
        db: service.db.withPlugin(blocks),
        shortReads: service.db,
      },
      { environmentId: project.development, sender },
    );
    await expect(registering).rejects.toMatchObject({ problems: [{ code: 'SENDER_BLOCKED' }] });
  }
});

const MEMBER: Actor = {
  kind: 'accessKey',
  id: randomUUID(),
  name: 'member',
  grants: { id: null, role: 'MEMBER' },
  environmentIds: null,
};
