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

const ask = (input: object, call = project.member) =>
  call(documents.UPDATE_USERS, { input: { projectId: project.id, ...input } });

async function update(input: object, call = project.member) {
  const answer = await ask(input, call);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.updateUsers;
}

async function environmentsOf(id: string) {
  const { data } = await project.viewer(documents.READ_USER, { id });
  return data.user?.environments.map((each) => each.id);
}

test('environments are given and taken, in the order of the ids, with one audit event a user', async () => {
  const { development, production } = project;
  const users = [await project.user(), await project.user({ environmentIds: [production] }), await project.user()];
  const ids = users.map(({ id }) => id);
  const moved = { addEnvironmentIds: [production], removeEnvironmentIds: [development] };
  const { results, counts, userErrors } = await update({ ids: [...ids, ids[0]], ...moved });
  expect([userErrors, counts]).toEqual([
    [],
    { created: 0, updated: 2, unchanged: 1, skipped: 0, deleted: 0, refused: 0 },
  ]);
  expect(results.map(({ index, outcome, user }) => [index, outcome, user?.id, user?.version])).toEqual([
    [0, 'UPDATED', ids[0], 2],
    [1, 'UNCHANGED', ids[1], 1],
    [2, 'UPDATED', ids[2], 2],
  ]);
  expect(await environmentsOf(ids[0] ?? '')).toEqual([production]);
  const [event, ...before] = await project.trail(ids[0]);
  expect(event).toMatchObject({ action: 'USER_UPDATED', changedFields: ['environments'] });
  expect(before).toHaveLength(1);
});

test("taking somebody's only environment is refused for them, and done for the others", async () => {
  const { development, staging } = project;
  const [only, both] = [await project.user(), await project.user({ environmentIds: [development, staging] })];
  const { results } = await update({ ids: [only.id, randomUUID(), both.id], removeEnvironmentIds: [development] });
  expect(results.map(({ outcome }) => outcome)).toEqual(['REFUSED', 'REFUSED', 'UPDATED']);
  expect(results[0]).toMatchObject({ user: { id: only.id, version: 1 }, phoneNumber: only.phoneNumber });
  expect(results[0]?.userErrors).toEqual([
    refusal('LAST_ENVIRONMENT', ['ids', '0'], 'User must have at least one environment'),
  ]);
  expect(results[1]).toMatchObject({ user: null });
  expect(results[1]?.userErrors).toEqual([refusal('NOT_FOUND', ['ids', '1'])]);
  expect(await environmentsOf(only.id)).toEqual([development]);
  expect(await environmentsOf(both.id)).toEqual([staging]);
});

test('a selection is the list with its search and filter, in its order, if it has the expected number', async () => {
  const users = [];
  for (let each = 0; each < 3; each += 1) users.push(await project.user({ lastName: 'Selected' }));
  await project.user({ lastName: 'Selected', environmentIds: [project.staging] });
  const selection = { search: 'selected', filter: { environmentIds: [project.development] } };
  const add = { selection, addEnvironmentIds: [project.production] };
  const { results } = await update({ ...add, expectedCount: 3 });
  expect(results.map(({ outcome, user }) => [outcome, user?.id])).toEqual(
    users.map(({ id }) => ['UPDATED', id]).reverse(),
  );
  const refused = await update({ ...add, expectedCount: 4 });
  expect([refused.results, refused.userErrors]).toEqual([
    [],
    [refusal('COUNT_CHANGED', ['expectedCount'], 'The selection has 3 users now')],
  ]);
  const taken = await update({
    selection,
    expectedCount: 3,
    removeEnvironmentIds: [project.development, project.production],
  });
  expect(taken.results[0]?.userErrors).toMatchObject([{ code: 'LAST_ENVIRONMENT', field: ['removeEnvironmentIds'] }]);
});

test('of ids among a selection, those who are not in it are skipped', async () => {
  const { staging, production } = project;
  const [one, other] = [await project.user({ lastName: 'Among' }), await project.user()];
  const { results } = await update({
    ids: [other.id, one.id],
    among: { search: 'among', filter: { creationSource: 'INVITED' } },
    addEnvironmentIds: [staging, production],
  });
  expect(results.map(({ outcome, user, userErrors }) => [outcome, user?.id, userErrors])).toEqual([
    ['SKIPPED', other.id, []],
    ['UPDATED', one.id, []],
  ]);
  expect(await environmentsOf(other.id)).toEqual([project.development]);
});

test('a dry run tells what would be, and changes nobody', async () => {
  const user = await project.user();
  const { results, counts } = await update({ ids: [user.id], addEnvironmentIds: [project.staging], dryRun: true });
  expect([results[0]?.user?.version, counts.updated]).toEqual([1, 1]);
  expect(await environmentsOf(user.id)).toEqual([project.development]);
  expect(await project.trail(user.id)).toHaveLength(1);
});

test('the whole is refused for an unknown project, or an environment that is not in it', async () => {
  const { id } = await project.user();
  const other = await service.project('Other');
  const refused = async (input: object) => (await update({ ids: [id], ...input })).userErrors;
  expect(await refused({ addEnvironmentIds: [other.staging] })).toEqual([
    refusal('ENVIRONMENT_NOT_FOUND', ['addEnvironmentIds']),
  ]);
  expect(await refused({ removeEnvironmentIds: [other.staging] })).toEqual([
    refusal('ENVIRONMENT_NOT_FOUND', ['removeEnvironmentIds']),
  ]);
  expect(await refused({ projectId: randomUUID(), addEnvironmentIds: [project.staging] })).toEqual([
    refusal('NOT_FOUND', ['projectId']),
  ]);
});

test.each<[string, (id: string) => object]>([
  ['ids and a selection', (id) => ({ ids: [id], selection: {}, expectedCount: 1 })],
  ['neither', () => ({})],
  ['a selection among another', () => ({ selection: {}, expectedCount: 1, among: {} })],
  ['a selection without its count', () => ({ selection: {} })],
  ['no ids', () => ({ ids: [] })],
  ['1,001 ids', () => ({ ids: Array.from({ length: 1001 }, () => randomUUID()) })],
  ['an id that is none', () => ({ ids: ['1'] })],
  ['no environment', (id) => ({ ids: [id], addEnvironmentIds: [], removeEnvironmentIds: null })],
  ['one environment to add and to remove', (id) => ({ ids: [id], removeEnvironmentIds: [project.staging] })],
])('%s is BAD_USER_INPUT', async (_, input) => {
  const { id } = await project.user();
  expect(errorCode(await ask({ addEnvironmentIds: [project.staging], ...input(id) }))).toBe('BAD_USER_INPUT');
});

test('1,000 users are changed and told in one request; more than that in a selection are TOO_MANY', async () => {
  const large = await service.project('Large');
  const rows = (from: number) =>
    Array.from({ length: 500 }, (_, at) => ({
      phoneNumber: `+1444${2_000_000 + from + at}`,
      firstName: 'A',
      lastName: 'B',
    }));
  const input = { projectId: large.id, environmentIds: [large.development] };
  for (const from of [0, 500]) await large.member(documents.CREATE_USERS, { input: { ...input, rows: rows(from) } });
  const add = { projectId: large.id, selection: {}, addEnvironmentIds: [large.staging], expectedCount: 1000 };
  expect((await update(add, large.member)).counts.updated).toBe(1000);
  await large.user();
  const { userErrors } = await update({ ...add, expectedCount: 1001 }, large.member);
  expect(userErrors).toEqual([refusal('TOO_MANY', ['selection'], /1,001/)]);
  const deleted = { projectId: large.id, selection: { search: '+1444' }, expectedCount: 1000 };
  const { data } = await large.member(documents.DELETE_USERS, { input: deleted });
  expect(data.deleteUsers.counts.deleted).toBe(1000);
}, 30_000);
