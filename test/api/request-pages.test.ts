import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { LIST_BLOCKS, LIST_REQUESTS } from '../support/documents.ts';
import { createDoor, type Door, telegram, whatsApp } from '../support/door.ts';
import { errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
const PEOPLE = 7;
let project: Project;
let other: Project;
let door: Door;
/** As they are listed. */
let requests: string[];
let blocks: string[];

beforeAll(async () => {
  [project, other] = [await service.project(), await service.project('Other')];
  door = createDoor(project);
  for (const each of [project.staging, project.development]) await door.setMode('APPROVAL', each);
  const senders = Array.from({ length: PEOPLE }, telegram);
  for (const [at, sender] of senders.entries()) {
    await door.register(sender, { lastName: `Stranger ${at}` }, at < 2 ? project.development : project.staging);
    await door.block({ sender: telegram(), note: `Pages ${at}` });
  }
  // Several attempts and blocks in the same moment.
  for (const table of ['access_requests', 'blocked_senders']) {
    const column = table === 'access_requests' ? 'last_attempt_at' : 'created_at';
    await sql`update ${sql.ref(table)} set ${sql.ref(column)} = date_trunc('minute', ${sql.ref(column)})
      where id in (select id from ${sql.ref(table)} where project_id = ${project.id} order by id limit 4)`.execute(
      service.owner,
    );
  }
  requests = (await door.list()).map(({ id }) => String(id));
  blocks = (await page(LIST_BLOCKS, { first: 100 })).ids;
  expect([requests.length, blocks.length]).toEqual([PEOPLE, PEOPLE]);
});

type Args = Record<string, unknown>;
async function page(document: string, args: Args, of = project) {
  const { data, errors } = await of.viewer(document, { id: of.id, ...args });
  if (errors) throw new Error(JSON.stringify(errors));
  const connection = document === LIST_BLOCKS ? data.project?.blockedSenders : data.project?.accessRequests;
  if (!connection) throw new Error('No list.');
  const { edges, pageInfo, totalCount, nodes } = connection;
  const ids = edges.map(({ node }) => String(node.id));
  expect(nodes.map(({ id }) => id)).toEqual(ids);
  expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null]);
  return { ids, edges, totalCount, ...pageInfo };
}

describe.each([
  ['requests', LIST_REQUESTS, () => requests],
  ['blocks', LIST_BLOCKS, () => blocks],
])('%s', (_name, document, all) => {
  test.each([1, 2, 3, PEOPLE, 100])('are read on and back in pages of %d, each once', async (size) => {
    const [on, back]: [string[], string[]] = [[], []];
    let next: Awaited<ReturnType<typeof page>> | undefined;
    while (!next || next.hasNextPage) {
      next = await page(document, { first: size, after: next?.endCursor });
      expect(next.hasPreviousPage).toBe(on.length > 0);
      on.push(...next.ids);
    }
    let last: Awaited<ReturnType<typeof page>> | undefined;
    while (!last || last.hasPreviousPage) {
      last = await page(document, { last: size, before: last?.startCursor });
      expect(last.hasNextPage).toBe(back.length > 0);
      back.unshift(...last.ids);
    }
    expect([on, back]).toEqual([all(), all()]);
  });

  test('are counted on all pages, no further than asked', async () => {
    const count = async (args: Args) => (await page(document, { first: 1, ...args })).totalCount;
    expect([await count({}), await count({ upTo: 3 }), await count({ upTo: 100 })]).toEqual([PEOPLE, 3, PEOPLE]);
  });

  test.each([
    [{ first: 0 }],
    [{ first: 101 }],
    [{ last: 0 }],
    [{ last: 101 }],
    [{ first: 2, last: 2 }],
    [{ after: 'x' }],
    [{ before: '' }],
    [{ search: 'x'.repeat(101) }],
    [{ upTo: 0 }],
  ])('with %j are BAD_USER_INPUT', async (args) => {
    expect(errorCode(await project.viewer(document, { id: project.id, ...args }))).toBe('BAD_USER_INPUT');
  });

  test('have cursors of their own', async () => {
    const { endCursor } = await page(document, { first: 1 });
    const foreign: [Project, string, Args][] = [
      [other, document, { after: endCursor }],
      [project, document === LIST_BLOCKS ? LIST_REQUESTS : LIST_BLOCKS, { after: endCursor }],
      [project, document, { after: endCursor, search: 'pages' }],
      ...(document === LIST_REQUESTS
        ? ([
            [project, document, { after: endCursor, status: null }],
            [project, document, { after: endCursor, environmentIds: [project.staging] }],
          ] as [Project, string, Args][])
        : []),
    ];
    for (const [of, list, args] of foreign) {
      expect(errorCode(await of.viewer(list, { id: of.id, ...args }))).toBe('BAD_USER_INPUT');
    }
  });
});

describe('requests', () => {
  test('come newest attempt first', async () => {
    const times = (await door.list()).map(({ lastAttemptAt }) => lastAttemptAt);
    expect(times).toEqual(times.toSorted().toReversed());
    const sender = telegram();
    await door.register(sender);
    await door.register(telegram());
    await door.register(sender);
    expect((await door.list())[0]).toMatchObject({ externalId: sender.externalId, attempts: 2 });
    await service.owner.deleteFrom('accessRequests').where('id', 'not in', requests).execute();
  });

  test('are of one status, PENDING unless told otherwise, or of all', async () => {
    const asked = [telegram(), telegram()];
    for (const sender of asked) await door.register(sender);
    const [approved, dismissed] = await door.list();
    await door.approve(approved?.id);
    await door.dismiss(dismissed?.id);
    const ids = async (args: Args) => (await page(LIST_REQUESTS, args)).ids;
    expect(await ids({})).toEqual(requests);
    expect(await ids({ status: 'PENDING' })).toEqual(requests);
    expect(await ids({ status: 'APPROVED' })).toEqual([approved?.id]);
    expect(await ids({ status: 'DISMISSED' })).toEqual([dismissed?.id]);
    expect(await page(LIST_REQUESTS, { status: null })).toMatchObject({ totalCount: PEOPLE + 2 });
    await service.owner.deleteFrom('accessRequests').where('id', 'not in', requests).execute();
  });

  test('are of the environments asked for', async () => {
    const count = async (environmentIds: string[] | null) => (await page(LIST_REQUESTS, { environmentIds })).totalCount;
    expect(await count([project.development])).toBe(2);
    expect(await count([project.development, project.staging, project.staging])).toBe(PEOPLE);
    expect(await count([project.production, other.staging])).toBe(0);
    expect([await count([]), await count(null)]).toEqual([0, PEOPLE]);
  });
});

describe('a search finds', () => {
  const SLACK = { channel: 'SLACK', externalId: 'T0TEAM:U0USER', email: 'zoe.slack@example.com' } as const;
  const PHONE = { ...whatsApp('+5215512345678'), externalId: 'US.99ABC' };
  beforeAll(async () => {
    await door.register(PHONE, { firstName: 'Zoë', lastName: 'Müller', email: 'zoe@müller.example' });
    await door.register(SLACK, { firstName: 'Łukasz' });
    await door.block({ sender: PHONE, note: 'Sells things' });
    await door.block({ sender: SLACK });
  });

  test.each([
    ['zoe', 2],
    ['muller zoe', 1],
    ['müll', 1],
    ['lukasz', 1],
    ['@example.com', 1],
    ['zoe.slack', 1],
    ['+52 1 55 1234 5678', 1],
    ['+52 55 1234 5678', 1],
    ['(55) 1234', 1],
    ['zoe 5512', 1],
    ['US.99', 1],
    ['T0TEAM', 1],
    ['u0user', 1],
    ['99ABC', 0],
    ['%', 0],
    ['_', 0],
    ['stranger 3', 1],
    ['  ', PEOPLE + 2],
  ])('requests by what they tell: %s', async (search, count) => {
    // Blocked since, they were dismissed.
    const found = await page(LIST_REQUESTS, { search, first: 100, status: null });
    expect([found.ids.length, found.totalCount]).toEqual([count, count]);
  });

  test.each([
    ['+52 1 55 1234 5678', 1],
    ['52 55 1234 5678', 1],
    ['1234', 1],
    ['US.99', 1],
    ['T0TEAM:U', 1],
    ['u0user', 1],
    ['sells', 2],
    ['pages', PEOPLE],
    ['zoe', 0],
    ['', PEOPLE + 3],
  ])('blocks by number, id and note: %s', async (search, count) => {
    const found = await page(LIST_BLOCKS, { search, first: 100 });
    expect([found.ids.length, found.totalCount]).toEqual([count, count]);
  });

  test('blocks by the name of the user, all of them', async () => {
    const ana = await project.user({ firstName: 'Quetzal' });
    await door.block({ userId: ana.id });
    expect(await page(LIST_BLOCKS, { search: 'quetz' })).toMatchObject({ totalCount: 1 });
  });

  test('no approved request', async () => {
    const sender = telegram();
    await door.register(sender, { firstName: 'Xochitl' });
    const [request] = await door.list({ search: 'xochitl' });
    await door.approve(request?.id);
    expect(await door.list({ search: 'xochitl' })).toEqual([]);
    expect(await door.list({ search: sender.externalId })).toEqual([]);
  });
});
