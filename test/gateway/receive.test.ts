import { beforeAll, expect, test } from '@jest/globals';
import { createGateway, type Gateway, receive, senderOfSlack } from '../../src/gateway/gateway.ts';
import type { CreateUserInput } from '../../src/graphql/generated/types.ts';
import { createDoor } from '../support/door.ts';
import { listen, passOn } from '../support/listener.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let key: string;
let gateway: Gateway;
beforeAll(async () => {
  project = await service.project();
  key = await service.secretFor('GATEWAY', project.id);
  gateway = createGateway({ url: service.url, key, environmentId: project.staging });
});

const invite = (fields: Partial<CreateUserInput>) => project.user({ environmentIds: [project.staging], ...fields });
const from = (externalId: string, text: string) => ({
  sender: { channel: 'TELEGRAM' as const, externalId },
  profile: {},
  text,
});
const number = (phoneNumber: string) => ({ channel: 'WHATSAPP' as const, phoneNumber });
const known = (externalId: string) => ({ channelIdentities: [{ channel: 'TELEGRAM' as const, externalId }] });

test('Whoever wrote is admitted', async () => {
  const { id } = await invite(known('111'));
  const received = await receive(gateway, from('111', 'Hello'));
  expect(received).toMatchObject({ allowed: true, reason: 'ALLOWED', user: { id }, isLinked: false });
  expect(await receive(gateway, from('112', 'Hello'))).toMatchObject({ allowed: false, reason: 'UNKNOWN_SENDER' });
});

test('Nobody is admitted where nobody wrote', async () => {
  const nobody = {
    allowed: false,
    reason: 'INVALID_SENDER',
    user: null,
    outcome: null,
    isLinked: false,
    isDecided: true,
  };
  for (const event of [null, undefined, 'Hello', 5]) expect(await receive(gateway, event as null)).toEqual(nobody);
});

test('A code is redeemed first, and lets nobody in by itself', async () => {
  const { id } = await invite({});
  const received = await receive(gateway, from('211', `/start ${await createDoor(project).invitationCode(id)}`));
  expect(received).toMatchObject({ allowed: true, user: { id }, isLinked: true });
  const elsewhere = await project.user({ environmentIds: [project.development] });
  const code = await createDoor(project).invitationCode(elsewhere.id);
  const refused = { allowed: false, reason: 'NOT_IN_ENVIRONMENT', user: { id: elsewhere.id }, isLinked: true };
  expect(await receive(gateway, from('212', code))).toMatchObject(refused);
});

test('A code that an @mention in a channel of Slack has in it is not redeemed: others read it, too', async () => {
  const { id } = await invite({});
  const code = await createDoor(project).invitationCode(id);
  const said = { user: 'U0215', team: 'T0001', text: `<@U0BOT> ${code}` };
  const mention = senderOfSlack({ ...said, type: 'app_mention', channel: 'C0001' });
  expect(await receive(gateway, mention)).toMatchObject({ allowed: false, reason: 'UNKNOWN_SENDER', isLinked: false });
  const direct = senderOfSlack({ ...said, type: 'message', channel: 'D0001', channel_type: 'im' });
  expect(await receive(gateway, direct)).toMatchObject({ allowed: true, user: { id }, isLinked: true });
});

test('A code that got no answer is not passed on as a message, whoever wrote it', async () => {
  const { id } = await invite(known('311'));
  const code = await createDoor(project).invitationCode(id);
  const server = await listen((response, heard) =>
    heard.operation === 'GatewayRedeem' ? response.writeHead(503).end() : passOn(service, response, heard),
  );
  const settings = { url: server.url, key, environmentId: project.staging, totalMs: 2000, onError: () => {} };
  const received = await receive(createGateway(settings), from('311', code));
  server.close();
  const nothing = {
    allowed: false,
    reason: 'UNAVAILABLE',
    user: null,
    outcome: null,
    isLinked: false,
    isDecided: false,
  };
  expect(received).toEqual(nothing);
});

test.each([
  ['UNAVAILABLE', { url: 'http://127.0.0.1:9' }],
  ['UNAUTHENTICATED', { key: `umk_${'0'.repeat(32)}_${'A'.repeat(43)}` }],
  ['UNKNOWN_ENVIRONMENT', { environmentId: '01a2b3c4-0000-7000-8000-000000000000' }],
])('Nothing is decided when the reason is %s, of messages, codes and changed numbers', async (reason, trouble) => {
  const settings = { url: service.url, key, environmentId: project.staging, totalMs: 500, onError: () => {} };
  const troubled = createGateway({ ...settings, ...trouble });
  const change = { kind: 'numberChanged' as const, previous: number('12025550151'), current: number('12025550152') };
  for (const event of [from('411', 'Hello'), from('411', `um-${'a'.repeat(22)}`), change]) {
    expect(await receive(troubled, event)).toMatchObject({ allowed: false, reason, isDecided: false });
    expect(await receive(gateway, event)).toMatchObject({ allowed: false, isDecided: true });
  }
});

test('A changed number is followed, and is no message', async () => {
  const { id } = await invite({ phoneNumber: '+12025550141' });
  const [previous, current] = [number('12025550141'), number('12025550142')];
  for (const reason of ['REPLACED', 'ALREADY_REPLACED']) {
    const received = await receive(gateway, { kind: 'numberChanged', previous, current });
    expect(received).toMatchObject({ allowed: false, reason, user: { id }, outcome: null, isLinked: false });
  }
  expect(await gateway.admit(current)).toMatchObject({ allowed: true, user: { id } });
});
