import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { createSightingBuffer } from '../../src/domain/sighting-buffer.ts';
import type { SenderInput, User } from '../../src/graphql/generated/types.ts';
import { purge } from '../support/crowd.ts';
import { startProxy } from '../support/database-proxy.ts';
import * as documents from '../support/documents.ts';
import { createDoor, type Door, telegram, until } from '../support/door.ts';
import { type Call, type Project, type Service, startService } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;

beforeEach(async () => {
  project = await service.project();
  door = createDoor(project);
});

type Person = { id: string; sender: SenderInput };

/** A user of Development and Staging, who writes on WhatsApp. */
async function person(): Promise<Person> {
  const user = await project.user({ environmentIds: [project.development, project.staging] });
  return { id: user.id, sender: { channel: 'WHATSAPP', phoneNumber: user.phoneNumber } };
}
async function read(id: string): Promise<User | null | undefined> {
  return (await project.viewer(documents.READ_ACCESS, { id })).data.user;
}
const readOnceSeen = (id: string) =>
  until(
    () => read(id),
    (user) => user?.lastSeenAt !== null,
  );
const seenIn = (user: User | null | undefined, environmentId: string) =>
  user?.access.find(({ environment }) => environment.id === environmentId);

/** Waits until all that was noted before is written: somebody who is seen later is. */
async function settle(check: (sender: SenderInput) => Promise<unknown> = door.check) {
  const witness = await person();
  await check(witness.sender);
  expect((await readOnceSeen(witness.id))?.lastSeenAt).not.toBeNull();
}

/** Moves all sightings, and the users' latest, so many minutes into the past. */
async function age(minutes: number) {
  await sql`update sightings set seen_at = seen_at - make_interval(mins => ${minutes})`.execute(service.owner);
  await sql`update seen_users set seen_at = seen_at - make_interval(mins => ${minutes})`.execute(service.owner);
}
const minutesAgo = (time: unknown) => Math.round((Date.now() - new Date(String(time)).getTime()) / 60_000);

describe("a gateway's check that lets somebody in is a sighting", () => {
  test('of the user, in this environment, over this channel, at the moment of the check', async () => {
    const ana = await person();
    const never = { lastSeenAt: null, lastChannel: null, expiresAt: null };
    expect(await read(ana.id)).toMatchObject({
      lastSeenAt: null,
      access: [
        { environment: { id: project.development }, ...never },
        { environment: { id: project.staging }, ...never },
      ],
    });
    await door.check(ana.sender);
    const seen = await readOnceSeen(ana.id);
    expect(minutesAgo(seen?.lastSeenAt)).toBe(0);
    expect(seenIn(seen, project.staging)).toMatchObject({ lastSeenAt: seen?.lastSeenAt, lastChannel: 'WHATSAPP' });
    expect(seenIn(seen, project.development)).toMatchObject(never);
    expect(seen?.version).toBe(1);
  });

  test('of each user in a batch, and the last of several environments is the user’s', async () => {
    const [ana, bill] = [await person(), await person()];
    await door.checkBatch([ana.sender, telegram(), bill.sender, ana.sender]);
    await settle();
    await age(10);
    await door.check(ana.sender, project.development);
    await settle();
    const [seen, other] = [await read(ana.id), await read(bill.id)];
    expect(minutesAgo(seenIn(seen, project.staging)?.lastSeenAt)).toBe(10);
    expect(minutesAgo(seenIn(seen, project.development)?.lastSeenAt)).toBe(0);
    expect([minutesAgo(seen?.lastSeenAt), minutesAgo(other?.lastSeenAt)]).toEqual([0, 10]);
  });

  test('and nothing else is: other roles, refusals, registering', async () => {
    const [ana, guest] = [await person(), telegram()];
    for (const caller of [project.viewer, project.member, project.administrator]) {
      expect(await door.check(ana.sender, project.staging, caller)).toMatchObject({ allowed: true });
    }
    expect(await door.check(ana.sender, project.production)).toMatchObject({ reason: 'NOT_IN_ENVIRONMENT' });
    const { user } = await door.register(guest, {}, project.production);
    const blocked = await person();
    await door.block({ userId: blocked.id });
    expect(await door.check(blocked.sender)).toMatchObject({ reason: 'BLOCKED' });
    await settle();
    for (const id of [ana.id, String(user?.id), blocked.id]) expect((await read(id))?.lastSeenAt).toBeNull();
  });
});

describe('of several processes', () => {
  /** Another process of the service, which remembers nothing of what this one wrote. */
  async function another<T>(work: (gateway: Call, other: Service) => Promise<T>): Promise<T> {
    const other = await startService(undefined, {}, service.connectionString);
    try {
      return await work(await other.keyFor('GATEWAY', project.id), other);
    } finally {
      await other.close();
    }
  }

  test('a sighting is written at most once in 15 minutes, whichever process asks', async () => {
    const ana = await person();
    await door.check(ana.sender);
    await settle();
    await age(14);
    const [checks, check] = [3, { environmentId: project.staging, sender: ana.sender }];
    await another(async (gateway) => {
      for (let time = 0; time < checks; time += 1) await gateway(documents.CHECK_ACCESS, check);
    });
    expect(minutesAgo((await read(ana.id))?.lastSeenAt)).toBe(14);
    await age(1);
    await another((gateway) => gateway(documents.CHECK_ACCESS, { ...check, sender: { ...ana.sender } }));
    const seen = await read(ana.id);
    expect([minutesAgo(seen?.lastSeenAt), minutesAgo(seenIn(seen, project.staging)?.lastSeenAt)]).toEqual([0, 0]);
  });

  test('both write the same users at once, and what waits is written before a process ends', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, person));
    const senders = people.map(({ sender }) => sender);
    await another(async (gateway) => {
      await Promise.all([
        door.checkBatch(senders),
        door.checkBatch(senders.toReversed(), project.development),
        gateway(documents.CHECK_ACCESS_BATCH, { environmentId: project.staging, senders: senders.toReversed() }),
        gateway(documents.CHECK_ACCESS_BATCH, { environmentId: project.development, senders }),
      ]);
    });
    await settle();
    for (const { id } of people) {
      const seen = await read(id);
      const times = [project.staging, project.development].map((place) => seenIn(seen, place)?.lastSeenAt);
      expect(times).not.toContain(null);
      expect(times.map(String)).toContain(String(seen?.lastSeenAt));
    }
  });
});

describe('of what goes, no sighting is left', () => {
  const rowsOf = async (id: string) => {
    const { rows } = await sql<{ places: number; users: number }>`
      select (select count(*)::int from sightings where user_id = ${id}) as places,
        (select count(*)::int from seen_users where user_id = ${id}) as users`.execute(service.owner);
    return rows[0];
  };

  test('a user who is deleted while being seen leaves nothing, and the next is noted', async () => {
    for (let time = 0; time < 6; time += 1) {
      const ana = await person();
      const [, deleted] = await Promise.all([
        door.check(ana.sender),
        project.member(documents.DELETE_USER, { input: { id: ana.id } }),
      ]);
      expect(deleted.data.deleteUser.userErrors).toEqual([]);
      await settle();
      expect(await rowsOf(ana.id)).toEqual({ places: 0, users: 0 });
    }
  });

  test('an environment that is taken from a user takes its sighting along, and leaves when the user was last seen', async () => {
    const ana = await person();
    await door.check(ana.sender);
    const seen = await readOnceSeen(ana.id);
    const update = (environmentIds: string[]) =>
      project.member(documents.UPDATE_USER, { input: { id: ana.id, environmentIds } });
    await update([project.development]);
    expect(await read(ana.id)).toMatchObject({ lastSeenAt: seen?.lastSeenAt, access: [{ lastSeenAt: null }] });
    await update([project.development, project.staging]);
    expect(seenIn(await read(ana.id), project.staging)).toMatchObject({ lastSeenAt: null, lastChannel: null });
  });

  test('a removed environment, and one that is removed while somebody is seen there', async () => {
    const [ana, bill] = [await person(), await person()];
    await door.check(ana.sender);
    await settle();
    const witness = telegram();
    await door.register(witness, {}, project.production);
    const [removed] = await Promise.all([
      project.administrator(documents.DELETE_ENVIRONMENT, { input: { id: project.staging } }),
      door.check(bill.sender),
    ]);
    // The witness of `settle` is nobody's only: everybody here is in Development too.
    expect(removed.data.deleteEnvironment.userErrors).toEqual([]);
    await purge(service.db);
    await door.check(witness, project.production);
    const { data } = await project.viewer(documents.LIST_USERS, { id: project.id, filter: { channel: 'TELEGRAM' } });
    await readOnceSeen(String(data.project?.users.nodes[0]?.id));
    expect([await rowsOf(ana.id), (await rowsOf(bill.id))?.places]).toEqual([{ places: 0, users: 1 }, 0]);
    expect(await read(ana.id)).toMatchObject({
      access: [{ environment: { id: project.development }, lastSeenAt: null }],
    });
  });

  test('of two who are merged, the later of each environment stays; one who is seen meanwhile is in nobody’s way', async () => {
    for (let time = 0; time < 3; time += 1) {
      const [kept, merged] = [await person(), await person()];
      await door.checkBatch([kept.sender, merged.sender]);
      await settle();
      await age(30);
      await door.check(merged.sender, project.development);
      await settle();
      await age(20);
      const before = await read(merged.id);
      const input = { id: kept.id, mergedId: merged.id };
      const [merging] = await Promise.all([
        project.member(documents.MERGE_USERS, { input }),
        door.check(kept.sender, project.development),
        door.check(merged.sender, project.development),
      ]);
      expect(merging.data.mergeUsers.userErrors).toEqual([]);
      await settle();
      const after = await read(kept.id);
      expect(seenIn(after, project.staging)?.lastSeenAt).toBe(seenIn(before, project.staging)?.lastSeenAt);
      expect(minutesAgo(seenIn(after, project.development)?.lastSeenAt)).toBe(0);
      expect(await rowsOf(merged.id)).toEqual({ places: 0, users: 0 });
    }
  });
});

test('while the database is away, sightings are kept, and written once it is back; who is being changed is written later', async () => {
  const [ana, bill] = [await person(), await person()];
  const location = new URL(service.connectionString);
  const proxy = await startProxy({ host: location.hostname, port: Number(location.port) });
  location.port = String(proxy.port);
  const db = connect(location.href, { role: SERVER_ROLE });
  const buffer = createSightingBuffer(db);
  await proxy.cut();
  for (const { id } of [ana, bill]) {
    buffer.note({ projectId: project.id, environmentId: project.staging, userId: id, channel: 'WHATSAPP' });
  }
  await expect(buffer.flush()).rejects.toThrow();
  await proxy.restore();
  await service.owner.transaction().execute(async (tx) => {
    await tx.selectFrom('users').select('id').where('id', '=', bill.id).forUpdate().execute();
    await buffer.flush();
    expect((await read(ana.id))?.lastSeenAt).not.toBeNull();
    expect((await read(bill.id))?.lastSeenAt).toBeNull();
  });
  await buffer.flush();
  expect((await read(bill.id))?.lastSeenAt).not.toBeNull();
  await db.destroy();
  proxy.close();
});

test('only readers are told when somebody was seen', async () => {
  const ana = await person();
  const query = `query ($environmentId: ID!, $sender: SenderInput!) {
    checkAccess(environmentId: $environmentId, sender: $sender) { user { id lastSeenAt access { lastSeenAt } } } }`;
  const check = { environmentId: project.staging, sender: ana.sender };
  expect((await project.gateway(query, check)).errors?.map(({ extensions }) => extensions.code)).toEqual([
    'FORBIDDEN',
    'FORBIDDEN',
  ]);
  expect((await project.viewer(query, check)).errors).toBeUndefined();
});
