import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import * as documents from '../support/documents.ts';
import type { Answer, Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;

beforeAll(async () => {
  project = await service.project();
});

const TIMES = 4;
const SIZE = 12;

let people = 0;
function rowsOf(count: number) {
  return Array.from({ length: count }, () => {
    people += 1;
    return {
      phoneNumber: `+1444${3_000_000 + people}`,
      email: `race.${people}@example.com`,
      firstName: 'Ana',
      lastName: 'Lima',
    };
  });
}

const create = (rows: object[], input: object = {}) =>
  project.member(documents.CREATE_USERS, {
    input: { projectId: project.id, rows, environmentIds: [project.development], ...input },
  });
const update = (ids: string[], addEnvironmentIds: string[], removeEnvironmentIds: string[] = []) =>
  project.member(documents.UPDATE_USERS, {
    input: { projectId: project.id, ids, addEnvironmentIds, removeEnvironmentIds },
  });
const remove = (input: object) =>
  project.member(documents.DELETE_USERS, { input: { projectId: project.id, ...input } });

/** Expects that every one was answered. */
function answered<T extends Answer[]>(answers: T): T {
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  return answers;
}

/** How many users of the project have each of the phone numbers. */
async function countByNumber(rows: { phoneNumber: string }[]) {
  const users = await service.owner
    .selectFrom('users')
    .select('phoneNumber')
    .where('projectId', '=', project.id)
    .execute();
  return rows.map(({ phoneNumber }) => users.filter((user) => user.phoneNumber === phoneNumber).length);
}

test('two requests with the same rows in other orders add each person once', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    const rows = rowsOf(SIZE);
    // Numbers and addresses crosswise: one waits for the number of a row of the other, and the other way round.
    const crossed = rows.map((row, at) => ({ ...row, email: rows[(at + 1) % SIZE]?.email })).reverse();
    const [first, second] = answered(await Promise.all([create(rows), create(rows.toReversed())]));
    const outcomes = [first, second].map(({ data }) => data.createUsers.counts);
    expect(outcomes.map(({ created }) => created).toSorted()).toEqual([0, SIZE]);
    expect(outcomes.map(({ skipped }) => skipped).toSorted()).toEqual([0, SIZE]);
    expect(await countByNumber(rows)).toEqual(rows.map(() => 1));
    answered(await Promise.all([create(crossed), create(rows, { ifExisting: 'UPDATE' })]));
  }
});

test('a person who is added or registers at the same time is there once, and no request fails', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    const rows = rowsOf(SIZE);
    const [many, ...others] = await Promise.all([
      create(rows),
      ...rows.slice(0, 4).map((row) => project.member(documents.CREATE_USER, { input: project.form(row) })),
      ...rows.slice(4, 8).map(({ phoneNumber }) =>
        project.gateway(documents.SELF_REGISTER, {
          input: { environmentId: project.production, sender: { channel: 'WHATSAPP', phoneNumber } },
        }),
      ),
    ]);
    answered([many, ...others]);
    expect(many.data.createUsers.counts).toMatchObject({ refused: 0 });
    expect(await countByNumber(rows)).toEqual(rows.map(() => 1));
  }
});

test('of adding and blocking at once, the block wins: the person is not added, or blocked afterwards', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    const [row = {}, ...others] = rowsOf(3);
    const sender = { channel: 'WHATSAPP', phoneNumber: Reflect.get(row, 'phoneNumber') };
    const [added, blocked] = answered(
      await Promise.all([
        create([row, ...others]),
        project.member(documents.BLOCK_SENDER, { input: { projectId: project.id, sender } }),
      ]),
    );
    expect(added.data.createUsers.counts.created).toBeGreaterThanOrEqual(2);
    expect(blocked.data.blockSender.userErrors).toEqual([]);
    const check = await project.viewer(documents.CHECK_ACCESS, { environmentId: project.development, sender });
    expect(check.data.checkAccess.reason).toBe('BLOCKED');
  }
});

test('changes of the same users in other orders never deadlock, and none is lost', async () => {
  const { data } = await create(rowsOf(40));
  const ids = data.createUsers.results.map(({ user }) => String(user?.id));
  for (let time = 0; time < TIMES; time += 1) {
    const [add, remove] =
      time % 2 === 0 ? [project.staging, project.production] : [project.production, project.staging];
    answered(
      await Promise.all([
        update(ids, [add]),
        update(ids.toReversed(), [], [remove]),
        ...ids
          .slice(0, 4)
          .map((id) => project.member(documents.UPDATE_USER, { input: { id, firstName: `Eve ${time}` } })),
        project.member(documents.MERGE_USERS, { input: { id: ids.pop(), mergedId: ids.shift() } }),
      ]),
    );
    const found = await Promise.all(ids.slice(0, 6).map((id) => project.viewer(documents.READ_USER, { id })));
    for (const { data } of found) {
      expect(data.user?.environments.map(({ id }) => id)).toEqual([project.development, add]);
    }
  }
});

test('a user is deleted or changed, and never both halves of each', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    const { data } = await create(rowsOf(6));
    const ids = data.createUsers.results.map(({ user }) => String(user?.id));
    const [gone, changed, single] = answered(
      await Promise.all([
        remove({ ids }),
        update(ids.toReversed(), [project.staging]),
        project.member(documents.UPDATE_USER, { input: { id: ids[0], firstName: 'Eve' } }),
      ]),
    );
    expect(gone.data.deleteUsers.counts.deleted).toBe(6);
    const { updated, refused } = changed.data.updateUsers.counts;
    expect(updated + refused).toBe(6);
    expect(single.data.updateUser.userErrors.map(({ code }) => code).join()).toMatch(/^(NOT_FOUND)?$/);
  }
});

test('only who was counted is deleted, when the selection changes at the same time', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    const rows = rowsOf(4).map((row) => ({ ...row, lastName: `Going${time}` }));
    const { data } = await create(rows);
    const [first] = data.createUsers.results.map(({ user }) => String(user?.id));
    const [gone] = answered(
      await Promise.all([
        remove({ selection: { search: `going${time}` }, expectedCount: 4 }),
        project.member(documents.UPDATE_USER, { input: { id: first, lastName: 'Staying' } }),
        create(rowsOf(1).map((row) => ({ ...row, lastName: `Going${time}` }))),
      ]),
    );
    const { counts, userErrors } = gone.data.deleteUsers;
    // Counted before, or after one came or left.
    if (userErrors.length > 0) expect(userErrors).toMatchObject([{ code: 'COUNT_CHANGED' }]);
    else expect(counts.deleted + counts.skipped).toBe(4);
  }
});

test('of ids among a selection, whoever is seen at the same time is skipped, as in the selection itself', async () => {
  const { data } = await create(rowsOf(2));
  const [seen, silent] = data.createUsers.results.map(({ user }) => String(user?.id));
  const ids = [seen, silent, randomUUID()];
  const { removing } = await service.owner.transaction().execute(async (tx) => {
    await sql`select from users where id = ${seen} for update`.execute(tx);
    await sql`insert into seen_users (project_id, user_id, seen_at) values (${project.id}, ${seen}, now())`.execute(tx);
    const removing = remove({ ids, among: { filter: { neverSeen: true } } });
    await isWaiting();
    return { removing };
  });
  const [removed] = answered([await removing]);
  const results = removed?.data.deleteUsers.results ?? [];
  expect(results.map(({ outcome, user }) => [outcome, user?.id])).toEqual([
    ['SKIPPED', seen],
    ['DELETED', undefined],
    ['REFUSED', undefined],
  ]);
});

/** Until a statement waits for a lock. */
async function isWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(service.owner);
    if (rows.length > 0) return;
  }
}

test('the last environment is not lost to two who each take one', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    const rows = rowsOf(3).map((row) => ({ ...row, environmentIds: [project.development, project.staging] }));
    const { data } = await create(rows);
    const ids = data.createUsers.results.map(({ user }) => String(user?.id));
    const answers = answered(
      await Promise.all([update(ids, [], [project.development]), update(ids, [], [project.staging])]),
    );
    const counts = answers.map((answer) => answer.data.updateUsers.counts);
    expect(counts.map(({ updated }) => updated).toSorted()).toEqual([0, 3]);
    expect(counts.map(({ refused }) => refused).toSorted()).toEqual([0, 3]);
  }
});
