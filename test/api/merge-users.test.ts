import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { MergeUsersInput, SenderInput } from '../../src/graphql/generated/types.ts';
import {
  CHECK_ACCESS,
  DELETE_USER,
  LINK_IDENTITY,
  MERGE_USERS,
  READ_USER,
  REPLACE_SENDER,
  SELF_REGISTER,
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

async function merge(input: MergeUsersInput, caller = project.member) {
  return (await caller(MERGE_USERS, { input })).data.mergeUsers;
}
async function read(id: unknown) {
  return (await project.viewer(READ_USER, { id })).data.user;
}
async function register(sender: SenderInput) {
  const { data } = await project.gateway(SELF_REGISTER, { input: { environmentId: project.production, sender } });
  return String(data.selfRegisterUser.user?.id);
}
async function check(sender: SenderInput) {
  return (await project.gateway(CHECK_ACCESS, { environmentId: project.production, sender })).data.checkAccess;
}
async function link(userId: string, externalId: string) {
  await project.member(LINK_IDENTITY, { input: { userId, channel: 'TELEGRAM', externalId } });
}

test('identities and environments become the union, what is empty is filled, and the trail tells it', async () => {
  const invited = await project.user({ email: null, middleName: null, environmentIds: [project.staging] });
  const newcomer = await register({ channel: 'TELEGRAM', externalId: '9000001' });
  await project.member(UPDATE_USER, {
    input: { id: newcomer, firstName: 'A.', middleName: 'Maria', lastName: 'L.', email: 'ana@x9.com' },
  });
  const { user, deletedUserId, userErrors } = await merge({ id: invited.id, mergedId: newcomer });
  expect([userErrors, deletedUserId]).toEqual([[], newcomer]);
  expect(user).toMatchObject({
    id: invited.id,
    creationSource: 'INVITED',
    createdAt: invited.createdAt,
    phoneNumber: invited.phoneNumber,
    fullName: 'Ana Maria Lima',
    email: 'ana@x9.com',
    version: 2,
    environments: [{ id: project.staging }, { id: project.production }],
    channelIdentities: [{ externalId: '9000001', linkedBy: 'OWNER' }],
  });
  expect(await read(newcomer)).toBeNull();
  expect(await check({ channel: 'TELEGRAM', externalId: '9000001' })).toMatchObject({
    allowed: true,
    user: { id: invited.id },
  });
  expect((await project.trail(invited.id))[0]).toMatchObject({
    action: 'USERS_MERGED',
    relatedId: newcomer,
    changedFields: [],
  });
  expect((await project.trail(newcomer))[0]).toMatchObject({ action: 'USER_DELETED', subjectId: newcomer });
});

test('a newcomer may be kept: the number of the other one comes over, and is theirs from now on', async () => {
  const invited = await project.user({ environmentIds: [project.production] });
  const newcomer = await register({ channel: 'WHATSAPP', externalId: 'US.9001' });
  const { user } = await merge({ id: newcomer, mergedId: invited.id });
  expect(user).toMatchObject({ id: newcomer, creationSource: 'SELF_REGISTERED', phoneNumber: invited.phoneNumber });
  expect(await check({ channel: 'WHATSAPP', phoneNumber: invited.phoneNumber })).toMatchObject({
    user: { id: newcomer },
  });
});

test('where both have a number, that of the merged one goes with them', async () => {
  const [kept, merged] = [await project.user(), await project.user()];
  await merge({ id: kept.id, mergedId: merged.id });
  expect(await check({ channel: 'WHATSAPP', phoneNumber: merged.phoneNumber })).toMatchObject({
    reason: 'UNKNOWN_SENDER',
  });
  expect(await read(kept.id)).toMatchObject({ phoneNumber: kept.phoneNumber });
});

describe('whoever comes with the number and a new id', () => {
  const number = (phoneNumber: string): SenderInput => ({ channel: 'WHATSAPP', phoneNumber });
  const id = (externalId: string): SenderInput => ({ channel: 'WHATSAPP', externalId });
  async function replace(previous: SenderInput, current: SenderInput) {
    const input = { environmentId: project.production, previous, current };
    return (await project.gateway(REPLACE_SENDER, { input })).data.replaceSender;
  }

  test('is let in as before when the other one’s ids were of a former number of theirs, and a conflict when they were of it', async () => {
    for (const [round, isOfNumber] of [false, true].entries()) {
      const environmentIds = [project.production];
      const phoneNumber = `+1555960${2000 + round}`;
      const merged = await project.user({ environmentIds, ...(isOfNumber && { phoneNumber }) });
      await project.member(LINK_IDENTITY, {
        input: { userId: merged.id, channel: 'WHATSAPP', externalId: `US.960${round}` },
      });
      if (!isOfNumber) await project.member(UPDATE_USER, { input: { id: merged.id, phoneNumber } });
      const sender = { ...number(phoneNumber), externalId: `US.961${round}` };
      const before = await check(sender);
      expect(before.reason).toBe(isOfNumber ? 'IDENTITY_CONFLICT' : 'ALLOWED');
      const kept = await register({ channel: 'TELEGRAM', externalId: `960000${round}` });
      expect((await merge({ id: kept, mergedId: merged.id })).userErrors).toEqual([]);
      expect(await check(sender)).toMatchObject({ reason: before.reason, user: isOfNumber ? null : { id: kept } });
    }
  });

  test('is a conflict when the number was told after its id, and the two were merged in between', async () => {
    for (const [round, hasNumber] of [false, true].entries()) {
      const [old, fresh] = [`1555962${2000 + round}`, `1555963${2000 + round}`];
      const [oldId, freshId] = [id(`US.962${round}`), id(`US.963${round}`)];
      const member = await project.user({ phoneNumber: `+${old}`, environmentIds: [project.production] });
      const merged = hasNumber ? member.id : await register(oldId);
      const kept = hasNumber ? await register({ channel: 'TELEGRAM', externalId: '9620001' }) : member.id;
      if (hasNumber) await register({ ...number(old), ...oldId });
      expect((await replace(oldId, freshId)).outcome).toBe('REPLACED');
      expect((await merge({ id: kept, mergedId: merged })).userErrors).toEqual([]);
      expect((await replace(number(old), number(fresh))).outcome).toBe('REPLACED');
      const nextHolder = await check({ ...number(fresh), externalId: `US.964${round}` });
      expect([hasNumber, nextHolder]).toMatchObject([hasNumber, { reason: 'IDENTITY_CONFLICT' }]);
    }
  });
});

test('of more than 20 identities together is refused, and nothing changes', async () => {
  const users = [await project.user(), await project.user()];
  for (let count = 0; count < 21; count += 1) await link(users[count % 2]?.id ?? '', String(9_100_000 + count));
  const before = await Promise.all(users.map(({ id }) => read(id)));
  const { userErrors } = await merge({ id: users[0]?.id ?? '', mergedId: users[1]?.id ?? '' });
  expect(userErrors).toMatchObject([{ code: 'TOO_MANY', field: null }]);
  expect(await Promise.all(users.map(({ id }) => read(id)))).toEqual(before);
});

test('of a user with itself is the caller’s mistake', async () => {
  const { id } = await project.user();
  expect(errorCode(await project.member(MERGE_USERS, { input: { id, mergedId: id } }))).toBe('BAD_USER_INPUT');
  expect(await read(id)).not.toBeNull();
});

test('with a stale version writes nothing', async () => {
  const [kept, merged] = [await project.user(), await project.user()];
  const { userErrors } = await merge({ id: kept.id, mergedId: merged.id, expectedVersion: 7 });
  expect(userErrors).toEqual([refusal('VERSION_CONFLICT', ['expectedVersion'], /\S/, kept.id)]);
  expect(await read(merged.id)).not.toBeNull();
});

test('with a user of another project, or an unknown one, is not found, all alike', async () => {
  const [mine, theirs] = [await project.user(), await other.user()];
  for (const id of [theirs.id, randomUUID()]) {
    expect((await merge({ id: mine.id, mergedId: id })).userErrors).toEqual([refusal('NOT_FOUND', ['mergedId'])]);
    expect((await merge({ id, mergedId: mine.id })).userErrors).toEqual([refusal('NOT_FOUND', ['id'])]);
  }
  // A workspace's key sees both, and still merges nothing across projects.
  const workspace = await service.keyFor('ADMINISTRATOR');
  expect((await merge({ id: mine.id, mergedId: theirs.id }, workspace)).userErrors).toEqual([
    refusal('NOT_FOUND', ['mergedId']),
  ]);
});

test('takes a key that may write users', async () => {
  const input = { id: randomUUID(), mergedId: randomUUID() };
  for (const caller of [project.viewer, project.gateway]) {
    expect(errorCode(await caller(MERGE_USERS, { input }))).toBe('FORBIDDEN');
  }
});

test('of two into each other at once: one is left, with the identities of both', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [a, b] = [await project.user(), await project.user()];
    await link(a.id, String(9_200_000 + round));
    await link(b.id, String(9_300_000 + round));
    await Promise.all([merge({ id: a.id, mergedId: b.id }), merge({ id: b.id, mergedId: a.id })]);
    const left = (await Promise.all([read(a.id), read(b.id)])).filter((user) => user !== null);
    expect(left).toHaveLength(1);
    expect(left[0]?.channelIdentities).toHaveLength(2);
  }
});

test('against a deletion, an edit or a registration of the merged one at once, nobody is lost and nothing is half done', async () => {
  for (let round = 0; round < 4; round += 1) {
    const kept = await project.user({ environmentIds: [project.production] });
    const merged = await project.user({ environmentIds: [project.staging] });
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: merged.phoneNumber, externalId: `US.94${round}` };
    const [answer] = await Promise.all([
      merge({ id: kept.id, mergedId: merged.id }),
      project.member(UPDATE_USER, { input: { id: merged.id, firstName: 'Eve' } }),
      register(sender),
      round % 2 === 0 ? project.member(DELETE_USER, { input: { id: merged.id } }) : undefined,
    ]);
    expect(await read(merged.id)).toBeNull();
    if (answer.userErrors.length === 0) {
      expect((await read(kept.id))?.environments.map(({ id }) => id)).toEqual([project.staging, project.production]);
    } else expect(answer.userErrors).toEqual([refusal('NOT_FOUND', ['mergedId'])]);
    // Linked in time it came over with its user; else its sender is a newcomer of their own.
    const { allowed, user } = await check({ channel: 'WHATSAPP', externalId: `US.94${round}` });
    expect(allowed).toBe(user !== null);
  }
});
