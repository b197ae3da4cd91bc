import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AccessRequest, SenderInput } from '../../src/graphql/generated/types.ts';
import { createDoor, type Door, telegram, whatsApp } from '../support/door.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;

beforeAll(async () => {
  project = await service.project();
  door = createDoor(project);
});

/** Two users who are no members of Staging, how each writes, and a sender with the number of one and the id of the other. */
async function twoUsers() {
  const [ana, bill] = [await project.user(), await project.user()];
  const [hers, his] = [whatsApp(String(ana.phoneNumber)), telegram()];
  await door.link(ana.id, hers);
  await door.link(bill.id, his);
  return { ana, bill, hers, his, both: { ...his, phoneNumber: ana.phoneNumber } };
}

/** The one request with this id that was denied for this reason, once it has so many attempts. */
async function requestOf({ externalId }: { externalId: string }, attempts: number, reason: string) {
  const isSuch = (each: AccessRequest) => each.externalId === externalId && each.reason === reason;
  const isReached = (found: AccessRequest[]) => found.some((each) => isSuch(each) && each.attempts === attempts);
  const found = (await door.listOnce(isReached, { search: externalId })).filter(isSuch);
  expect(found).toMatchObject([{ attempts }]);
  return found[0];
}

describe('a sender who is two users', () => {
  test('is told so where both of them wait, and leaves the requests of both as they were', async () => {
    await door.setMode('APPROVAL');
    const { ana, bill, hers, his, both } = await twoUsers();
    for (const each of [hers, his]) expect((await door.register(each)).outcome).toBe('REQUESTED');
    expect(await door.check(both)).toMatchObject({ reason: 'IDENTITY_CONFLICT', shouldRegister: false });
    expect(await door.register(both)).toMatchObject({
      decision: { reason: 'IDENTITY_CONFLICT' },
      userErrors: [{ code: 'IDENTITY_CONFLICT' }],
    });
    // Whoever is checked later is noted later.
    for (const each of [hers, his]) expect(await door.check(each)).toMatchObject({ reason: 'AWAITING_APPROVAL' });
    for (const [sender, user] of [
      [hers, ana],
      [his, bill],
    ] as const) {
      const request = await requestOf(sender, 2, 'NOT_IN_ENVIRONMENT');
      expect(await door.approve(request?.id)).toMatchObject({ outcome: 'ENVIRONMENT_ADDED', user: { id: user.id } });
    }
  });

  test.each(['first', 'last'])('has a request of their own where it is CLOSED, whoever knocks %s', async (when) => {
    await door.setMode('CLOSED');
    const { ana, bill, hers, his, both } = await twoUsers();
    const others = [
      [hers, ana],
      [his, bill],
    ] as const;
    const knocks: SenderInput[] = when === 'first' ? [both, hers, his, both] : [hers, his, both, both];
    for (const sender of knocks) await door.check(sender);
    const conflict = await requestOf(his, 2, 'IDENTITY_CONFLICT');
    expect(conflict).toMatchObject({ phoneNumber: ana.phoneNumber, status: 'PENDING' });
    // What becomes of it is nothing to the others.
    await door.dismiss(conflict?.id);
    for (const [sender, user] of others) {
      const request = await requestOf(sender, 1, 'NOT_IN_ENVIRONMENT');
      expect(request).toMatchObject({ status: 'PENDING' });
      expect(await door.approve(request?.id)).toMatchObject({ outcome: 'ENVIRONMENT_ADDED', user: { id: user.id } });
    }
    await door.check(both);
    expect(await requestOf(his, 3, 'IDENTITY_CONFLICT')).toMatchObject({ id: conflict?.id, status: 'DISMISSED' });
  });

  test('written in one batch with them, and twenty at once, has one request', async () => {
    await door.setMode('CLOSED');
    const { hers, his, both } = await twoUsers();
    await Promise.all([
      door.checkBatch([both, hers, both, his]),
      ...Array.from({ length: 18 }, () => door.check(both)),
      door.checkBatch([his, hers]),
    ]);
    await requestOf(his, 20, 'IDENTITY_CONFLICT');
    for (const each of [hers, his]) await requestOf(each, 2, 'NOT_IN_ENVIRONMENT');
  });

  test('waits where they had asked before they were two', async () => {
    await door.setMode('APPROVAL');
    const sender = whatsApp();
    await door.register(sender);
    const ana = await project.user({ phoneNumber: `+${sender.phoneNumber}` });
    await door.link((await project.user()).id, sender);
    expect(await door.check(sender)).toMatchObject({ reason: 'AWAITING_APPROVAL' });
    await requestOf(sender, 2, 'IDENTITY_CONFLICT');
    // It is nobody else's, who may ask as well.
    const hers: SenderInput = { channel: 'WHATSAPP', phoneNumber: ana.phoneNumber };
    expect(await door.check(hers)).toMatchObject({ reason: 'NOT_IN_ENVIRONMENT', shouldRegister: true });
    expect((await door.register(hers)).outcome).toBe('REQUESTED');
    expect(await door.check(sender)).toMatchObject({ reason: 'AWAITING_APPROVAL' });
    await requestOf(sender, 3, 'IDENTITY_CONFLICT');
  });

  test('and turns out to be one has one request again, with the attempts of all', async () => {
    await door.setMode('CLOSED');
    const { ana, bill, hers, his, both } = await twoUsers();
    for (const each of [hers, his, both]) await door.check(each);
    const { id } = (await requestOf(his, 1, 'IDENTITY_CONFLICT')) ?? {};
    await door.merge(ana.id, bill.id);
    await door.check(both);
    const found = await door.listOnce(([first]) => first?.attempts === 4, { search: his.externalId });
    expect(found).toMatchObject([{ id, reason: 'NOT_IN_ENVIRONMENT', attempts: 4, status: 'PENDING' }]);
    expect(await door.approve(id)).toMatchObject({ outcome: 'ENVIRONMENT_ADDED', user: { id: ana.id } });
  });
});

test("the next holder of a number does not come in by the request of the number's user", async () => {
  await door.setMode('APPROVAL');
  const erin = await project.user();
  const hers = whatsApp(String(erin.phoneNumber));
  await door.link(erin.id, hers);
  await door.register(hers);
  const nextHolder = whatsApp(String(erin.phoneNumber));
  expect(await door.check(nextHolder)).toMatchObject({ reason: 'IDENTITY_CONFLICT' });
  await door.check(hers);
  const request = await requestOf(hers, 2, 'NOT_IN_ENVIRONMENT');
  expect(await door.approve(request?.id, { userId: erin.id })).toMatchObject({ outcome: 'ENVIRONMENT_ADDED' });
  const alone: SenderInput = { channel: 'WHATSAPP', externalId: nextHolder.externalId };
  for (const place of [project.staging, project.development]) {
    expect(await door.check(alone, place)).toMatchObject({ allowed: false, user: null });
  }
  expect((await door.read(erin.id))?.channelIdentities).toMatchObject([{ externalId: hers.externalId }]);
});
