import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type {
  ChannelIdentityInput,
  CreateUserInput,
  LinkChannelIdentityInput,
  SenderInput,
  UpdateUserInput,
} from '../../src/graphql/generated/types.ts';
import {
  CHECK_ACCESS,
  CREATE_USER,
  LINK_IDENTITY,
  READ_USER,
  SELF_REGISTER,
  UNLINK_IDENTITY,
  UPDATE_USER,
} from '../support/documents.ts';
import { errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let other: Project;

beforeAll(async () => {
  project = await service.project();
  other = await service.project('Other');
});

async function link(input: LinkChannelIdentityInput, caller = project.member) {
  return (await caller(LINK_IDENTITY, { input })).data.linkChannelIdentity;
}
async function unlink(id: unknown, caller = project.member) {
  return (await caller(UNLINK_IDENTITY, { input: { id } })).data.unlinkChannelIdentity;
}
async function check(sender: SenderInput, environmentId = project.production) {
  return (await project.gateway(CHECK_ACCESS, { environmentId, sender })).data.checkAccess;
}
async function register(sender: SenderInput, environmentId = project.production) {
  return (await project.gateway(SELF_REGISTER, { input: { environmentId, sender } })).data.selfRegisterUser;
}
async function read(id: unknown) {
  return (await project.viewer(READ_USER, { id })).data.user;
}
async function update(input: UpdateUserInput) {
  return (await project.member(UPDATE_USER, { input })).data.updateUser;
}
const invite = (fields: Partial<CreateUserInput> = {}) =>
  project.user({ environmentIds: [project.production], ...fields });

let ids = 8_000_000;
const telegram = (): { channel: 'TELEGRAM'; externalId: string } => {
  ids += 1;
  return { channel: 'TELEGRAM', externalId: String(ids) };
};

describe('linkChannelIdentity', () => {
  test('lets the user be recognised by the id from the next check on, and the trail tells it', async () => {
    const { id } = await invite();
    const identity = telegram();
    expect(await check(identity)).toMatchObject({ reason: 'UNKNOWN_SENDER', shouldRegister: true });
    const { user, channelIdentity, userErrors } = await link({ userId: id, ...identity });
    expect(userErrors).toEqual([]);
    expect(channelIdentity).toMatchObject({ ...identity, linkedBy: 'OWNER' });
    expect(user).toMatchObject({ id, version: 2, channelIdentities: [identity] });
    expect(await check(identity)).toEqual({
      allowed: true,
      reason: 'ALLOWED',
      user: { id },
      matchedBy: 'IDENTITY',
      selfRegistration: 'OPEN',
      shouldRegister: false,
    });
    const [event] = await project.trail(id);
    expect(event).toMatchObject({ action: 'CHANNEL_IDENTITY_LINKED', subjectId: id, relatedId: channelIdentity?.id });
  });

  test('of what the user has already changes nothing, its origin neither', async () => {
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15558000001', externalId: 'US.8000001' };
    const { user } = await register(sender);
    const before = await read(user?.id);
    const { channelIdentity } = await link({ userId: String(user?.id), channel: 'WHATSAPP', externalId: 'US.8000001' });
    expect(channelIdentity).toMatchObject({ linkedBy: 'PHONE_NUMBER' });
    expect(await read(user?.id)).toEqual(before);
  });

  test('of an id of another user is refused, naming them', async () => {
    const identity = telegram();
    const { user } = await register(identity);
    const { id } = await invite();
    expect((await link({ userId: id, ...identity })).userErrors).toEqual([
      refusal('IDENTITY_TAKEN', ['externalId'], /\S/, user?.id),
    ]);
  });

  test.each<[string, LinkChannelIdentityInput['channel'], string | undefined]>([
    ['an @name', 'TELEGRAM', '@ana'],
    ['a group', 'TELEGRAM', '-100123'],
    ['none', 'TELEGRAM', undefined],
    ['a user without a team', 'SLACK', 'U0456EFGH'],
  ])('of what is no id is refused at its field: %s', async (_, channel, externalId) => {
    const { id } = await invite();
    const before = await read(id);
    expect((await link({ userId: id, channel, externalId })).userErrors).toEqual([
      refusal('SENDER_INVALID', ['externalId']),
    ]);
    expect(await read(id)).toEqual(before);
  });

  test('of a 21st id is refused, and a check does not ask for it either', async () => {
    const { id } = await invite({ phoneNumber: '+15558000002' });
    for (let count = 0; count < 20; count += 1) await link({ userId: id, ...telegram() });
    expect((await link({ userId: id, ...telegram() })).userErrors).toMatchObject([{ code: 'TOO_MANY', field: null }]);
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15558000002', externalId: 'US.8000002' };
    expect(await check(sender)).toMatchObject({ allowed: true, shouldRegister: false });
    expect(await register(sender)).toMatchObject({ outcome: 'ALREADY_REGISTERED', decision: { allowed: true } });
    expect((await read(id))?.channelIdentities).toHaveLength(20);
  });

  test('to a user of another project, or an unknown one, is not found, all alike', async () => {
    const theirs = await other.user();
    const answers = [
      await link({ userId: theirs.id, ...telegram() }),
      await link({ userId: randomUUID(), ...telegram() }),
    ];
    for (const { userErrors } of answers) expect(userErrors).toEqual([refusal('NOT_FOUND', ['userId'])]);
  });

  test('takes a key that may write users', async () => {
    const { id } = await invite();
    const input = { userId: id, ...telegram() };
    expect(errorCode(await project.viewer(LINK_IDENTITY, { input }))).toBe('FORBIDDEN');
    expect(errorCode(await project.gateway(LINK_IDENTITY, { input }))).toBe('FORBIDDEN');
  });

  test('of one id to two users at once: one has it, the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const users = await Promise.all([invite(), invite()]);
      const identity = telegram();
      const answers = await Promise.all(users.map(({ id }) => link({ userId: id, ...identity })));
      const codes = answers.map(({ userErrors }) => userErrors.map(({ code }) => code));
      expect(codes.toSorted()).toEqual([[], ['IDENTITY_TAKEN']]);
      const winner = users[codes.findIndex((each) => each.length === 0)];
      expect(await check(identity)).toMatchObject({ user: { id: winner?.id } });
    }
  });
});

describe('unlinkChannelIdentity', () => {
  test('lets nobody be recognised by the id any more, and the trail tells it', async () => {
    const { id } = await invite();
    const identity = telegram();
    const { channelIdentity } = await link({ userId: id, ...identity });
    const { user, userErrors } = await unlink(channelIdentity?.id);
    expect(userErrors).toEqual([]);
    expect(user).toMatchObject({ id, version: 3, channelIdentities: [] });
    expect(await check(identity)).toMatchObject({ reason: 'UNKNOWN_SENDER', user: null, matchedBy: null });
    const [event] = await project.trail(id);
    expect(event).toMatchObject({ action: 'CHANNEL_IDENTITY_UNLINKED', relatedId: channelIdentity?.id });
  });

  test('of the last way to recognise somebody is refused', async () => {
    const { user } = await register(telegram());
    const [identity] = user?.channelIdentities ?? [];
    expect((await unlink(identity?.id)).userErrors).toEqual([refusal('LAST_IDENTITY', ['id'])]);
    const { channelIdentity } = await link({ userId: String(user?.id), ...telegram() });
    expect((await unlink(identity?.id)).userErrors).toEqual([]);
    expect((await unlink(channelIdentity?.id)).userErrors).toEqual([refusal('LAST_IDENTITY', ['id'])]);
  });

  test('of both of somebody without a phone number at once: one stays', async () => {
    const { user } = await register(telegram());
    await link({ userId: String(user?.id), ...telegram() });
    const identities = (await read(user?.id))?.channelIdentities ?? [];
    const answers = await Promise.all(identities.map(({ id }) => unlink(id)));
    expect(answers.map(({ userErrors }) => userErrors.map(({ code }) => code)).toSorted()).toEqual([
      [],
      ['LAST_IDENTITY'],
    ]);
    expect((await read(user?.id))?.channelIdentities).toHaveLength(1);
  });

  test('of an identity of another project, or an unknown one, is not found, all alike', async () => {
    const theirs = await other.user();
    const { channelIdentity } = await link({ userId: theirs.id, ...telegram() }, other.member);
    for (const id of [channelIdentity?.id, randomUUID()]) {
      expect((await unlink(id)).userErrors).toEqual([refusal('NOT_FOUND', ['id'])]);
    }
  });
});

describe('createUser with channel identities', () => {
  const create = async (channelIdentities: ChannelIdentityInput[]) => {
    const input = project.form({ environmentIds: [project.production], channelIdentities });
    return (await project.member(CREATE_USER, { input })).data.createUser;
  };

  test('adds a user who is recognised on each channel at once', async () => {
    const identities = [telegram(), { channel: 'SLACK', externalId: 'T8:U8' } as const];
    const { user } = await create([...identities, ...identities]);
    expect(user?.channelIdentities).toMatchObject([
      { channel: 'TELEGRAM', linkedBy: 'OWNER' },
      { channel: 'SLACK', linkedBy: 'OWNER' },
    ]);
    for (const identity of identities)
      expect(await check(identity)).toMatchObject({ allowed: true, user: { id: user?.id } });
  });

  test('tells what is no id, and what is another user’s, at its place in the list', async () => {
    const taken = telegram();
    const { user } = await register(taken);
    expect(await create([telegram(), { channel: 'TELEGRAM', externalId: '@ana' }, taken])).toEqual({
      user: null,
      userErrors: [
        refusal('SENDER_INVALID', ['channelIdentities', '1', 'externalId']),
        refusal('IDENTITY_TAKEN', ['channelIdentities', '2', 'externalId'], /\S/, user?.id),
      ].map((error) => ({ ...error })),
    });
  });

  test('takes at most 20', async () => {
    const { userErrors } = await create(Array.from({ length: 21 }, telegram));
    expect(userErrors).toMatchObject([{ code: 'TOO_MANY', field: ['channelIdentities'] }]);
  });
});

describe('what was linked by an attribute goes with the attribute', () => {
  test('a corrected number takes along who came in by the wrong one: they are strangers again', async () => {
    const { id } = await invite({ phoneNumber: '+15558000010' });
    const stranger: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15558000010', externalId: 'US.8000010' };
    expect(await register(stranger)).toMatchObject({ outcome: 'LINKED_TO_EXISTING', decision: { allowed: true } });
    const { user, unlinkedIdentities } = await update({ id, phoneNumber: '+15558000011' });
    expect(user?.channelIdentities).toEqual([]);
    expect(unlinkedIdentities).toEqual([{ channel: 'WHATSAPP', externalId: 'US.8000010', linkedBy: 'PHONE_NUMBER' }]);
    for (const sender of [stranger, { ...stranger, phoneNumber: null }]) {
      expect(await check(sender)).toMatchObject({ allowed: false, reason: 'UNKNOWN_SENDER', user: null });
    }
    const actions = (await project.trail(id)).map(({ action }) => action);
    expect(actions.slice(0, 2).toSorted()).toEqual(['CHANNEL_IDENTITY_UNLINKED', 'USER_UPDATED']);
  });

  test('the same number in another writing is no correction', async () => {
    const { id } = await invite({ phoneNumber: '+52 55 8000 0012' });
    await register({ channel: 'WHATSAPP', phoneNumber: '5215580000012', externalId: 'MX.8000012' });
    const { user, unlinkedIdentities } = await update({ id, phoneNumber: '+52 1 55 8000 0012' });
    expect([unlinkedIdentities, user?.channelIdentities]).toMatchObject([[], [{ externalId: 'MX.8000012' }]]);
  });

  test('what the owner linked, and what a Telegram newcomer registered with, stays', async () => {
    const { user } = await register({ ...telegram(), phoneNumber: '+15558000013' });
    await link({ userId: String(user?.id), channel: 'SLACK', externalId: 'T813:U813' });
    await register({ channel: 'WHATSAPP', phoneNumber: '15558000013', externalId: 'US.8000013' });
    const { unlinkedIdentities, user: corrected } = await update({ id: String(user?.id), phoneNumber: '+15558000014' });
    expect(unlinkedIdentities).toMatchObject([{ externalId: 'US.8000013' }]);
    expect(corrected?.channelIdentities).toMatchObject([{ linkedBy: 'REGISTRATION' }, { linkedBy: 'OWNER' }]);
  });

  test('an e-mail address that is changed or cleared takes along who Slack confirmed it for', async () => {
    const { id } = await invite({ email: 'ana@x8.com' });
    const sender: SenderInput = { channel: 'SLACK', externalId: 'T8:U820', email: 'Ana@X8.com' };
    expect(await check(sender)).toMatchObject({
      allowed: true,
      matchedBy: 'EMAIL',
      shouldRegister: true,
      user: { id },
    });
    expect(await register(sender)).toMatchObject({ outcome: 'LINKED_TO_EXISTING', user: { id, email: 'ana@x8.com' } });
    expect((await update({ id, email: 'ANA@x8.com' })).unlinkedIdentities).toEqual([]);
    expect((await update({ id, email: null })).unlinkedIdentities).toMatchObject([
      { externalId: 'T8:U820', linkedBy: 'EMAIL' },
    ]);
    expect(await check(sender)).toMatchObject({ allowed: false, reason: 'UNKNOWN_SENDER' });
  });

  test('and where nothing would be left to recognise somebody by, the change is refused', async () => {
    const first = telegram();
    const { user } = await register(first);
    const id = String(user?.id);
    await update({ id, firstName: 'Ana', lastName: 'Lima', email: 'only@x8.com' });
    await register({ channel: 'SLACK', externalId: 'T8:U821', email: 'only@x8.com' });
    const [own] = (await read(id))?.channelIdentities ?? [];
    await unlink(own?.id);
    const before = await read(id);
    expect(await update({ id, email: 'new@x8.com' })).toMatchObject({
      user: null,
      unlinkedIdentities: [],
      userErrors: [{ code: 'LAST_IDENTITY', field: ['email'] }],
    });
    expect(await read(id)).toEqual(before);
  });

  test('against a webhook that links at once, the wrong person is not left in', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [wrong, right] = [`+1555801${1000 + round}`, `+1555802${1000 + round}`];
      const { id } = await invite({ phoneNumber: wrong });
      const stranger: SenderInput = { channel: 'WHATSAPP', phoneNumber: wrong.slice(1), externalId: `US.81${round}` };
      await Promise.all([update({ id, phoneNumber: right }), register(stranger)]);
      const { user } = await check({ channel: 'WHATSAPP', externalId: `US.81${round}` });
      expect(user?.id).not.toBe(id);
      expect((await read(id))?.channelIdentities).toEqual([]);
    }
  });
});

describe('a number that changed hands', () => {
  const known = async (number: string, externalId: string) => {
    const { id } = await invite({ phoneNumber: `+${number}` });
    await register({ channel: 'WHATSAPP', phoneNumber: number, externalId });
    return id;
  };

  test.each([
    ['business-scoped', 'US.8301', 'US.8302'],
    ['parent', 'US.ENT.8301', 'US.ENT.8302'],
    ['@lid', '8301@lid', '8302@lid'],
  ])('recognises nobody: its next holder comes with another id (%s)', async (kind, first, next) => {
    const number = `155583${String(kind.length).padStart(5, '0')}`;
    await known(number, first);
    const nextHolder: SenderInput = { channel: 'WHATSAPP', phoneNumber: number, externalId: next };
    expect(await check(nextHolder)).toEqual({
      allowed: false,
      reason: 'IDENTITY_CONFLICT',
      user: null,
      matchedBy: null,
      selfRegistration: 'OPEN',
      shouldRegister: false,
    });
    expect(await register(nextHolder)).toMatchObject({
      user: null,
      userErrors: [{ code: 'IDENTITY_CONFLICT', field: ['sender'] }],
      decision: { reason: 'IDENTITY_CONFLICT' },
    });
  });

  test('an id of another kind does not speak against it: WhatsApp names one person in several ways', async () => {
    const id = await known('15558310001', 'US.8310');
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15558310001', externalId: '8310@lid' };
    expect(await check(sender)).toMatchObject({ allowed: true, user: { id }, shouldRegister: true });
    expect((await register(sender)).outcome).toBe('LINKED_TO_EXISTING');
  });

  test('an id from before the number was changed does not speak against a new one', async () => {
    const { user } = await register({ channel: 'WHATSAPP', externalId: 'US.8320' });
    const id = String(user?.id);
    await update({ id, phoneNumber: '+15558320001', firstName: 'Ana', lastName: 'Lima' });
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15558320001', externalId: 'US.8321' };
    expect(await check(sender)).toMatchObject({ allowed: true, user: { id }, shouldRegister: true });
  });
});

test('whoever is invited by number, let in by number and id, is let in by the id alone once the number is hidden', async () => {
  const { id } = await invite({ phoneNumber: '+15558400001' });
  const first: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15558400001', externalId: 'US.8400' };
  expect(await check(first)).toMatchObject({ allowed: true, matchedBy: 'PHONE_NUMBER', shouldRegister: true });
  expect((await register(first)).decision).toMatchObject({
    allowed: true,
    matchedBy: 'IDENTITY',
    shouldRegister: false,
  });
  expect(await check({ channel: 'WHATSAPP', externalId: 'US.8400' })).toMatchObject({ allowed: true, user: { id } });
});

test('an e-mail address on another channel, malformed, or without an id beside it, is no sender', async () => {
  await invite({ email: 'eve@x8.com' });
  const senders: SenderInput[] = [
    { channel: 'TELEGRAM', externalId: '8500001', email: 'eve@x8.com' },
    { channel: 'WHATSAPP', phoneNumber: '15558500001', email: 'eve@x8.com' },
    { channel: 'SLACK', externalId: 'T8:U85', email: 'eve@' },
    { channel: 'SLACK', email: 'eve@x8.com' },
  ];
  for (const sender of senders) {
    expect(await check(sender)).toMatchObject({ allowed: false, reason: 'INVALID_SENDER', shouldRegister: false });
    expect(await register(sender)).toMatchObject({
      user: null,
      decision: null,
      userErrors: [{ code: 'SENDER_INVALID' }],
    });
  }
});
