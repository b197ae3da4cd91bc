import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createUserRewrite } from '../../src/domain/user-rewrites.ts';
import { LINK_IDENTITY, LIST_USERS, SELF_REGISTER, UPDATE_USER } from '../support/documents.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let collisions: string[];

beforeEach(async () => {
  project = await service.project();
  collisions = [];
});
afterEach(async () => {
  await sql`update user_rewrites set last_project_id = null, last_user_id = null, finished_at = null`.execute(
    service.db,
  );
});

const step = (size?: number) => createUserRewrite(service.db, (ids) => collisions.push(...ids), size);

/** As they were written by the version before: other folding, no ids, keys of other rules. */
async function makeOld(id: string, columns: { searchText?: string; nameKey?: string; emailKey?: string }) {
  await service.db.updateTable('users').set(columns).where('id', '=', id).execute();
}

const columnsOf = (id: string) =>
  service.db
    .selectFrom('users')
    .select(['searchText', 'nameKey', 'emailKey', 'phoneKey', 'version', 'updatedAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

async function find(search: string, orderBy?: object) {
  const { data } = await project.viewer(LIST_USERS, { id: project.id, search, orderBy });
  return data.project?.users.nodes.map(({ id }) => id);
}

test('what today’s code compares is made of every user, in steps, and nothing else of them is changed', async () => {
  const users = [];
  for (let at = 0; at < 7; at++) users.push(await project.user({ firstName: `O’Neil`, lastName: `Nr${at}` }));
  const { data } = await project.gateway(SELF_REGISTER, {
    input: { environmentId: project.production, sender: { channel: 'TELEGRAM', externalId: '4711' } },
  });
  const ids = [...users.map(({ id }) => id), String(data.selfRegisterUser.user?.id)];
  const before = await Promise.all(ids.map(columnsOf));
  for (const id of ids) await makeOld(id, { searchText: "o'neil of old", nameKey: 'old' });
  expect([await find('oneil'), await find('4711')]).toEqual([[], []]);
  const next = step(3);
  const seen = [];
  for (let users = await next(); users > 0; users = await next()) seen.push(users);
  expect(seen).toEqual([3, 3, 2]);
  expect(await Promise.all(ids.map(columnsOf))).toEqual(before);
  expect([(await find('oneil'))?.length, await find('4711')]).toEqual([7, [ids.at(-1)]]);
  expect(collisions).toEqual([]);
});

test('who is not rewritten yet is found in the order by relevance too, but not known to begin with the term', async () => {
  const older = await project.user({ firstName: 'Ana' });
  const newer = await project.user({ firstName: 'Joana' });
  await makeOld(older.id, { searchText: 'ana lima\n15551234567' });
  const orderBy = { field: 'RELEVANCE', direction: 'DESC' };
  expect(await find('ana', orderBy)).toEqual([newer.id, older.id]);
  for (const next = step(); (await next()) > 0; );
  expect(await find('ana', orderBy)).toEqual([older.id, newer.id]);
});

test('whoever is changed before their turn has today’s keys from then on', async () => {
  const { id } = await project.user({ email: 'Today@x.com' });
  await makeOld(id, { emailKey: 'of before' });
  await project.member(UPDATE_USER, { input: { id, firstName: 'Changed' } });
  expect((await columnsOf(id)).emailKey).toBe('today@x.com');
});

test('it goes on where it stopped, and once done it is done', async () => {
  for (let at = 0; at < 4; at++) await makeOld((await project.user()).id, { searchText: '' });
  expect(await step(3)()).toBe(3);
  let rest = 0;
  for (let users = await step()(); users > 0; users = await step()()) rest += users;
  expect(rest).toBe((await countUsers()) - 3);
  await makeOld((await project.user()).id, { searchText: '' });
  expect([await step()(), await step()()]).toEqual([0, 0]);
  expect(await find('lima')).toHaveLength(4);
});

async function countUsers() {
  const { count } = await service.db
    .selectFrom('users')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

test('of two processes one goes on while the other has nothing to do', async () => {
  await makeOld((await project.user()).id, { searchText: '' });
  await service.db.transaction().execute(async (tx) => {
    await sql`select from user_rewrites for update`.execute(tx);
    expect(await step()()).toBe(0);
  });
  expect(await step()()).toBeGreaterThan(0);
  expect(await find('lima')).toHaveLength(1);
});

test('whoever is changed meanwhile keeps what the change wrote', async () => {
  const { id } = await project.user({ firstName: 'Before' });
  await makeOld(id, { searchText: 'old' });
  const change = service.db.transaction().execute(async (tx) => {
    await sql`update users set first_name = 'After', search_text = 'after lima', version = version + 1 where id = ${id}`.execute(
      tx,
    );
    // The step has read the user as before, and waits for the change.
    const waiting = step()();
    while ((await countWaiting()) === 0);
    return { waiting };
  });
  await (await change).waiting;
  expect(await columnsOf(id)).toMatchObject({ searchText: 'after lima', version: 2 });
});

async function countWaiting() {
  const { rows } = await sql<{ count: number }>`select count(*)::int from pg_locks where not granted`.execute(
    service.db,
  );
  return rows[0]?.count ?? 0;
}

test('of two users with one new key the older keeps the key of before, and is told of', async () => {
  const [older, newer, third] = [
    await project.user({ email: 'a@x.com' }),
    await project.user({ email: 'b@x.com' }),
    await project.user({ email: 'c@x.com' }),
  ];
  for (const { id } of [older, newer]) {
    await service.db.updateTable('users').set({ email: 'SAME@x.com' }).where('id', '=', id).execute();
    await makeOld(id, { emailKey: `of before/${id}` });
  }
  await service.db.updateTable('users').set({ email: 'D@x.com' }).where('id', '=', third.id).execute();
  for (const next = step(1); (await next()) > 0; );
  expect((await columnsOf(newer.id)).emailKey).toBe('same@x.com');
  expect((await columnsOf(older.id)).emailKey).toBe(`of before/${older.id}`);
  expect((await columnsOf(third.id)).emailKey).toBe('d@x.com');
  expect(collisions).toEqual([older.id]);
  // Who kept it is no worse off: everything else of theirs can be changed, and their accounts linked.
  const input = { id: older.id, firstName: 'Changed' };
  expect((await project.member(UPDATE_USER, { input })).data.updateUser.userErrors).toEqual([]);
  const identity = { userId: older.id, channel: 'TELEGRAM', externalId: '4712' };
  const linked = await project.member(LINK_IDENTITY, { input: identity });
  expect(linked.data.linkChannelIdentity.userErrors).toEqual([]);
  expect((await columnsOf(older.id)).emailKey).toBe(`of before/${older.id}`);
});
