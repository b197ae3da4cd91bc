import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import * as documents from '../support/documents.ts';
import { errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;

beforeAll(async () => {
  project = await service.project();
});

const ask = (input: object) => project.member(documents.DELETE_USERS, { input: { projectId: project.id, ...input } });

async function remove(input: object) {
  const answer = await ask(input);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.deleteUsers;
}

const isThere = async (id: string) => (await project.viewer(documents.READ_USER, { id })).data.user !== null;

test('users are gone from all environments, and the trail tells it once for each', async () => {
  const users = [await project.user(), await project.user()];
  const ids = users.map(({ id }) => id);
  const { results, counts } = await remove({ ids: [ids[0], randomUUID(), ids[1], ids[0]] });
  expect(counts).toEqual({ created: 0, updated: 0, unchanged: 0, skipped: 0, deleted: 2, refused: 1 });
  expect(results).toEqual([
    { index: 0, outcome: 'DELETED', user: null, phoneNumber: users[0]?.phoneNumber, duplicateOf: null, userErrors: [] },
    expect.objectContaining({ index: 1, outcome: 'REFUSED', userErrors: [refusal('NOT_FOUND', ['ids', '1'])] }),
    expect.objectContaining({ index: 2, outcome: 'DELETED', user: null }),
  ]);
  expect(await isThere(ids[0] ?? '')).toBe(false);
  const trail = await project.trail(ids[0]);
  expect(trail.map(({ action }) => action)).toEqual(['USER_DELETED', 'USER_CREATED']);
  // The phone number is free again.
  await project.user({ phoneNumber: users[0]?.phoneNumber });
});

test("another project's users are as nobody", async () => {
  const other = await service.project('Other');
  const { id } = await other.user();
  expect((await remove({ ids: [id] })).results[0]?.userErrors).toEqual([refusal('NOT_FOUND', ['ids', '0'])]);
  expect((await remove({ ids: [id], projectId: randomUUID() })).userErrors).toEqual([
    refusal('NOT_FOUND', ['projectId']),
  ]);
  expect((await other.viewer(documents.READ_USER, { id })).data.user).toMatchObject({ id });
});

test('a selection goes only with the expected number', async () => {
  const users = [await project.user({ lastName: 'Leaving' }), await project.user({ lastName: 'Leaving' })];
  const selection = { search: 'leaving' };
  expect((await remove({ selection, expectedCount: 1 })).userErrors).toEqual([
    refusal('COUNT_CHANGED', ['expectedCount'], 'The selection has 2 users now'),
  ]);
  const { results } = await remove({ selection, expectedCount: 2, dryRun: true });
  expect(results.map(({ outcome, user }) => [outcome, user?.id])).toEqual(
    users.map(({ id }) => ['DELETED', id]).reverse(),
  );
  expect(await isThere(users[0]?.id ?? '')).toBe(true);
  expect((await remove({ selection, expectedCount: 2 })).counts.deleted).toBe(2);
  expect(await isThere(users[0]?.id ?? '')).toBe(false);
});

test('ids and a selection, neither, or a selection without its count is BAD_USER_INPUT', async () => {
  for (const input of [{}, { ids: [randomUUID()], selection: {}, expectedCount: 1 }, { selection: {} }]) {
    expect(errorCode(await ask(input))).toBe('BAD_USER_INPUT');
  }
});
