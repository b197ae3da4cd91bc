import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type {
  AccessExpiryInput,
  SelfRegistrationMode,
  SenderInput,
  UpdateUserInput,
} from '../../src/graphql/generated/types.ts';
import * as documents from '../support/documents.ts';
import { createDoor, type Door, telegram, whatsApp } from '../support/door.ts';
import { type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;

beforeEach(async () => {
  project = await service.project();
  door = createDoor(project);
});

const HOUR = 60 * 60 * 1000;
const later = (hours = 1) => new Date(Date.now() + hours * HOUR).toISOString();

async function update(id: string, fields: Partial<UpdateUserInput>) {
  return (await project.member(documents.UPDATE_USER, { input: { id, ...fields } })).data.updateUser;
}
const setExpiries = (id: string, accessExpiries: Record<string, unknown>[]) =>
  update(id, { accessExpiries: accessExpiries as AccessExpiryInput[] });

async function read(id: string) {
  return (await project.viewer(documents.READ_ACCESS, { id })).data.user;
}
async function expiryIn(id: string, environmentId: string) {
  return (await read(id))?.access.find(({ environment }) => environment.id === environmentId)?.expiresAt;
}

/** A user of Development and Staging; the time in Staging is over by the database's clock. */
async function expired(fields: object = {}) {
  const user = await project.user({ environmentIds: [project.development, project.staging], ...fields });
  expect((await setExpiries(user.id, [{ environmentId: project.staging, expiresAt: later() }])).userErrors).toEqual([]);
  await service.owner
    .updateTable('userEnvironments')
    .set({ expiresAt: sql`now()` })
    .where('userId', '=', user.id)
    .where('expiresAt', 'is not', null)
    .execute();
  const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: user.phoneNumber };
  return { ...user, sender };
}

describe('the end of access', () => {
  test('is set, moved and lifted, each a change of the user that the trail names', async () => {
    const { id } = await project.user({ environmentIds: [project.development, project.staging] });
    const expiresAt = later();
    const { user } = await setExpiries(id, [{ environmentId: project.staging, expiresAt }]);
    expect(user?.version).toBe(2);
    expect(await read(id)).toMatchObject({
      access: [
        { environment: { id: project.development }, expiresAt: null },
        { environment: { id: project.staging }, expiresAt },
      ],
    });
    expect((await project.trail(id))[0]).toMatchObject({ action: 'USER_UPDATED', changedFields: ['accessExpiries'] });
    const none = [
      { environmentId: project.staging, expiresAt: later(2) },
      { environmentId: project.staging, expiresAt: null },
    ];
    expect((await setExpiries(id, none)).user?.version).toBe(3);
    expect(await expiryIn(id, project.staging)).toBeNull();
  });

  test('that stays as it is changes nothing, past or not, and other changes keep it', async () => {
    const { id } = await expired({ firstName: 'Ana' });
    const expiresAt = await expiryIn(id, project.staging);
    const { version } = (await read(id)) ?? {};
    const same = [
      { environmentId: project.staging, expiresAt },
      { environmentId: project.development, expiresAt: null },
    ];
    expect(await setExpiries(id, same)).toMatchObject({ user: { version }, userErrors: [] });
    await update(id, { firstName: 'Eva', environmentIds: [project.staging, project.production] });
    expect(await expiryIn(id, project.staging)).toBe(expiresAt);
    // Given again after it was taken, it is a new one.
    await update(id, { environmentIds: [project.production] });
    await update(id, { environmentIds: [project.production, project.staging] });
    expect(await expiryIn(id, project.staging)).toBeNull();
  });

  test('stays as it is where the form leaves it out: only null lets somebody in for ever', async () => {
    const { id } = await project.user({ environmentIds: [project.development, project.staging] });
    const expiresAt = later();
    await setExpiries(id, [{ environmentId: project.staging, expiresAt }]);
    const untouched = await setExpiries(id, [{ environmentId: project.staging }]);
    expect(untouched).toMatchObject({ user: { version: 2 }, userErrors: [] });
    expect(await expiryIn(id, project.staging)).toBe(expiresAt);
    const { userErrors } = await setExpiries(id, [{ environmentId: project.production }]);
    expect(userErrors).toEqual([refusal('ENVIRONMENT_NOT_FOUND', ['accessExpiries', '0', 'environmentId'])]);
  });

  test('may be given together with the environment', async () => {
    const { id } = await project.user();
    const expiresAt = later();
    const accessExpiries = [{ environmentId: project.production, expiresAt: new Date(expiresAt) }];
    const { userErrors } = await update(id, { environmentIds: [project.production], accessExpiries });
    expect([userErrors, await expiryIn(id, project.production)]).toEqual([[], expiresAt]);
    expect((await project.trail(id))[0]?.changedFields).toEqual(['environments', 'accessExpiries']);
  });

  test('goes along with whoever is moved in bulk: the last of what is taken, unless some of it is for ever', async () => {
    const { development, staging, production } = project;
    const [soon, late] = [later(), later(2)];
    const withEnds = async (ends: Record<string, string | null>) => {
      const user = await project.user({ environmentIds: Object.keys(ends) });
      const expiries = Object.entries(ends).map(([environmentId, expiresAt]) => ({ environmentId, expiresAt }));
      await setExpiries(user.id, expiries);
      return user.id;
    };
    const move = async (ids: string[], addEnvironmentIds: string[], removeEnvironmentIds: string[], dryRun = false) => {
      const input = { projectId: project.id, ids, addEnvironmentIds, removeEnvironmentIds, dryRun };
      return (await project.member(documents.UPDATE_USERS, { input })).data.updateUsers.counts;
    };
    const both = await withEnds({ [development]: late, [staging]: soon });
    const one = await withEnds({ [staging]: soon });
    const none = await withEnds({ [development]: null, [staging]: soon });
    const member = await withEnds({ [development]: soon, [production]: late });
    const over = await expired();
    const ids = [both, one, none, member];
    expect(await move(ids, [production], [development, staging], true)).toMatchObject({ updated: 4 });
    expect(await expiryIn(one, staging)).toBe(soon);
    expect(await move(ids, [production], [development, staging])).toMatchObject({ updated: 4 });
    const ends = await Promise.all(ids.map((id) => expiryIn(id, production)));
    expect(ends).toEqual([late, soon, null, late]);
    expect((await project.trail(one))[0]?.changedFields).toEqual(['environments', 'accessExpiries']);
    expect((await project.trail(none))[0]?.changedFields).toEqual(['environments']);
    // Whose time was over does not come in by it, and what is added without a removal is for ever.
    await move([over.id], [production], [staging]);
    expect(await door.check(over.sender, production)).toMatchObject({ reason: 'EXPIRED' });
    await move([one], [staging], []);
    expect(await expiryIn(one, staging)).toBeNull();
  });

  test('is refused in the past, in another environment than the user has, and all at once', async () => {
    const other = await service.project('Other');
    const { id } = await project.user({ environmentIds: [project.development, project.staging] });
    const { user, userErrors } = await update(id, {
      firstName: '',
      environmentIds: [project.development],
      accessExpiries: [
        { environmentId: project.development, expiresAt: new Date(Date.now() - HOUR) },
        { environmentId: project.staging, expiresAt: new Date(later()) },
        { environmentId: other.development, expiresAt: new Date(Date.now() - HOUR) },
      ],
    });
    expect(user).toBeNull();
    const missing = (index: string) => refusal('ENVIRONMENT_NOT_FOUND', ['accessExpiries', index, 'environmentId']);
    expect(userErrors).toEqual([
      refusal('FIRST_NAME_REQUIRED', ['firstName'], 'First name is required'),
      refusal('EXPIRY_IN_PAST', ['accessExpiries', '0', 'expiresAt']),
      missing('1'),
      missing('2'),
      refusal('EXPIRY_IN_PAST', ['accessExpiries', '2', 'expiresAt']),
    ]);
    expect((await read(id))?.version).toBe(1);
  });
});

describe('whose time is over', () => {
  test.each<SelfRegistrationMode>(['OPEN', 'APPROVAL', 'CLOSED'])(
    'is recognised and not let in, and registering neither renews nor links: %s',
    async (mode) => {
      await door.setMode(mode);
      const { id, phoneNumber } = await expired();
      const version = (await read(id))?.version;
      const sender = whatsApp(String(phoneNumber));
      const denied = {
        allowed: false,
        reason: 'EXPIRED',
        user: { id },
        matchedBy: 'PHONE_NUMBER',
        shouldRegister: false,
      };
      expect(await door.check(sender)).toMatchObject({ ...denied, selfRegistration: mode });
      expect(await door.register(sender)).toMatchObject({
        ...{ user: { id, version, channelIdentities: [] }, outcome: 'ALREADY_REGISTERED', userErrors: [] },
        decision: denied,
      });
      expect(await door.check(sender, project.development)).toMatchObject({ reason: 'ALLOWED', shouldRegister: true });
      expect(await door.list()).toEqual([]);
      await setExpiries(id, [{ environmentId: project.staging, expiresAt: later() }]);
      expect(await door.check(sender)).toMatchObject({ allowed: true, reason: 'ALLOWED', shouldRegister: true });
    },
  );

  test('is BLOCKED before EXPIRED, and in a batch everybody has an answer of their own', async () => {
    const [ana, bill] = [await expired(), await project.user({ environmentIds: [project.staging] })];
    const senders: SenderInput[] = [ana.sender, { channel: 'WHATSAPP', phoneNumber: bill.phoneNumber }, telegram()];
    expect((await door.checkBatch(senders)).map(({ reason }) => reason)).toEqual([
      'EXPIRED',
      'ALLOWED',
      'UNKNOWN_SENDER',
    ]);
    await door.block({ userId: ana.id });
    expect(await door.check(ana.sender)).toMatchObject({ reason: 'BLOCKED' });
  });

  test('may still talk elsewhere, keeps the environment, and can be left with nothing else', async () => {
    const ana = await expired();
    expect(await update(ana.id, { environmentIds: [project.staging] })).toMatchObject({ userErrors: [] });
    expect(await door.check(ana.sender)).toMatchObject({ reason: 'EXPIRED' });
    expect(await door.read(ana.id)).toMatchObject({ environments: [{ id: project.staging }] });
  });

  test('is let in for ever by an approval, as the user whom the owner names', async () => {
    await door.setMode('APPROVAL');
    const [ana, stranger] = [await expired(), telegram()];
    await door.register(stranger);
    const [request] = await door.list();
    expect(await door.approve(request?.id, { userId: ana.id })).toMatchObject({ outcome: 'LINKED_TO_EXISTING' });
    expect(await door.check(stranger)).toMatchObject({ reason: 'ALLOWED', user: { id: ana.id } });
    expect(await expiryIn(ana.id, project.staging)).toBeNull();
    const fields = (await project.trail(ana.id)).flatMap(({ changedFields }) => changedFields);
    expect(fields.filter((field) => field === 'accessExpiries')).toHaveLength(2);
  });
});

test('of two who are merged, the longer time in an environment stays', async () => {
  const { development, staging, production } = project;
  const [soon, late] = [later(1), later(2)];
  for (const [mine, theirs, expected] of [
    [soon, late, late],
    [late, soon, late],
    [null, soon, null],
    [soon, null, null],
  ]) {
    const [kept, merged] = [
      await project.user({ environmentIds: [development] }),
      await project.user({ environmentIds: [development, staging, production] }),
    ];
    await setExpiries(kept.id, [{ environmentId: development, expiresAt: mine }]);
    const gained = { environmentId: staging, expiresAt: soon };
    await setExpiries(merged.id, [{ environmentId: development, expiresAt: theirs }, gained]);
    await project.member(documents.MERGE_USERS, { input: { id: kept.id, mergedId: merged.id } });
    const times = (await read(kept.id))?.access.map(({ expiresAt }) => expiresAt);
    expect(times).toEqual([expected, soon, null]);
  }
});

test('a request is not closed by a link to somebody whose time there is over', async () => {
  await door.setMode('APPROVAL', project.staging);
  const user = await expired();
  const sender = telegram();
  await door.register(sender, {}, project.staging);
  await project.member(documents.LINK_IDENTITY, { input: { userId: user.id, ...sender } });
  expect(await door.check(sender, project.staging)).toMatchObject({ reason: 'EXPIRED' });
  const [request] = await door.list({ search: sender.externalId, status: null });
  expect(request).toMatchObject({ status: 'PENDING', externalId: sender.externalId });
});
