import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { SenderInput } from '../../src/graphql/generated/types.ts';
import {
  BLOCK_SENDER,
  CREATE_USER,
  DELETE_USER,
  LINK_IDENTITY,
  LIST_BLOCKS,
  MERGE_USERS,
  REPLACE_SENDER,
  UPDATE_USER,
} from '../support/documents.ts';
import { createDoor, type Door, telegram, whatsApp } from '../support/door.ts';
import { dumpRows } from '../support/dump.ts';
import { errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;

beforeAll(async () => {
  project = await service.project();
  door = createDoor(project);
  await door.setMode('APPROVAL');
});

const ofPhone = (phoneNumber: unknown): SenderInput => ({ channel: 'WHATSAPP', phoneNumber: String(phoneNumber) });
const replace = async (previous: SenderInput, current: SenderInput) => {
  const input = { environmentId: project.development, previous, current };
  return (await project.gateway(REPLACE_SENDER, { input })).data.replaceSender;
};
const isBlocked = async (id: unknown) => {
  const { data } = await project.viewer('query ($id: ID!) { user(id: $id) { isBlocked } }', { id });
  return data.user?.isBlocked;
};
/** The blocks of this very id or number. A search finds those of the whole user. */
async function listBlocks(search: string) {
  const { data } = await project.viewer(LIST_BLOCKS, { id: project.id, first: 100, search });
  const blocks = data.project?.blockedSenders.nodes ?? [];
  return blocks.filter(({ externalId, phoneNumber }) => [externalId, phoneNumber].includes(search));
}

describe('blocking', () => {
  test('a user blocks each identifier, everywhere, at the next check, and dismisses what they asked for', async () => {
    const ana = await project.user();
    const [onTelegram, onSlack] = [telegram(), { channel: 'SLACK', externalId: 'T1:U7' } as const];
    for (const each of [onTelegram, onSlack]) await door.link(ana.id, each);
    expect((await door.register(onTelegram)).outcome).toBe('REQUESTED');
    const { blockedSenders, userErrors } = await door.block({ userId: ana.id, note: '  Sells things ' });
    expect(userErrors).toEqual([]);
    const common = {
      ...{ id: expect.any(String), user: { id: ana.id }, note: 'Sells things', blockedBy: 'MEMBER' },
      createdAt: expect.stringMatching(/Z$/),
    };
    expect(blockedSenders).toHaveLength(3);
    expect(blockedSenders).toEqual(
      expect.arrayContaining([
        { ...common, channel: null, externalId: null, phoneNumber: ana.phoneNumber },
        { ...common, ...onTelegram, phoneNumber: null },
        { ...common, ...onSlack, phoneNumber: null },
      ]),
    );
    expect(await isBlocked(ana.id)).toBe(true);
    for (const environmentId of [project.development, project.staging, project.production]) {
      for (const sender of [onTelegram, onSlack, ofPhone(ana.phoneNumber)]) {
        expect(await door.check(sender, environmentId)).toMatchObject({
          ...{ allowed: false, reason: 'BLOCKED', shouldRegister: false },
        });
      }
    }
    expect(await door.list({ search: onTelegram.externalId })).toMatchObject([{ status: 'DISMISSED', attempts: 1 }]);
    expect(await door.list({ search: onTelegram.externalId, status: 'PENDING' })).toEqual([]);
  });

  test('a sender whom nobody is blocks what was given, and any of it blocks the whole', async () => {
    const sender = whatsApp();
    expect((await door.block({ sender })).blockedSenders).toHaveLength(2);
    const [other, another] = [telegram(), whatsApp()];
    for (const each of [
      sender,
      { ...sender, phoneNumber: null },
      { ...other, phoneNumber: sender.phoneNumber },
      { ...another, externalId: sender.externalId },
    ]) {
      expect(await door.check(each)).toMatchObject({ reason: 'BLOCKED', user: null, shouldRegister: false });
    }
    expect(await door.check(other)).toMatchObject({ reason: 'UNKNOWN_SENDER' });
  });

  test('a sender whom we recognise blocks the user whole', async () => {
    const ana = await project.user();
    const onTelegram = telegram();
    await door.link(ana.id, onTelegram);
    const { blockedSenders } = await door.block({ sender: ofPhone(ana.phoneNumber) });
    expect(blockedSenders).toHaveLength(2);
    expect(await door.check(onTelegram)).toMatchObject({ reason: 'BLOCKED', user: { id: ana.id } });
  });

  test('a request blocks its sender and dismisses it', async () => {
    const sender = whatsApp();
    await door.register(sender);
    const [request] = await door.list({ search: sender.externalId });
    expect((await door.block({ accessRequestId: request?.id })).blockedSenders).toHaveLength(2);
    expect(await door.list({ search: sender.externalId })).toMatchObject([{ status: 'DISMISSED' }]);
    expect(await door.check(sender)).toMatchObject({ reason: 'BLOCKED' });
  });

  test('a request whose number changed hands, or is another user’s than the id, blocks the id alone', async () => {
    const { development, staging } = project;
    const ana = await project.user({ environmentIds: [development, staging] });
    const bill = await project.user({ environmentIds: [development, staging] });
    const [hers, hersElsewhere, his] = [whatsApp(String(ana.phoneNumber)), telegram(), telegram()];
    for (const each of [hers, hersElsewhere]) await door.link(ana.id, each);
    await door.link(bill.id, his);
    await door.setMode('CLOSED', development);
    for (const knocked of [
      { ...whatsApp(), phoneNumber: hers.phoneNumber },
      { ...his, phoneNumber: hers.phoneNumber },
    ]) {
      expect(await door.check(knocked, development)).toMatchObject({ reason: 'IDENTITY_CONFLICT' });
      const isReached = (found: unknown[]) => found.length > 0;
      const [request] = await door.listOnce(isReached, { search: knocked.externalId, environmentIds: [development] });
      const { blockedSenders } = await door.block({ accessRequestId: request?.id });
      expect(blockedSenders).toMatchObject([{ externalId: knocked.externalId, phoneNumber: null }]);
      expect(await door.check(knocked, development)).toMatchObject({ reason: 'BLOCKED' });
      expect((await door.list({ search: knocked.externalId }))[0]?.status).toBe('DISMISSED');
    }
    expect([await isBlocked(ana.id), await isBlocked(bill.id)]).toEqual([false, true]);
    for (const each of [hers, hersElsewhere]) expect(await door.check(each)).toMatchObject({ reason: 'ALLOWED' });
  });

  test('a sender whose number changed hands blocks what was given, and nothing else of the number’s user', async () => {
    const ana = await project.user();
    const [hers, hersElsewhere] = [whatsApp(String(ana.phoneNumber)), telegram()];
    for (const each of [hers, hersElsewhere]) await door.link(ana.id, each);
    const nextHolder = { ...whatsApp(), phoneNumber: hers.phoneNumber };
    const { blockedSenders } = await door.block({ sender: nextHolder });
    const blocked = blockedSenders.map(({ externalId, phoneNumber }) => externalId ?? phoneNumber);
    expect(blocked.toSorted()).toEqual([ana.phoneNumber, nextHolder.externalId].toSorted());
  });

  test('a recognised user blocks by every way that leads to them', async () => {
    const ana = await project.user({ email: 'ana.blocked@example.com' });
    await door.block({ userId: ana.id });
    const slack: SenderInput = { channel: 'SLACK', externalId: 'T1:U8', email: 'Ana.Blocked@example.com' };
    expect(await door.check(slack, project.development)).toMatchObject({ reason: 'BLOCKED', user: { id: ana.id } });
  });

  test.each([
    ['5215598765432', '+525598765432'],
    ['+541198765432', '5491198765432'],
  ])('one writing of a number blocks the other: %s', async (one, other) => {
    await door.block({ sender: ofPhone(one) });
    expect(await door.check(ofPhone(other))).toMatchObject({ reason: 'BLOCKED' });
    expect((await door.block({ sender: ofPhone(other) })).blockedSenders).toHaveLength(1);
  });

  test('twice is once: the blocks of before are answered, and their note is kept', async () => {
    const ana = await project.user();
    const first = await door.block({ userId: ana.id, note: 'First' });
    const trail = await project.trail(ana.id);
    expect(await door.block({ userId: ana.id, note: 'Second' })).toEqual(first);
    expect(await door.block({ sender: ofPhone(ana.phoneNumber) })).toEqual(first);
    expect(await project.trail(ana.id)).toEqual(trail);
    const twice = await Promise.all([1, 2, 3, 4].map(() => door.block({ sender: ofPhone('+12025550190') })));
    expect(new Set(twice.map(({ blockedSenders }) => blockedSenders.map(({ id }) => id).join())).size).toBe(1);
  });

  test('goes before every reason but that of no environment and no sender', async () => {
    const [ana, bill] = [await project.user(), await project.user()];
    const conflict = { ...telegram(), phoneNumber: bill.phoneNumber };
    await door.link(ana.id, conflict);
    await door.block({ userId: bill.id });
    expect(await door.check(conflict, project.development)).toMatchObject({ reason: 'BLOCKED' });
    expect(await door.check(conflict, randomUUID())).toMatchObject({ reason: 'UNKNOWN_ENVIRONMENT' });
    const invalid: SenderInput = { ...ofPhone(bill.phoneNumber), externalId: '@ana' };
    expect(await door.check(invalid)).toMatchObject({ reason: 'INVALID_SENDER' });
  });
});

describe('whom to block', () => {
  test('is said in exactly one way', async () => {
    const ana = await project.user();
    const sender = telegram();
    for (const fields of [{}, { userId: ana.id, sender }, { sender, accessRequestId: randomUUID() }]) {
      const answer = await project.member(BLOCK_SENDER, { input: { projectId: project.id, ...fields } });
      expect(errorCode(answer)).toBe('BAD_USER_INPUT');
    }
    expect(await isBlocked(ana.id)).toBe(false);
  });

  test('is of the project', async () => {
    const other = await service.project('Other');
    const there = createDoor(other);
    await there.setMode('APPROVAL');
    await there.register(telegram());
    const [foreign] = await there.list();
    const bill = await other.user();
    const before = await dumpRows(service.owner);
    for (const userId of [randomUUID(), bill.id]) {
      expect((await door.block({ userId })).userErrors).toEqual([refusal('NOT_FOUND', ['userId'])]);
    }
    for (const accessRequestId of [randomUUID(), foreign?.id]) {
      const { userErrors } = await door.block({ accessRequestId });
      expect(userErrors).toEqual([refusal('NOT_FOUND', ['accessRequestId'])]);
    }
    for (const projectId of [randomUUID(), other.id]) {
      const { userErrors } = await door.block({ projectId, sender: telegram() });
      expect(userErrors).toEqual([refusal('NOT_FOUND', ['projectId'])]);
    }
    expect(await dumpRows(service.owner)).toEqual(before);
    const [block] = (await there.block({ projectId: other.id, sender: telegram() })).blockedSenders;
    for (const id of [randomUUID(), block?.id]) {
      expect(await door.unblock(id)).toEqual({
        deletedBlockedSenderId: null,
        userErrors: [refusal('NOT_FOUND', ['id'])],
      });
    }
  });

  test('is somebody', async () => {
    const bad = await door.block({ sender: { channel: 'TELEGRAM', externalId: '@ana' } });
    expect(bad).toEqual({ blockedSenders: [], userErrors: [refusal('SENDER_INVALID', ['sender', 'externalId'])] });
    const none = await door.block({ sender: { channel: 'TELEGRAM' } });
    expect(none.userErrors).toEqual([refusal('SENDER_INVALID', ['sender'])]);
    const short = await door.block({ sender: ofPhone('555') });
    expect(short.userErrors).toEqual([refusal('PHONE_NUMBER_INVALID', ['sender', 'phoneNumber'])]);
  });

  test('is refused with all that is wrong at once, in the order of the form', async () => {
    const note = 'x'.repeat(501);
    const tooLong = refusal('TOO_LONG', ['note']);
    const bad = await door.block({ sender: { channel: 'WHATSAPP', phoneNumber: 'abc', externalId: 'x@g.us' }, note });
    expect(bad.userErrors).toEqual([
      refusal('PHONE_NUMBER_INVALID', ['sender', 'phoneNumber']),
      refusal('SENDER_INVALID', ['sender', 'externalId']),
      tooLong,
    ]);
    for (const field of ['userId', 'accessRequestId']) {
      const nobody = await door.block({ [field]: randomUUID(), note });
      expect(nobody.userErrors).toEqual([refusal('NOT_FOUND', [field]), tooLong]);
    }
  });

  test('has a note of 500 characters at most', async () => {
    const sender = telegram();
    const { userErrors } = await door.block({ sender, note: '😀'.repeat(501) });
    expect(userErrors).toEqual([refusal('TOO_LONG', ['note'])]);
    expect(await door.check(sender)).toMatchObject({ reason: 'UNKNOWN_SENDER' });
    const { blockedSenders } = await door.block({ sender, note: '😀'.repeat(500) });
    expect(blockedSenders).toMatchObject([{ note: '😀'.repeat(500) }]);
  });
});

describe('who is blocked', () => {
  test('neither registers nor asks, and is told what a check would say', async () => {
    const sender = whatsApp();
    await door.block({ sender: { ...sender, phoneNumber: null } });
    for (const environmentId of [project.staging, project.production]) {
      expect(await door.register(sender, {}, environmentId)).toMatchObject({
        ...{ user: null, outcome: null, userErrors: [refusal('SENDER_BLOCKED', ['sender'])] },
        decision: { allowed: false, reason: 'BLOCKED', shouldRegister: false },
      });
    }
    expect(await door.list({ search: sender.externalId })).toEqual([]);
  });

  test('is not let in by an approval', async () => {
    const sender = whatsApp();
    await door.register(sender);
    const [request] = await door.list({ search: sender.externalId });
    const [bill, ana] = [await project.user(), await project.user()];
    await door.block({ userId: bill.id });
    const toBlocked = await door.approve(request?.id, { userId: bill.id });
    expect(toBlocked.userErrors).toEqual([refusal('SENDER_BLOCKED', ['userId'])]);
    await door.block({ sender: ofPhone(sender.phoneNumber) });
    for (const fields of [{}, { userId: ana.id }]) {
      expect((await door.approve(request?.id, fields)).userErrors).toMatchObject([{ code: 'SENDER_BLOCKED' }]);
    }
  });

  test('is neither linked nor added, nor gets their number to a user', async () => {
    const sender = whatsApp();
    await door.block({ sender });
    const ana = await project.user();
    expect((await door.link(ana.id, sender)).userErrors).toEqual([refusal('SENDER_BLOCKED', ['externalId'])]);
    const phoneNumber = `+${sender.phoneNumber}`;
    const channelIdentities = [telegram(), { channel: sender.channel, externalId: sender.externalId }];
    const { data } = await project.member(CREATE_USER, { input: project.form({ phoneNumber, channelIdentities }) });
    expect(data.createUser.userErrors).toEqual([
      refusal('PHONE_NUMBER_BLOCKED', ['phoneNumber']),
      refusal('SENDER_BLOCKED', ['channelIdentities', '1', 'externalId']),
    ]);
    const plain = await project.member(CREATE_USER, { input: project.form({ phoneNumber }) });
    expect(plain.data.createUser.userErrors).toEqual([refusal('PHONE_NUMBER_BLOCKED', ['phoneNumber'])]);
    const updated = await project.member(UPDATE_USER, { input: { id: ana.id, phoneNumber } });
    expect(updated.data.updateUser.userErrors).toEqual([refusal('PHONE_NUMBER_BLOCKED', ['phoneNumber'])]);
  });

  test('may be changed otherwise', async () => {
    const ana = await project.user();
    await door.block({ userId: ana.id });
    const input = { id: ana.id, phoneNumber: ana.phoneNumber, firstName: 'Anna' };
    expect((await project.member(UPDATE_USER, { input })).data.updateUser).toMatchObject({
      user: { firstName: 'Anna' },
      userErrors: [],
    });
  });

  test('is so by what they get later', async () => {
    const ana = await project.user();
    await door.block({ userId: ana.id, note: 'Why' });
    const sender = telegram();
    expect((await door.link(ana.id, sender)).userErrors).toEqual([]);
    await project.member(UPDATE_USER, { input: { id: ana.id, phoneNumber: '+12025550191' } });
    const later = [...(await listBlocks(sender.externalId)), ...(await listBlocks('+12025550191'))];
    expect(later).toMatchObject([{ note: 'Why' }, { note: 'Why' }]);
    await project.member(DELETE_USER, { input: { id: ana.id } });
    for (const each of [sender, ofPhone('+12025550191'), ofPhone(ana.phoneNumber)]) {
      expect(await door.check(each)).toMatchObject({ reason: 'BLOCKED', user: null });
    }
    expect((await listBlocks(sender.externalId))[0]).toMatchObject({ user: null });
  });

  test('stays so when their number or id changes, users and strangers alike', async () => {
    const [ana, stranger] = [await project.user(), whatsApp()];
    await door.block({ userId: ana.id });
    await door.block({ sender: stranger });
    const [hers, theirs] = [whatsApp(), whatsApp()];
    expect((await replace(ofPhone(ana.phoneNumber), hers)).outcome).toBe('REPLACED');
    expect((await replace(stranger, theirs)).outcome).toBe('UNKNOWN_SENDER');
    for (const { externalId, phoneNumber, channel } of [hers, theirs]) {
      expect(await door.check({ channel, externalId })).toMatchObject({ reason: 'BLOCKED' });
      expect(await door.check({ channel, phoneNumber })).toMatchObject({ reason: 'BLOCKED' });
      expect(await listBlocks(externalId)).toHaveLength(1);
    }
    const bill = await project.user();
    const refused = await replace(ofPhone(bill.phoneNumber), theirs);
    expect(refused.userErrors).toEqual([refusal('SENDER_BLOCKED', ['current'])]);
  });

  test('stays so when merged with somebody who is not, by all that both have', async () => {
    const [ana, bill] = [await project.user(), await project.user()];
    const [hers, his] = [telegram(), telegram()];
    await door.link(ana.id, hers);
    await door.link(bill.id, his);
    await door.block({ sender: his });
    const merged = await project.member(MERGE_USERS, { input: { id: ana.id, mergedId: bill.id } });
    expect(merged.data.mergeUsers.userErrors).toEqual([]);
    expect(await isBlocked(ana.id)).toBe(true);
    for (const each of [hers, his, ofPhone(ana.phoneNumber)]) {
      expect(await door.check(each)).toMatchObject({ reason: 'BLOCKED' });
    }
    expect(await listBlocks(hers.externalId)).toHaveLength(1);
  });
});

test('unblocking lifts one, and the user is free when none is left', async () => {
  const ana = await project.user();
  const sender = telegram();
  await door.link(ana.id, sender);
  const { blockedSenders } = await door.block({ userId: ana.id });
  const [first, second] = blockedSenders;
  expect(await door.unblock(first?.id)).toEqual({ deletedBlockedSenderId: first?.id, userErrors: [] });
  expect(await isBlocked(ana.id)).toBe(true);
  expect(await door.check(sender, project.development)).toMatchObject({ reason: 'BLOCKED' });
  await door.unblock(second?.id);
  expect(await isBlocked(ana.id)).toBe(false);
  expect(await door.check(sender, project.development)).toMatchObject({ reason: 'ALLOWED' });
  expect((await door.unblock(second?.id)).userErrors).toEqual([refusal('NOT_FOUND', ['id'])]);
});

test('the trail tells who blocked and unblocked whom, and nothing of the person', async () => {
  const ana = await project.user({ firstName: 'Vogelsang' });
  await door.link(ana.id, telegram());
  const { blockedSenders } = await door.block({ userId: ana.id, note: 'Kanari' });
  const [block] = blockedSenders;
  await door.unblock(block?.id);
  const trail = await project.trail(ana.id);
  expect(trail).toMatchObject([
    { action: 'SENDER_UNBLOCKED', actorName: 'MEMBER', relatedId: block?.id },
    { action: 'SENDER_BLOCKED', actorName: 'MEMBER' },
    { action: 'SENDER_BLOCKED', actorName: 'MEMBER' },
    { action: 'CHANNEL_IDENTITY_LINKED' },
    { action: 'USER_CREATED' },
  ]);
  const stranger = whatsApp();
  await door.block({ sender: stranger, note: 'Kanari' });
  // What follows somebody is told, too.
  const [current, onTelegram] = [whatsApp(), telegram()];
  await replace(stranger, current);
  const [gained] = await listBlocks(current.externalId);
  expect((await project.trail(gained?.id))[0]).toMatchObject({ action: 'SENDER_BLOCKED', actorName: 'GATEWAY' });
  await door.link(ana.id, onTelegram);
  const [followed] = await listBlocks(onTelegram.externalId);
  expect(await project.trail(ana.id)).toMatchObject([
    { action: 'CHANNEL_IDENTITY_LINKED', actorName: 'MEMBER' },
    { action: 'SENDER_BLOCKED', actorName: 'MEMBER', relatedId: followed?.id },
    ...trail,
  ]);
  const events = (await dumpRows(service.owner)).filter((row) => row.startsWith('audit_events'));
  expect(events.join()).toContain('SENDER_BLOCKED');
  for (const secret of ['Kanari', 'Vogelsang', stranger.phoneNumber, stranger.externalId, String(ana.phoneNumber)]) {
    expect(events.join()).not.toContain(secret);
  }
});

test("a number or an id that is another user's and blocked is told as both at once", async () => {
  const ana = await project.user();
  const id = telegram();
  await project.member(LINK_IDENTITY, { input: { userId: ana.id, ...id } });
  await door.block({ userId: ana.id });
  const bill = await project.user();
  const both = (field: string[]) => [
    { ...refusal('IDENTITY_TAKEN', field), conflictingUser: { id: ana.id } },
    refusal('SENDER_BLOCKED', field),
  ];
  const linking = await project.member(LINK_IDENTITY, { input: { userId: bill.id, ...id } });
  expect(linking.data.linkChannelIdentity.userErrors).toMatchObject(both(['externalId']));
  const form = { projectId: project.id, firstName: 'Bo', lastName: 'Ek', environmentIds: [project.staging] };
  const input = { ...form, phoneNumber: ana.phoneNumber, channelIdentities: [id] };
  const creating = await project.member(CREATE_USER, { input });
  expect(creating.data.createUser.userErrors).toMatchObject([
    { ...refusal('PHONE_NUMBER_TAKEN', ['phoneNumber']), conflictingUser: { id: ana.id } },
    refusal('PHONE_NUMBER_BLOCKED', ['phoneNumber']),
    ...both(['channelIdentities', '0', 'externalId']),
  ]);
});
