import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { AuditEvent, AuditEventConnection } from '../../src/graphql/generated/types.ts';
import { DELETE_USER, READ_HISTORY, READ_PROJECT, READ_TRAIL, UPDATE_USER } from '../support/documents.ts';
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

describe('of a trail of two keys', () => {
  let busy: Project;
  let actors: Record<string, string>;
  let users: string[];
  const ids = async (page: object) => (await list(page, busy)).nodes.map(({ id }) => id);

  beforeAll(async () => {
    busy = await service.project('Busy');
    users = [];
    for (let index = 0; index < 4; index += 1) {
      const { id } = await busy.user();
      users.push(id);
      await busy.administrator(UPDATE_USER, { input: { id, firstName: `Ana ${index}` } });
      await busy.member(UPDATE_USER, { input: { id, lastName: `Lima ${index}` } });
    }
    await busy.administrator(DELETE_USER, { input: { id: users[3] } });
    const { data } = await busy.viewer(READ_PROJECT, { id: busy.id });
    actors = Object.fromEntries(data.project?.accessKeys.map(({ name, id }) => [name, String(id)]) ?? []);
  });

  test('every filter leaves what the whole list has of it, in its order, and paging there and back shows the same', async () => {
    const { nodes } = await list({ first: 100 }, busy);
    const filters: [object, (event: AuditEvent) => boolean][] = [
      [{}, () => true],
      [{ actorId: actors.MEMBER }, ({ actorName }) => actorName === 'MEMBER'],
      [{ actions: ['USER_UPDATED'] }, ({ action }) => action === 'USER_UPDATED'],
      [
        { actions: ['USER_DELETED', 'USER_CREATED', 'USER_DELETED'] },
        ({ action }) => ['USER_DELETED', 'USER_CREATED'].includes(action),
      ],
      [
        { actions: ['USER_UPDATED', 'USER_DELETED'], actorId: actors.ADMINISTRATOR },
        ({ action, actorName }) => /UPD|DEL/.test(action) && actorName === 'ADMINISTRATOR',
      ],
      [
        { userId: users[3], actions: ['USER_UPDATED'], actorId: actors.MEMBER },
        ({ subjectId, action, actorName }) =>
          subjectId === users[3] && action === 'USER_UPDATED' && actorName === 'MEMBER',
      ],
      [{ actorId: actors.VIEWER }, () => false],
      [{ actions: ['PROJECT_DELETED'] }, () => false],
      [{ actions: [] }, () => false],
      [{ actions: [], userId: users[0] }, () => false],
      [{ userId: users[0], actorId: randomUUID() }, () => false],
    ];
    for (const [filter, isWanted] of filters) {
      const wanted = nodes.filter(isWanted).map(({ id }) => id);
      expect([filter, await ids({ ...filter, first: 100 })]).toEqual([filter, wanted]);
      expect(await ids({ ...filter, last: 2 })).toEqual(wanted.slice(-2));
      const first = await list({ ...filter, first: 2 }, busy);
      const { nodes: next, pageInfo } = await list({ ...filter, first: 2, after: first.pageInfo.endCursor }, busy);
      expect(next.map(({ id }) => id)).toEqual(wanted.slice(wanted.length === 0 ? 0 : 2, 4));
      if (next.length === 0) continue;
      expect(pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: wanted.length > 4 });
      const back = await list({ ...filter, last: 2, before: pageInfo.startCursor }, busy);
      expect(back.nodes).toEqual(first.nodes);
      expect(back.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
    }
  });

  test('a cursor is of one list: of these actions, in whatever order, of this actor, of this user', async () => {
    const before = (await list({ first: 1, actions: ['USER_CREATED', 'USER_UPDATED'] }, busy)).edges[0]?.cursor;
    expect(await ids({ before, actions: ['USER_UPDATED', 'USER_CREATED', 'USER_UPDATED'] })).toEqual([]);
    for (const filter of [{}, { actions: ['USER_CREATED'] }, { actorId: actors.MEMBER }, { userId: users[0] }]) {
      expect([filter, errorCode(await ask({ before, ...filter }, busy))]).toEqual([filter, 'BAD_USER_INPUT']);
    }
    expect(errorCode(await ask({ first: 1, last: 1 }, busy))).toBe('BAD_USER_INPUT');
  });

  test("a user's own history is what the trail has of them, page by page", async () => {
    const history = async (id: unknown, page: object = {}) => busy.viewer(READ_HISTORY, { id, ...page });
    const first = (await history(users[0], { first: 2 })).data.user?.auditEvents;
    const rest = (await history(users[0], { after: first?.pageInfo.endCursor })).data.user?.auditEvents;
    expect([first?.pageInfo, rest?.pageInfo]).toMatchObject([
      { hasNextPage: true, hasPreviousPage: false },
      { hasNextPage: false, hasPreviousPage: true },
    ]);
    const all = [...(first?.nodes ?? []), ...(rest?.nodes ?? [])];
    expect(all).toEqual((await list({ userId: users[0] }, busy)).nodes);
    expect(all.map(({ action }) => action)).toEqual(['USER_UPDATED', 'USER_UPDATED', 'USER_CREATED']);
    for (const page of [{ first: 0 }, { first: 101 }, { after: 'x' }]) {
      expect(errorCode(await history(users[0], page))).toBe('BAD_USER_INPUT');
    }
    expect(errorCode(await history(users[1], { after: first?.pageInfo.endCursor }))).toBe('BAD_USER_INPUT');
  });

  test('the histories of a page of users are one statement, told apart, and hidden from gateways', async () => {
    const of = (count: number) =>
      busy.viewer(
        `query ($id: ID!, $first: Int) { project(id: $id) { users(first: $first) { nodes { id auditEvents { nodes { subjectId } } } } } }`,
        { id: busy.id, first: count },
      );
    const { data } = await of(3);
    for (const { id, auditEvents } of data.project?.users.nodes ?? []) {
      expect(auditEvents.nodes).toEqual(Array(3).fill({ subjectId: id }));
    }
    expect(await service.countStatements(() => of(3))).toBe(await service.countStatements(() => of(1)));
    const { phoneNumber } = (await busy.user()) ?? {};
    const answer = await busy.gateway(
      `query ($id: ID!, $sender: SenderInput!) { checkAccess(environmentId: $id, sender: $sender) { user { auditEvents { nodes { id } } } } }`,
      { id: busy.development, sender: { channel: 'WHATSAPP', phoneNumber } },
    );
    expect(errorCode(answer)).toBe('FORBIDDEN');
  });
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
