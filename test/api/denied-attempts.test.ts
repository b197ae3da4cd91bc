import { beforeEach, describe, expect, test } from '@jest/globals';
import { connect, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { createAttemptBuffer } from '../../src/domain/attempt-buffer.ts';
import { closeLateRequests } from '../../src/domain/close-requests.ts';
import type { AccessRequest, SenderInput } from '../../src/graphql/generated/types.ts';
import { startProxy } from '../support/database-proxy.ts';
import { CHECK_ACCESS, LINK_IDENTITY } from '../support/documents.ts';
import { createDoor, type Door, telegram, whatsApp } from '../support/door.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;

// Staging is CLOSED in a new project.
beforeEach(async () => {
  project = await service.project();
  door = createDoor(project);
});

/** Waits until all that was noted before is written: a stranger who comes later is seen. */
async function settle() {
  const last = telegram();
  await door.check(last);
  const found = await door.listOnce((requests) => requests.length > 0, { search: last.externalId });
  expect(found).toHaveLength(1);
  return last.externalId;
}
async function listOthers() {
  const last = await settle();
  return (await door.list()).filter(({ externalId }) => externalId !== last);
}

describe("a gateway's check where newcomers are not taken is noted", () => {
  test('of a stranger', async () => {
    const sender = whatsApp();
    expect(await door.check(sender)).toMatchObject({ reason: 'UNKNOWN_SENDER', shouldRegister: false });
    expect(await listOthers()).toMatchObject([
      {
        ...{ environment: { id: project.staging }, channel: 'WHATSAPP', externalId: sender.externalId },
        ...{ phoneNumber: `+${sender.phoneNumber}`, reason: 'UNKNOWN_SENDER', attempts: 1, status: 'PENDING' },
      },
    ]);
  });

  test('of a user who is no member', async () => {
    const user = await project.user();
    await door.check({ channel: 'WHATSAPP', phoneNumber: user.phoneNumber });
    expect(await listOthers()).toMatchObject([{ reason: 'NOT_IN_ENVIRONMENT', candidates: [{ id: user.id }] }]);
  });

  test('of a sender who is two users', async () => {
    const [ana, bill] = [await project.user(), await project.user()];
    const sender = telegram();
    await project.member(LINK_IDENTITY, { input: { userId: ana.id, ...sender } });
    await door.check({ ...sender, phoneNumber: bill.phoneNumber });
    expect(await listOthers()).toMatchObject([
      { reason: 'IDENTITY_CONFLICT', candidates: [{ id: ana.id }, { id: bill.id }] },
    ]);
  });

  test('each sender of a batch', async () => {
    const [one, other] = [telegram(), telegram()];
    await door.checkBatch([one, other, one]);
    const found = (await listOthers()).map(({ externalId, attempts }) => [externalId, attempts]);
    expect(found.toSorted()).toEqual([
      [one.externalId, 2],
      [other.externalId, 1],
    ]);
  });
});

describe('nothing is noted', () => {
  test.each(['viewer', 'member', 'administrator'] as const)('of a check by a %s', async (role) => {
    await door.check(telegram(), project.staging, project[role]);
    expect(await listOthers()).toEqual([]);
  });

  test('of those who are allowed, cannot be read, or ask where there is nothing', async () => {
    const user = await project.user({ environmentIds: [project.staging] });
    const other = await service.project('Other');
    await door.check({ channel: 'WHATSAPP', phoneNumber: user.phoneNumber });
    await door.check({ channel: 'TELEGRAM', externalId: '777000' });
    await door.check(telegram(), other.staging);
    expect(await listOthers()).toEqual([]);
    expect(await createDoor(other).list()).toEqual([]);
  });

  test.each(['OPEN', 'APPROVAL'] as const)('where newcomers may register or ask: %s', async (mode) => {
    await door.setMode(mode, project.production);
    await door.check(telegram(), project.production);
    expect(await listOthers()).toEqual([]);
  });

  test('for longer than a minute of those who are let in at the same moment', async () => {
    const { phoneNumber } = whatsApp();
    await Promise.all([
      door.check({ channel: 'WHATSAPP', phoneNumber }),
      project.user({ phoneNumber: `+${phoneNumber}`, environmentIds: [project.staging] }),
    ]);
    const witness = await settle();
    // The job does this every minute.
    await closeLateRequests(service.db);
    const open = (await door.list()).filter(({ status }) => status !== 'APPROVED');
    expect(open.map(({ externalId }) => externalId)).toEqual([witness]);
  });
});

describe('one request for a sender, however they are written', () => {
  const PAIRS: [string, string][] = [
    ['5215512345678', '+52 55 1234 5678'],
    ['5491123456789', '+541123456789'],
    ['5511987654321', '551187654321'],
    ['12025550143', '+1 (202) 555-0143'],
  ];
  test.each(PAIRS)('%s is %s', async (one, other) => {
    for (const phoneNumber of [one, other]) await door.check({ channel: 'WHATSAPP', phoneNumber });
    await door.check({ channel: 'TELEGRAM', phoneNumber: other });
    expect(await listOthers()).toMatchObject([{ attempts: 3 }]);
  });

  test('a number and an id that turn out to be one person become one request with the attempts of both', async () => {
    const { phoneNumber, ...byId } = whatsApp();
    const byPhone: SenderInput = { channel: 'WHATSAPP', phoneNumber };
    await door.check(byId);
    await door.check(byPhone);
    const two = await listOthers();
    expect(two.map(({ attempts }) => attempts)).toEqual([1, 1]);
    const first = two.map(({ firstAttemptAt }) => firstAttemptAt).toSorted()[0];
    await door.check({ ...byId, phoneNumber });
    const [request] = await door.listOnce(([found]) => found?.attempts === 3, { search: byId.externalId });
    expect(request).toMatchObject({ attempts: 3, phoneNumber: `+${phoneNumber}`, firstAttemptAt: first });
    await Promise.all([door.check(byPhone), door.check(byId)]);
    expect(await door.listOnce(([found]) => found?.attempts === 5, { search: byId.externalId })).toMatchObject([
      { id: request?.id, attempts: 5 },
    ]);
  });

  test.each(['id', 'number'])(
    'of which the one that was dismissed keeps the person dismissed: the %s',
    async (which) => {
      const { phoneNumber, ...byId } = whatsApp();
      const byPhone: SenderInput = { channel: 'WHATSAPP', phoneNumber };
      await door.checkBatch([byId, byPhone]);
      const search = which === 'id' ? byId.externalId : `+${phoneNumber}`;
      const [one] = await door.listOnce((found) => found.length === 1, { search });
      await door.dismiss(one?.id);
      await door.check({ ...byId, phoneNumber });
      const found = await door.listOnce(([first]) => first?.attempts === 3, { search: byId.externalId });
      expect(found).toMatchObject([{ status: 'DISMISSED', attempts: 3, phoneNumber: `+${phoneNumber}` }]);
      expect(found[0]?.decidedAt).not.toBeNull();
    },
  );

  test('written in one batch, they are one as well, whoever writes in between', async () => {
    const { phoneNumber, ...byId } = whatsApp();
    const [other, another] = [whatsApp(), telegram()];
    const byPhone: SenderInput = { channel: 'WHATSAPP', phoneNumber };
    await door.checkBatch([byPhone, byId, other, { ...byId, phoneNumber }, another, byId, byPhone]);
    const found = (await listOthers()).map(({ externalId, attempts }) => [externalId, attempts]);
    expect(found.toSorted()).toEqual(
      [
        [byId.externalId, 5],
        [other.externalId, 1],
        [another.externalId, 1],
      ].toSorted(),
    );
  });

  test('and each attempt counts once when a number of one comes with the id of another', async () => {
    const [one, two] = [whatsApp(), whatsApp()];
    await door.checkBatch([one, two]);
    expect(await listOthers()).toHaveLength(2);
    await door.checkBatch([
      { ...two, phoneNumber: one.phoneNumber },
      { channel: 'WHATSAPP', externalId: one.externalId },
    ]);
    const isTheirs = ({ channel }: AccessRequest) => channel === 'WHATSAPP';
    const attempts = (await listOthers()).filter(isTheirs).map(({ attempts }) => attempts);
    expect(attempts.reduce((sum, each) => sum + each, 0)).toBe(4);
  });
});

test('two hundred webhooks at once of one stranger make one request, and each counts', async () => {
  const sender = whatsApp();
  await Promise.all(Array.from({ length: 200 }, () => door.check(sender)));
  expect(await door.listOnce(([found]) => found?.attempts === 200)).toMatchObject([{ attempts: 200 }]);
});

describe('switching off what is kept of the denied', () => {
  test('forgets them at once, those in memory too, and leaves who asked', async () => {
    const [denied, asking, late] = [telegram(), telegram(), telegram()];
    await door.check(denied);
    await settle();
    await door.setMode('APPROVAL');
    await door.register(asking);
    await door.setMode('CLOSED');
    // The last check is in memory when it is switched off.
    await Promise.all([door.check(late), door.keepDenied(false)]);
    await door.check(denied);
    const witness = await witnessOf();
    expect((await door.list()).map(({ externalId }) => externalId).toSorted()).toEqual(
      [asking.externalId, witness].toSorted(),
    );
  });

  test('and nothing more is noted until it is switched on', async () => {
    await door.keepDenied(false);
    const sender = telegram();
    await door.check(sender);
    const witness = await witnessOf();
    expect((await door.list()).map(({ externalId }) => externalId)).toEqual([witness]);
    await door.keepDenied(true);
    await door.check(sender);
    expect(await door.listOnce(([found]) => !!found, { search: sender.externalId })).toMatchObject([{ attempts: 1 }]);
  });

  /** While denied attempts are not kept: somebody who asked, and whose check after that is counted. */
  async function witnessOf() {
    const sender = telegram();
    await door.setMode('APPROVAL');
    await door.register(sender);
    await project.gateway(CHECK_ACCESS, { environmentId: project.staging, sender });
    const found = await door.listOnce(([one]) => one?.attempts === 2, { search: sender.externalId });
    expect(found).toMatchObject([{ attempts: 2 }]);
    await door.setMode('CLOSED');
    return sender.externalId;
  }
});

test('what was noted while the database was away counts with what came since, whose reason and names are the last', async () => {
  const location = new URL(service.connectionString);
  const proxy = await startProxy({ host: location.hostname, port: Number(location.port) });
  location.port = String(proxy.port);
  const db = connect(location.href, { role: SERVER_ROLE });
  const buffer = createAttemptBuffer(db, () => {});
  const { channel, externalId } = telegram();
  const sender = { channel, externalId, phoneNumber: null, email: null };
  const note = (reason: 'IDENTITY_CONFLICT' | 'UNKNOWN_SENDER', firstName: string) => {
    const profile = { firstName, lastName: null, email: null };
    buffer.note({ kind: 'DENIED', environmentId: project.staging, sender, reason, count: 1, profile });
  };
  await proxy.cut();
  note('IDENTITY_CONFLICT', 'Anna');
  const flushed = buffer.flush();
  note('UNKNOWN_SENDER', 'Ana');
  await expect(flushed).rejects.toThrow();
  await proxy.restore();
  await buffer.flush();
  expect(await door.list()).toMatchObject([{ externalId, reason: 'UNKNOWN_SENDER', firstName: 'Ana', attempts: 2 }]);
  await db.destroy();
  proxy.close();
});
