import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createRequestRetention } from '../../src/database/open-requests.ts';
import { closeLateRequests } from '../../src/domain/close-requests.ts';
import type { AccessRequest } from '../../src/graphql/generated/types.ts';
import { CREATE_USER, LINK_IDENTITY } from '../support/documents.ts';
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
beforeEach(() => door.setMode('APPROVAL'));

const TIMES = 5;

/** Runs the race many times, each with a request of its own. */
async function race<T>(run: (request: Knock) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const knocking = await knock();
    results.push(await run(knocking));
    await door.setMode('APPROVAL');
  }
  return results;
}

type Knock = { sender: ReturnType<typeof whatsApp>; request: AccessRequest };

async function knock(): Promise<Knock> {
  // 60 new requests a minute would be few here.
  await service.owner
    .updateTable('accessRequests')
    .set({ firstAttemptAt: new Date(0) })
    .execute();
  const sender = whatsApp();
  await door.register(sender);
  const [request] = await door.list({ search: sender.externalId });
  if (!request) throw new Error('No request.');
  return { sender, request };
}

const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code).join();
const read = async ({ id }: AccessRequest) => (await door.list()).find((each) => each.id === id);

test('of two who approve at once, one lets the sender in, and the other is told so', async () => {
  const answers = await race(({ request }) => Promise.all([door.approve(request.id), door.approve(request.id)]));
  for (const answer of answers) expect(answer.map(codes).toSorted()).toEqual(['', 'ALREADY_DECIDED']);
});

test('of two who approve as two users at once, one does', async () => {
  const [ana, bill] = [await project.user(), await project.user()];
  const answers = await race(async ({ request }) => {
    // An identity goes to one of them, and there is room for twenty.
    const users = [await project.user(), await project.user()];
    return Promise.all(users.map(({ id }) => door.approve(request.id, { userId: id })));
  });
  for (const answer of answers) expect(answer.map(codes).toSorted()).toEqual(['', 'ALREADY_DECIDED']);
  expect([ana.version, bill.version]).toEqual([1, 1]);
});

test('dismissed and approved at once, the sender is let in or told nothing, and both deciders know', async () => {
  const answers = await race(async ({ sender, request }) => {
    const [approved, dismissed] = await Promise.all([door.approve(request.id), door.dismiss(request.id)]);
    return { approved, dismissed, decision: await door.check(sender), request: await read(request) };
  });
  for (const { approved, dismissed, decision, request } of answers) {
    // A dismissed request may still be approved.
    expect([codes(approved), decision.reason, request?.status]).toEqual(['', 'ALLOWED', 'APPROVED']);
    expect(['', 'ALREADY_DECIDED']).toContain(codes(dismissed));
  }
});

describe('approved at once with', () => {
  test('createUser of the number, the person is one user who is let in', async () => {
    const answers = await race(async ({ sender, request }) => {
      const input = project.form({ phoneNumber: `+${sender.phoneNumber}`, environmentIds: [project.staging] });
      const [approved, created] = await Promise.all([door.approve(request.id), project.member(CREATE_USER, { input })]);
      await closeLateRequests(service.db);
      const decision = await door.check(sender);
      return { approved, created: created.data.createUser, decision, request: await read(request) };
    });
    for (const { approved, created, decision, request } of answers) {
      expect(decision).toMatchObject({ allowed: true, user: { id: expect.any(String) } });
      expect(request).toMatchObject({ status: 'APPROVED', user: { id: decision.user?.id } });
      expect(['', 'ALREADY_DECIDED']).toContain(codes(approved));
      expect(['', 'PHONE_NUMBER_TAKEN']).toContain(codes(created));
      for (const { user } of [approved, created]) expect([undefined, decision.user?.id]).toContain(user?.id);
    }
  });

  test('self-registration where it is OPEN, the person is one user who is let in', async () => {
    const answers = await race(async ({ sender, request }) => {
      await door.setMode('OPEN');
      const [approved, registered] = await Promise.all([door.approve(request.id), door.register(sender)]);
      await closeLateRequests(service.db);
      return { approved, registered, decision: await door.check(sender), request: await read(request) };
    });
    for (const { approved, registered, decision, request } of answers) {
      expect(decision).toMatchObject({ reason: 'ALLOWED', user: { id: registered.user?.id } });
      expect(request).toMatchObject({ status: 'APPROVED', user: { id: decision.user?.id } });
      expect(['', 'ALREADY_DECIDED']).toContain(codes(approved));
      expect(registered.decision?.allowed).toBe(true);
    }
  });

  test('a block, the sender is blocked at the next check', async () => {
    const answers = await race(async ({ sender, request }) => {
      const [approved, blocked] = await Promise.all([
        door.approve(request.id),
        door.block({ accessRequestId: request.id }),
      ]);
      if (codes(blocked) === 'ALREADY_DECIDED') await door.block({ sender });
      return { approved, blocked, decision: await door.check(sender) };
    });
    for (const { approved, blocked, decision } of answers) {
      expect(decision).toMatchObject({ allowed: false, reason: 'BLOCKED' });
      expect(['', 'SENDER_BLOCKED']).toContain(codes(approved));
      expect(['', 'ALREADY_DECIDED']).toContain(codes(blocked));
    }
  });

  test('a block of the sender, the sender is blocked at the next check', async () => {
    const answers = await race(async ({ sender, request }) => {
      const { phoneNumber: _, ...byId } = sender;
      const [approved, blocked] = await Promise.all([door.approve(request.id), door.block({ sender: byId })]);
      return { approved, blocked, decision: await door.check(sender) };
    });
    for (const { approved, blocked, decision } of answers) {
      expect(codes(blocked)).toBe('');
      expect(decision).toMatchObject({ allowed: false, reason: 'BLOCKED' });
      expect(['', 'SENDER_BLOCKED']).toContain(codes(approved));
    }
  });

  test.each(['OPEN', 'CLOSED'] as const)('a change of mode, the sender is let in: %s', async (mode) => {
    const answers = await race(async ({ sender, request }) => {
      const [approved] = await Promise.all([door.approve(request.id), door.setMode(mode)]);
      return [codes(approved), (await door.check(sender)).reason];
    });
    for (const answer of answers) expect(answer).toEqual(['', 'ALLOWED']);
  });

  test('messages of the sender, the sender is let in, and each counts until then', async () => {
    const answers = await race(async ({ sender, request }) => {
      const [approved, ...asked] = await Promise.all([
        door.approve(request.id),
        ...[1, 2, 3, 4].map(() => door.register({ ...telegram(), phoneNumber: sender.phoneNumber })),
      ]);
      return { approved, asked, decision: await door.check({ ...sender, externalId: null }) };
    });
    for (const { approved, asked, decision } of answers) {
      expect([codes(approved), decision.reason]).toEqual(['', 'ALLOWED']);
      for (const each of asked) expect(codes(each)).toBe('');
    }
  });
});

test('two webhooks at once of one stranger make one request with two attempts', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    await service.owner
      .updateTable('accessRequests')
      .set({ firstAttemptAt: new Date(0) })
      .execute();
    const sender = whatsApp();
    const outcomes = await Promise.all([door.register(sender), door.register(sender)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['ALREADY_REQUESTED', 'REQUESTED']);
    expect(await door.list({ search: sender.externalId })).toMatchObject([{ attempts: 2 }]);
  }
});

test('two webhooks of one stranger, one with the number and one with the id, are one once both come together', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    await service.owner
      .updateTable('accessRequests')
      .set({ firstAttemptAt: new Date(0) })
      .execute();
    const sender = whatsApp();
    const { phoneNumber, externalId, channel } = sender;
    const asked = [{ channel, phoneNumber }, { channel, externalId }, sender, sender];
    await Promise.all(asked.map((each) => door.register(each)));
    await door.register(sender);
    expect(await door.list({ search: externalId })).toMatchObject([{ attempts: 5, phoneNumber: `+${phoneNumber}` }]);
  }
});

test('blocked and linked at once, the user is blocked by all they have', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    const ana = await project.user();
    const { channel, externalId } = telegram();
    const linking = project.member(LINK_IDENTITY, { input: { userId: ana.id, channel, externalId } });
    const [linked, blocked] = await Promise.all([linking, door.block({ userId: ana.id })]);
    expect([codes(linked.data.linkChannelIdentity), codes(blocked)]).toEqual(['', '']);
    await door.unblock(blocked.blockedSenders.find(({ phoneNumber }) => phoneNumber)?.id);
    // The id has a block of its own.
    expect(await door.check({ channel, externalId }, project.development)).toMatchObject({ reason: 'BLOCKED' });
  }
});

test('an id blocked and linked at once is blocked, whichever came first', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    const ana = await project.user();
    const sender = telegram();
    const linking = project.member(LINK_IDENTITY, { input: { userId: ana.id, ...sender } });
    const [linked, blocked] = await Promise.all([linking, door.block({ sender })]);
    expect(codes(blocked)).toBe('');
    expect(['', 'SENDER_BLOCKED']).toContain(codes(linked.data.linkChannelIdentity));
    expect(await door.check(sender, project.development)).toMatchObject({ reason: 'BLOCKED' });
  }
});

test('many knock, are decided and forgotten at once, and each attempt counts', async () => {
  await door.setMode('CLOSED');
  const strangers = Array.from({ length: 10 }, () => whatsApp());
  const forget = createRequestRetention(service.db);
  const all = Array.from({ length: 10 }, async (_, time) => {
    const shuffled = strangers.toSorted(
      (a, b) => ((Number(a.phoneNumber) * (time + 7)) % 11) - ((Number(b.phoneNumber) * (time + 7)) % 11),
    );
    await door.checkBatch(shuffled);
    for (const each of shuffled) await door.check({ ...each, externalId: null });
    await forget();
  });
  const decide = async () => {
    for (const { id } of await door.list({ status: 'PENDING' })) await door.dismiss(id);
  };
  await Promise.all([...all, decide(), decide(), door.block({ sender: strangers[3] ?? telegram() })]);
  const [last] = strangers;
  const found = await door.listOnce(([one]) => one?.attempts === 20, { search: last?.externalId });
  expect(found).toMatchObject([{ attempts: 20 }]);
});

// After all of the above: where two wait for each other, PostgreSQL ends one, and the service tries that one again, unseen.
test('no two ever waited for each other', async () => {
  const { rows } = await sql`select deadlocks::int from pg_stat_database where datname = current_database()`.execute(
    service.owner,
  );
  expect(rows).toEqual([{ deadlocks: 0 }]);
});
