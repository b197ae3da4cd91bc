import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createGateway, type Gateway, type GatewayError, type Sender } from '../../src/gateway/gateway.ts';
import { DELETE_ENVIRONMENT } from '../support/documents.ts';
import { createDoor, type Door, telegram, whatsApp } from '../support/door.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;
let key: string;
let gateway: Gateway;
let errors: GatewayError[];

beforeAll(async () => {
  project = await service.project();
  door = createDoor(project);
  key = await service.secretFor('GATEWAY', project.id);
});
beforeEach(() => {
  gateway = at(project.staging);
});

function at(environmentId: string, secret = key): Gateway {
  errors = [];
  return createGateway({ url: service.url, key: secret, environmentId, onError: (error) => errors.push(error) });
}

async function member() {
  const sender = whatsApp();
  await door.setMode('OPEN');
  const { user } = await gateway.admit(sender);
  return { sender, id: user?.id };
}

describe('A change of number', () => {
  test('is followed, and may be told again', async () => {
    const { sender, id } = await member();
    const next = whatsApp();
    const change = [
      { ...sender, externalId: null },
      { ...next, externalId: null },
    ] as const;
    expect(await gateway.replace(...change)).toMatchObject({ outcome: 'REPLACED', reason: null, user: { id } });
    expect(await gateway.replace(...change)).toMatchObject({ outcome: 'ALREADY_REPLACED', reason: null, user: { id } });
    expect(await gateway.admit({ ...next, externalId: null })).toMatchObject({ allowed: true, user: { id } });
  });

  test('of nobody, of one who is somebody else, or of no sender changes nothing', async () => {
    const [one, other] = [await member(), await member()];
    expect(await gateway.replace(telegram(), telegram())).toEqual({
      outcome: 'UNKNOWN_SENDER',
      reason: null,
      user: null,
    });
    const refused = { outcome: null, user: null };
    expect(await gateway.replace(one.sender, other.sender)).toEqual({ ...refused, reason: 'IDENTITY_CONFLICT' });
    for (const wrong of [{}, telegram(), one.sender, { ...one.sender, phoneNumber: '\0' }]) {
      expect(await gateway.replace(one.sender, wrong as Sender)).toEqual({ ...refused, reason: 'INVALID_SENDER' });
    }
    expect(errors).toEqual([]);
  });
});

describe('A code', () => {
  test('links its sender to the invited, also as Telegram’s /start, who are admitted afterwards as everybody is', async () => {
    const { id } = await project.user({ environmentIds: [project.staging] });
    const code = await door.invitationCode(id);
    const sender = telegram();
    expect(await gateway.redeem(sender, `/start ${code}`)).toMatchObject({
      outcome: 'LINKED',
      reason: null,
      user: { id },
    });
    expect(await gateway.redeem(sender, code)).toMatchObject({ outcome: 'ALREADY_LINKED', user: { id } });
    expect(await gateway.admit(sender)).toMatchObject({ allowed: true, user: { id } });
    const used = { outcome: null, reason: 'INVITATION_INVALID', user: null };
    expect(await gateway.redeem(telegram(), code)).toEqual(used);
  });

  test.each<[string, unknown]>([
    ['a message', 'hello'],
    ['a code nobody was given', `um-${'a'.repeat(22)}`],
    ['no text', undefined],
    ['a megabyte', `um-${'a'.repeat(1_000_000)}`],
    ['a NUL', `um-\0${'a'.repeat(21)}`],
  ])('that is none does nothing: %s', async (_, text) => {
    const nothing = { outcome: null, reason: 'INVITATION_INVALID', user: null };
    expect(await gateway.redeem(telegram(), text as string)).toEqual(nothing);
    expect(errors).toEqual([]);
  });

  test('of no sender does nothing', async () => {
    const nothing = { outcome: null, reason: 'INVALID_SENDER', user: null };
    expect(await gateway.redeem({} as Sender, `um-${'a'.repeat(22)}`)).toEqual(nothing);
  });
});

describe('Whom the owner let in', () => {
  test('is told once in a loop that hands the cursor on', async () => {
    await door.setMode('APPROVAL');
    const none = await gateway.decided();
    expect(none).toEqual({ approvals: [], endCursor: null, hasNextPage: false, reason: null });
    const told: unknown[] = [];
    let { endCursor } = none;
    for (let count = 0; count < 3; count += 1) {
      const sender = telegram();
      await gateway.admit(sender, { firstName: 'Bea' });
      const [request] = await door.list({ search: sender.externalId });
      await door.approve(request?.id);
      for (let asked = 0; asked < 2; asked += 1) {
        const page = await gateway.decided({ after: endCursor });
        told.push(...page.approvals.map(({ user }) => user?.channelIdentities));
        endCursor = page.endCursor;
      }
      expect(told[count]).toEqual([{ channel: 'TELEGRAM', externalId: sender.externalId }]);
    }
    expect(told).toHaveLength(3);
    expect(errors).toEqual([]);
  });

  test('is not told with a cursor that is none: the loop goes on from there, and onError hears of it', async () => {
    const page = { approvals: [], hasNextPage: false, reason: 'BAD_USER_INPUT' };
    expect(await gateway.decided({ after: 'nowhere' })).toEqual({ ...page, endCursor: 'nowhere' });
    expect(errors).toMatchObject([{ reason: 'BAD_USER_INPUT' }]);
  });
});

describe('What the gateway may not do is told to onError', () => {
  test('in an environment that is not there for its key', async () => {
    const elsewhere = at(randomUUID());
    const unknown = { allowed: false, reason: 'UNKNOWN_ENVIRONMENT', user: null };
    expect(await elsewhere.admit(telegram())).toEqual({ ...unknown, outcome: null });
    expect(await elsewhere.decided()).toMatchObject({ approvals: [], reason: 'UNKNOWN_ENVIRONMENT' });
    expect(await elsewhere.replace(telegram(), telegram())).toMatchObject({ reason: 'UNKNOWN_ENVIRONMENT' });
    expect(errors.map(({ reason }) => reason)).toEqual(Array(3).fill('UNKNOWN_ENVIRONMENT'));
    const open = at(project.development);
    await project.administrator(DELETE_ENVIRONMENT, { input: { id: project.development } });
    expect(await open.admit(telegram())).toMatchObject(unknown);
  });

  test('with a key that was never given out, or of another role', async () => {
    const stranger = at(project.staging, `umk_${'0'.repeat(32)}_${'A'.repeat(43)}`);
    expect(await stranger.admit(telegram())).toMatchObject({ allowed: false, reason: 'UNAUTHENTICATED' });
    expect(errors).toMatchObject([{ reason: 'UNAUTHENTICATED' }]);
    await door.setMode('OPEN');
    const reader = at(project.staging, await service.secretFor('VIEWER', project.id));
    expect(await reader.admit(telegram())).toMatchObject({ allowed: false, reason: 'FORBIDDEN' });
    expect(errors).toMatchObject([{ reason: 'FORBIDDEN' }]);
  });
});
