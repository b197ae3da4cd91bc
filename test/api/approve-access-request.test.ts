import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { SenderInput } from '../../src/graphql/generated/types.ts';
import { CREATE_INVITATION, CREATE_USER, MERGE_USERS, REDEEM_INVITATION, UPDATE_USER } from '../support/documents.ts';
import { createDoor, type Door, telegram, whatsApp } from '../support/door.ts';
import { dumpRows } from '../support/dump.ts';
import { type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;

beforeAll(async () => {
  project = await service.project();
  door = createDoor(project);
  await door.setMode('APPROVAL');
});

/** The request of a stranger who asks. */
async function knock(sender: SenderInput, profile: object = {}) {
  const { outcome, userErrors } = await door.register(sender, profile);
  expect([outcome, userErrors]).toEqual(['REQUESTED', []]);
  const [request] = await door.list({ search: sender.externalId ?? sender.phoneNumber });
  if (!request) throw new Error('No request.');
  return request;
}

describe('as the user whom the owner names', () => {
  test('the id is linked as by the owner, and who was no member gets the environment', async () => {
    const sender = telegram();
    const request = await knock(sender, { firstName: 'X', lastName: 'Y' });
    const ana = await project.user();
    const approved = await door.approve(request.id, { userId: ana.id, firstName: 'Z', email: 'z@example.com' });
    expect(approved).toMatchObject({
      outcome: 'ENVIRONMENT_ADDED',
      user: { id: ana.id, firstName: 'Ana', lastName: 'Lima', email: null, phoneNumber: ana.phoneNumber },
      accessRequest: { status: 'APPROVED', user: { id: ana.id } },
    });
    expect(approved.user?.channelIdentities).toMatchObject([{ externalId: sender.externalId, linkedBy: 'OWNER' }]);
    expect(await door.check(sender)).toMatchObject({ reason: 'ALLOWED', user: { id: ana.id }, matchedBy: 'IDENTITY' });
  });

  test('a member gets the id alone', async () => {
    const sender = telegram();
    const request = await knock(sender);
    const ana = await project.user({ environmentIds: [project.staging] });
    expect(await door.approve(request.id, { userId: ana.id })).toMatchObject({ outcome: 'LINKED_TO_EXISTING' });
    expect(await door.check(sender)).toMatchObject({ reason: 'ALLOWED', user: { id: ana.id } });
  });

  test('a user without a number gets the one of the request', async () => {
    await door.setMode('OPEN');
    const { user } = await door.register(telegram());
    await door.setMode('APPROVAL');
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '14155550101' };
    const request = await knock(sender);
    const approved = await door.approve(request.id, { userId: user?.id });
    expect(approved).toMatchObject({ userErrors: [], user: { id: user?.id, phoneNumber: '+14155550101' } });
    expect(await door.check(sender)).toMatchObject({ reason: 'ALLOWED', user: { id: user?.id } });
  });

  test('a request by number alone is no user of another number', async () => {
    const request = await knock({ channel: 'WHATSAPP', phoneNumber: '14155550102' });
    const ana = await project.user();
    expect(await door.approve(request.id, { userId: ana.id })).toEqual({
      ...{ accessRequest: null, user: null, outcome: null },
      userErrors: [refusal('PHONE_NUMBER_MISMATCH', ['userId'], /number/)],
    });
  });

  test('an id with another number is linked, and the user keeps theirs', async () => {
    const sender = whatsApp();
    const request = await knock(sender);
    const ana = await project.user();
    expect(await door.approve(request.id, { userId: ana.id })).toMatchObject({
      outcome: 'ENVIRONMENT_ADDED',
      user: { phoneNumber: ana.phoneNumber },
    });
    expect(await door.check(sender)).toMatchObject({ reason: 'ALLOWED', user: { id: ana.id } });
  });

  test('an id of another user stays theirs', async () => {
    const [ana, bill] = [await project.user(), await project.user()];
    const sender = telegram();
    await door.link(bill.id, sender);
    const request = await knock(sender);
    expect((await door.approve(request.id, { userId: ana.id })).userErrors).toEqual([
      refusal('IDENTITY_TAKEN', ['userId'], undefined, bill.id),
    ]);
  });

  test('a number of another user is not theirs', async () => {
    const sender = whatsApp();
    const request = await knock(sender);
    const bill = await project.user({ phoneNumber: `+${sender.phoneNumber}` });
    const ana = await project.user();
    expect((await door.approve(request.id, { userId: ana.id })).userErrors).toEqual([
      refusal('IDENTITY_CONFLICT', ['userId'], undefined, bill.id),
    ]);
  });

  test('a 21st identity is too many', async () => {
    const ana = await project.user();
    for (let each = 0; each < 20; each += 1) await door.link(ana.id, telegram());
    const request = await knock(telegram());
    expect((await door.approve(request.id, { userId: ana.id })).userErrors).toMatchObject([{ code: 'TOO_MANY' }]);
    expect((await door.list({ status: 'PENDING', search: request.externalId })).length).toBe(1);
  });

  test("nobody, and another project's user, is not found", async () => {
    const request = await knock(telegram());
    const other = await (await service.project('Other')).user();
    for (const userId of [randomUUID(), other.id]) {
      expect((await door.approve(request.id, { userId })).userErrors).toEqual([refusal('NOT_FOUND', ['userId'])]);
    }
  });
});

describe('a conflict', () => {
  test('of two users is refused with both as candidates, the owner of the id first, until the owner says who it is', async () => {
    const sender = whatsApp();
    const request = await knock(sender);
    const [ana, bill] = [await project.user({ phoneNumber: `+${sender.phoneNumber}` }), await project.user()];
    await door.link(bill.id, sender);
    expect((await door.list({ search: sender.externalId }))[0]?.candidates).toEqual([{ id: bill.id }, { id: ana.id }]);
    expect((await door.approve(request.id)).userErrors).toMatchObject([{ code: 'IDENTITY_CONFLICT' }]);
    expect((await door.approve(request.id, { userId: ana.id })).userErrors).toMatchObject([{ code: 'IDENTITY_TAKEN' }]);
    expect(await door.check(sender)).toMatchObject({ reason: 'AWAITING_APPROVAL', shouldRegister: false });
  });

  test('of a number that changed hands is refused, and settled by the owner', async () => {
    await door.setMode('OPEN');
    const before = whatsApp();
    const { user } = await door.register(before);
    await door.setMode('CLOSED');
    const sender = whatsApp(before.phoneNumber);
    expect(await door.check(sender)).toMatchObject({ reason: 'IDENTITY_CONFLICT' });
    const [request] = await door.listOnce(([found]) => !!found, { search: sender.externalId });
    expect(request).toMatchObject({ reason: 'IDENTITY_CONFLICT', candidates: [{ id: user?.id }] });
    expect((await door.approve(request?.id)).userErrors).toMatchObject([{ code: 'IDENTITY_CONFLICT' }]);
    expect(await door.approve(request?.id, { userId: user?.id })).toMatchObject({ outcome: 'LINKED_TO_EXISTING' });
    expect(await door.check(sender)).toMatchObject({ reason: 'ALLOWED', user: { id: user?.id } });
    await door.setMode('APPROVAL');
  });
});

test('a new user gets the address that they registered with, unless the owner gives another, or none', async () => {
  const asked = async (email: string, fields: object) => {
    const request = await knock(telegram(), { email });
    return (await door.approve(request.id, fields)).user?.email;
  };
  expect(await asked('first@example.com', {})).toBe('first@example.com');
  expect(await asked('second@example.com', { email: 'other@example.com' })).toBe('other@example.com');
  expect(await asked('third@example.com', { email: null })).toBeNull();
});

test('candidates are at most three: by number, by the address, then those of the same name, however ordered', async () => {
  const sender = telegram();
  const profile = { firstName: 'Zélia', lastName: 'Quirós', email: 'ZELIA@example.com' };
  const request = await knock(sender, profile);
  const namesakes = [];
  for (const [firstName, lastName] of [
    ['Zelia', 'Quiros'],
    ['Quirós', 'Zélia'],
    ['Zélia', 'Quirós'],
  ]) {
    namesakes.push((await project.user({ firstName, lastName })).id);
  }
  const byEmail = await project.user({ email: 'zelia@example.com' });
  await project.user({ firstName: 'Zélia', lastName: 'Lima' });
  const [found] = await door.list({ search: sender.externalId });
  const ids = found?.candidates.map(({ id }) => id) ?? [];
  expect(ids).toHaveLength(3);
  expect(ids[0]).toBe(byEmail.id);
  for (const id of ids.slice(1)) expect(namesakes).toContain(id);
  expect((await door.approve(request.id)).outcome).toBe('CREATED');
});

describe('the form', () => {
  test('names of a new user may be given, and further environments', async () => {
    const request = await knock(telegram(), { firstName: 'Dora', lastName: 'Diaz' });
    const fields = { firstName: ' Doris ', middleName: 'M', lastName: null, email: ' doris@example.com ' };
    const environmentIds = [project.production, project.development, project.production];
    const { user, userErrors } = await door.approve(request.id, { ...fields, environmentIds });
    expect(userErrors).toEqual([]);
    expect(user).toMatchObject({ firstName: 'Doris', middleName: 'M', lastName: null, email: 'doris@example.com' });
    expect(user?.environments.map(({ id }) => id)).toEqual([project.development, project.staging, project.production]);
  });

  test('all that is wrong with it is told at once, in its order, and nothing changes', async () => {
    const other = await service.project('Another');
    const request = await knock(telegram());
    const before = await dumpRows(service.owner);
    const long = 'x'.repeat(101);
    for (const environmentId of [randomUUID(), other.staging]) {
      const fields = { firstName: long, lastName: long, email: 'x', environmentIds: [environmentId] };
      const { userErrors } = await door.approve(request.id, fields);
      expect(userErrors.map(({ code, field }) => [code, field])).toEqual([
        ['TOO_LONG', ['firstName']],
        ['TOO_LONG', ['lastName']],
        ['EMAIL_INVALID', ['email']],
        ['ENVIRONMENT_NOT_FOUND', ['environmentIds']],
      ]);
    }
    const bill = await project.user({ email: 'taken@example.com' });
    expect((await door.approve(request.id, { email: 'TAKEN@example.com' })).userErrors).toEqual([
      refusal('EMAIL_TAKEN', ['email'], undefined, bill.id),
    ]);
    const withoutBill = (await dumpRows(service.owner)).filter((row) => !row.includes(bill.id));
    expect(withoutBill).toEqual(before);
  });

  test('unknown requests are not found', async () => {
    const other = await service.project('Third');
    const theirs = createDoor(other);
    await theirs.setMode('APPROVAL');
    await theirs.register(telegram());
    const [foreign] = await theirs.list();
    for (const id of [randomUUID(), foreign?.id]) {
      const notFound = [refusal('NOT_FOUND', ['id'])];
      expect((await door.approve(id)).userErrors).toEqual(notFound);
      expect((await door.dismiss(id)).userErrors).toEqual(notFound);
    }
  });
});

test('nothing of the person is left in an approved request', async () => {
  const sender = { ...whatsApp(), phoneNumber: '12025550177' };
  const request = await knock(sender, { firstName: 'Vogelsang', lastName: 'Kanari', email: 'kanari@example.com' });
  const ana = await project.user();
  await door.approve(request.id, { userId: ana.id });
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(r)::text as row from access_requests r where id = ${request.id}`.execute(service.owner);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).not.toMatch(/vogelsang|kanari|2025550177/i);
  expect(rows[0]?.row).not.toContain(sender.externalId);
});

describe('who gets in otherwise closes the request as theirs, outside the feed', () => {
  const ways: [string, (sender: ReturnType<typeof whatsApp>) => Promise<unknown>][] = [
    [
      'createUser with the number',
      ({ phoneNumber }) => project.user({ phoneNumber: `+${phoneNumber}`, environmentIds: [project.staging] }),
    ],
    [
      'createUser with the id',
      async ({ channel, externalId }) => {
        const channelIdentities = [{ channel, externalId }];
        const input = project.form({ environmentIds: [project.staging], channelIdentities });
        return (await project.member(CREATE_USER, { input })).data.createUser.user;
      },
    ],
    [
      'updateUser to the environment',
      async ({ phoneNumber }) => {
        const { id } = await project.user({ phoneNumber: `+${phoneNumber}` });
        const environmentIds = [project.development, project.staging];
        return (await project.member(UPDATE_USER, { input: { id, environmentIds } })).data.updateUser.user;
      },
    ],
    [
      'updateUser to the number',
      async ({ phoneNumber }) => {
        const { id } = await project.user({ environmentIds: [project.staging] });
        const input = { id, phoneNumber: `+${phoneNumber}` };
        return (await project.member(UPDATE_USER, { input })).data.updateUser.user;
      },
    ],
    [
      'linkChannelIdentity',
      async (sender) => {
        const { id } = await project.user({ environmentIds: [project.staging] });
        return (await door.link(id, sender)).user;
      },
    ],
    [
      'mergeUsers',
      async ({ phoneNumber }) => {
        const [ana, bill] = [
          await project.user({ environmentIds: [project.staging] }),
          await project.user({ phoneNumber: `+${phoneNumber}` }),
        ];
        const input = { id: bill.id, mergedId: ana.id };
        return (await project.member(MERGE_USERS, { input })).data.mergeUsers.user;
      },
    ],
    [
      'self-registration where it is OPEN',
      async (sender) => {
        await door.setMode('OPEN');
        const { user } = await door.register(sender);
        await door.setMode('APPROVAL');
        return user;
      },
    ],
    [
      'redeemInvitation',
      async ({ phoneNumber: _, ...sender }) => {
        const { id } = await project.user({ environmentIds: [project.staging] });
        const { data } = await project.member(CREATE_INVITATION, { input: { userId: id } });
        const input = { environmentId: project.staging, sender, code: data.createInvitation.code };
        return (await project.gateway(REDEEM_INVITATION, { input })).data.redeemInvitation.user;
      },
    ],
  ];
  test.each(ways)('%s', async (name, way) => {
    const sender = whatsApp();
    // With the number in sight, the id of the invitation would be another's.
    const request = await knock(name === 'redeemInvitation' ? { ...sender, phoneNumber: null } : sender);
    const user = (await way(sender)) as { id: string };
    expect(user).toMatchObject({ id: expect.any(String) });
    const closed = (await door.list()).find(({ id }) => id === request.id);
    expect(closed).toMatchObject({ status: 'APPROVED', user: { id: user.id }, phoneNumber: null, externalId: null });
    expect(closed?.decidedAt).not.toBeNull();
    expect((await door.feed({ first: 100 }))?.nodes.map(({ id }) => id)).not.toContain(request.id);
    expect((await door.approve(request.id)).userErrors).toEqual([refusal('ALREADY_DECIDED', ['id'])]);
    expect(await door.check(sender)).toMatchObject({ allowed: true, user: { id: user.id } });
  });
});
