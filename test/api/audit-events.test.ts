import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { AuditEventConnection } from '../../src/graphql/generated/types.ts';
import { DELETE_USER, READ_TRAIL, UPDATE_USER } from '../support/documents.ts';
import { errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;

beforeAll(async () => {
  project = await service.project();
});

const ask = (page: object, of = project) => of.viewer(READ_TRAIL, { id: of.id, ...page });
async function list(page: object, of = project): Promise<AuditEventConnection> {
  const { data } = await ask(page, of);
  if (!data?.project) throw new Error('no answer');
  return data.project.auditEvents;
}

test('an event tells who did what to whom and when, and which fields changed', async () => {
  const user = await project.user();
  await project.member(UPDATE_USER, { input: { id: user.id, email: 'x@x.com', environmentIds: [project.staging] } });
  const { nodes } = await list({ userId: user.id });
  const { data } = await project.viewer('query ($id: ID!) { project(id: $id) { accessKeys { id name } } }', {
    id: project.id,
  });
  const member = data.project?.accessKeys.find(({ name }) => name === 'MEMBER');
  const event = {
    id: expect.any(String),
    actorName: 'MEMBER',
    actorId: member?.id,
    subjectId: user.id,
    relatedId: null,
    user: { id: user.id },
    createdAt: expect.stringMatching(/Z$/),
  };
  expect(nodes).toEqual([
    { ...event, action: 'USER_UPDATED', changedFields: ['email', 'environments'] },
    { ...event, action: 'USER_CREATED', changedFields: expect.any(Array) },
  ]);
});

test('a refused change leaves no event', async () => {
  const { id } = await project.user();
  await project.member(UPDATE_USER, { input: { id, firstName: 'Eva', environmentIds: [] } });
  await project.viewer(DELETE_USER, { input: { id } });
  expect((await list({ userId: id })).nodes).toHaveLength(1);
});

test('the trail keeps nothing of a person, deleted or not', async () => {
  const { id } = await project.user({ firstName: 'Canaria', email: 'canary@x.com', phoneNumber: '+15554440001' });
  await project.member(UPDATE_USER, { input: { id, lastName: 'Canarias', phoneNumber: '+15554440002' } });
  await project.member(DELETE_USER, { input: { id } });
  expect((await list({ userId: id })).nodes.map(({ action, user }) => [action, user])).toEqual([
    ['USER_DELETED', null],
    ['USER_UPDATED', null],
    ['USER_CREATED', null],
  ]);
  const { rows } = await sql<{ row: string }>`select audit_events::text as row from audit_events`.execute(service.db);
  expect(rows.map(({ row }) => row).join()).not.toMatch(/canar|555444/i);
});

test('the list is newest first, in pages of 20 unless told otherwise, and skips and repeats nothing', async () => {
  const long = await service.project('Long');
  for (let index = 0; index < 22; index += 1) await long.user();
  expect((await list({}, long)).nodes).toHaveLength(20);
  const all = (await list({ first: 100 }, long)).nodes.map(({ id }) => id);
  const seen: unknown[] = [];
  for (let after: unknown, more = true; more; ) {
    const { nodes, edges, pageInfo } = await list({ first: 5, after }, long);
    expect(pageInfo.hasPreviousPage).toBe(seen.length > 0);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor]);
    expect(edges.map(({ node }) => node.id)).toEqual(nodes.map(({ id }) => id));
    seen.push(...nodes.map(({ id }) => id));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    await long.user();
  }
  expect(seen).toEqual(all);
  const moments = (await list({ first: 100 }, long)).nodes.map(({ createdAt }) => String(createdAt));
  expect(moments).toEqual(moments.toSorted().reverse());
});

test('a page is refused like every other: 0, 101, and cursors that are damaged or of another list', async () => {
  const { id } = await project.user();
  const other = await service.project('Other');
  const after = (await list({ first: 1 })).edges[0]?.cursor;
  for (const page of [
    { first: 0 },
    { first: 101 },
    { first: -1 },
    { after: '' },
    { after: 'x' },
    { after, userId: id },
  ]) {
    expect([page, errorCode(await ask(page))]).toEqual([page, 'BAD_USER_INPUT']);
  }
  expect(errorCode(await ask({ after }, other))).toBe('BAD_USER_INPUT');
});

test("another project's user and an unknown one have no events alike", async () => {
  const other = await service.project('Other');
  const { id } = await other.user();
  const answers = [await list({ userId: id }), await list({ userId: randomUUID() })];
  expect(answers).toEqual(Array(2).fill(expect.objectContaining({ nodes: [], edges: [] })));
});
