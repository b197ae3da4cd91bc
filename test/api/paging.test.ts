import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { OrderDirection, UserConnection, UserOrder, UserOrderField } from '../../src/graphql/generated/types.ts';
import { DELETE_USER, LIST_USERS, SELF_REGISTER } from '../support/documents.ts';
import { errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let other: Project;
/** Oldest first. */
let ids: string[];
/** Of a project of its own, with as many names as NAMES. */
let mixed: Project;
let nameless: string[];

const NAMES = ['Émile', 'ana', 'Zoë', 'Ana', 'Same', 'Same', 'Same', 'bob', 'Łukasz', 'Same', 'Иван', '王'];

beforeAll(async () => {
  project = await service.project();
  other = await service.project('Other');
  ids = [];
  for (const firstName of NAMES) ids.push((await project.user({ firstName, lastName: 'Lima' })).id);
  // Users imported together have one moment of creation.
  await sql`update users set created_at = '2026-01-01T00:00:00Z' where id = any(${ids.slice(3, 8)}::uuid[])`.execute(
    service.db,
  );
  mixed = await service.project('Mixed');
  for (const firstName of NAMES) await mixed.user({ firstName });
  nameless = [];
  for (const externalId of ['7001', '7002', '7003', '7004', '7005']) {
    const sender = { channel: 'TELEGRAM', externalId };
    const { data } = await mixed.gateway(SELF_REGISTER, { input: { environmentId: mixed.production, sender } });
    nameless.push(String(data.selfRegisterUser.user?.id));
  }
  await other.user();
});

type Page = Record<string, unknown>;
const ask = (page: Page, of = project) => of.viewer(LIST_USERS, { id: of.id, ...page });
async function list(page: Page, of = project): Promise<UserConnection> {
  const { data } = await ask(page, of);
  if (!data?.project) throw new Error('no answer');
  return data.project.users;
}
const idsOf = ({ edges }: UserConnection) => edges.map(({ node }) => node.id);

async function walk(page: Page, way: 'forward' | 'backward', of = project): Promise<string[]> {
  const pages: unknown[][] = [];
  for (let cursor: unknown; pages.length < 30; ) {
    const place = way === 'forward' ? { first: 3, after: cursor } : { last: 3, before: cursor };
    const connection = await list({ ...page, ...place }, of);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = connection.pageInfo;
    if (way === 'forward') {
      pages.push(idsOf(connection));
      expect(hasPreviousPage).toBe(pages.length > 1);
      if (!hasNextPage) break;
      cursor = endCursor;
    } else {
      pages.unshift(idsOf(connection));
      expect(hasNextPage).toBe(pages.length > 1);
      if (!hasPreviousPage) break;
      cursor = startCursor;
    }
  }
  return pages.flat().map(String);
}

const ORDERS = (['CREATED_AT', 'FULL_NAME'] as const satisfies UserOrderField[]).flatMap((field) =>
  (['ASC', 'DESC'] as const satisfies OrderDirection[]).map((direction): UserOrder => ({ field, direction })),
);

describe('the list of users', () => {
  test('is newest first and 20 long unless told otherwise', async () => {
    const many = await service.project('Many');
    for (let index = 0; index < 21; index += 1) await many.user();
    const connection = await list({}, many);
    expect(connection.edges).toHaveLength(20);
    expect(connection.totalCount).toBe(21);
    expect(connection.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(connection).toEqual(await list({ orderBy: { field: 'CREATED_AT', direction: 'DESC' }, first: 20 }, many));
    expect(connection.nodes.map(({ id }) => id)).toEqual(idsOf(connection));
    expect(connection.pageInfo.startCursor).toBe(connection.edges[0]?.cursor);
    expect(connection.pageInfo.endCursor).toBe(connection.edges.at(-1)?.cursor);
    expect((await list({}, many)).edges[0]?.node.id).not.toBe((await list({ last: 1 }, many)).edges[0]?.node.id);
  });

  test('by full name disregards case and accents', async () => {
    const { edges } = await list({ orderBy: { field: 'FULL_NAME', direction: 'ASC' } });
    const latin = edges.map(({ node }) => node.fullName.split(' ')[0]).slice(0, 10);
    expect(latin.map((name) => name?.toLowerCase())).toEqual([
      ...['ana', 'ana', 'bob', 'émile', 'łukasz'],
      ...['same', 'same', 'same', 'same', 'zoë'],
    ]);
  });

  test.each(ORDERS)('has the same users in the same order both ways, ties and all: %j', async (orderBy) => {
    const whole = idsOf(await list({ orderBy, first: 100 })).map(String);
    expect(whole.toSorted()).toEqual(ids.toSorted());
    expect(await walk({ orderBy }, 'forward')).toEqual(whole);
    expect(await walk({ orderBy }, 'backward')).toEqual(whole);
  });

  test('by creation is the same in the other direction, turned round', async () => {
    const [up, down] = await Promise.all(ORDERS.slice(0, 2).map((orderBy) => walk({ orderBy }, 'forward')));
    expect(up).toEqual(down?.toReversed());
  });

  test('by full name has people without a name last in both directions', async () => {
    const [up = [], down = []] = await Promise.all(
      ORDERS.slice(2).map((orderBy) => walk({ orderBy }, 'forward', mixed)),
    );
    expect(up.slice(0, NAMES.length)).toEqual(down.slice(0, NAMES.length).toReversed());
    expect(up.slice(NAMES.length)).toEqual(nameless);
    expect(down.slice(NAMES.length)).toEqual(nameless.toReversed());
    const backward = await Promise.all(ORDERS.slice(2).map((orderBy) => walk({ orderBy }, 'backward', mixed)));
    expect(backward).toEqual([up, down]);
  });

  test.each(ORDERS.slice(2))('by full name can be cut where the names end: %j', async (orderBy) => {
    const { edges } = await list({ orderBy, first: 100 }, mixed);
    for (const [from, to] of [
      [NAMES.length - 3, NAMES.length + 2],
      [NAMES.length - 1, NAMES.length + 1],
      [NAMES.length - 1, NAMES.length],
      [0, NAMES.length - 1],
      [NAMES.length, edges.length - 1],
    ]) {
      const between = edges.slice(Number(from) + 1, to).map(({ node }) => node.id);
      const bounds = { orderBy, after: edges[from ?? 0]?.cursor, before: edges[to ?? 0]?.cursor };
      const forward = await list({ ...bounds, first: 100 }, mixed);
      expect([idsOf(forward), idsOf(await list({ ...bounds, last: 100 }, mixed))]).toEqual([between, between]);
      expect(forward.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    }
  });

  test.each(ORDERS)('of a search and a filter pages like the whole: %j', async (orderBy) => {
    const page = { orderBy, search: 'same', filter: { creationSource: 'INVITED' } };
    const whole = idsOf(await list({ ...page, first: 100 }));
    expect(whole).toHaveLength(4);
    expect(await walk(page, 'forward')).toEqual(whole);
    expect(await walk(page, 'backward')).toEqual(whole);
  });

  test('can be cut between two cursors, from either end', async () => {
    const { edges } = await list({ first: 12 });
    const [after, before] = [edges[2]?.cursor, edges[8]?.cursor];
    const between = edges.slice(3, 8).map(({ node }) => node.id);
    const all = await list({ first: 5, after, before });
    expect(idsOf(all)).toEqual(between);
    expect(all.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(idsOf(await list({ first: 2, after, before }))).toEqual(between.slice(0, 2));
    expect(idsOf(await list({ last: 2, after, before }))).toEqual(between.slice(-2));
  });

  test('is told truly whether more lies on either side, at both ends and beyond them', async () => {
    const { edges } = await list({ first: 12 });
    const [start, end] = [edges[0]?.cursor, edges.at(-1)?.cursor];
    const info = async (page: Page) => {
      const { pageInfo } = await list(page);
      return [pageInfo.hasPreviousPage, pageInfo.hasNextPage];
    };
    expect(await info({ first: 12 })).toEqual([false, false]);
    expect(await info({ last: 12 })).toEqual([false, false]);
    expect(await info({ first: 11 })).toEqual([false, true]);
    expect(await info({ last: 11 })).toEqual([true, false]);
    expect(await info({ first: 11, after: start })).toEqual([true, false]);
    expect(await info({ last: 11, before: end })).toEqual([false, true]);
    expect(await info({ first: 5, after: end })).toEqual([true, false]);
    expect(await info({ last: 5, before: start })).toEqual([false, true]);
  });

  test('of nobody is an empty page', async () => {
    expect(await list({ search: 'nobody is called this' })).toEqual({
      totalCount: 0,
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });
});

describe('writes between two pages', () => {
  test.each(ORDERS)('skip nobody and repeat nobody: %j', async (orderBy) => {
    const busy = await service.project('Busy');
    const stay: string[] = [];
    for (let index = 0; index < 10; index += 1) {
      stay.push((await busy.user({ firstName: `N${index}`, lastName: 'M' })).id);
    }
    const seen: string[] = [];
    for (let after: unknown, more = true; more; ) {
      const connection = await list({ orderBy, first: 3, after }, busy);
      seen.push(...idsOf(connection).map(String));
      const { endCursor, hasNextPage } = connection.pageInfo;
      [after, more] = [endCursor, hasNextPage];
      // The one the cursor stands on goes; others come at both ends and in the middle.
      const gone = seen.at(-1);
      if (gone && stay.includes(gone)) {
        await busy.member(DELETE_USER, { input: { id: gone } });
        stay.splice(stay.indexOf(gone), 1);
      }
      if (seen.length < 12) for (const firstName of ['A', 'N4½', 'Z']) await busy.user({ firstName });
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(stay));
  });
});

describe('a page is refused with BAD_USER_INPUT', () => {
  test.each<[string, Page]>([
    ['first 0', { first: 0 }],
    ['first 101', { first: 101 }],
    ['first of all integers the largest', { first: 2_147_483_647 }],
    ['first below nought', { first: -1 }],
    ['last 0', { last: 0 }],
    ['last 101', { last: 101 }],
    ['last below nought', { last: -5 }],
    ['first and last', { first: 1, last: 1 }],
    ['an empty cursor', { after: '' }],
    ['an empty cursor at the end', { before: '' }],
    ['no cursor at all', { after: 'x' }],
    ['a cursor that is JSON', { after: Buffer.from('["a","b"]').toString('base64url') }],
    ['a cursor of white space', { before: ' ' }],
    ['an order that is none', { orderBy: { field: 'EMAIL', direction: 'ASC' } }],
    ['a search of more than 100 characters', { search: 'a'.repeat(101) }],
  ])('for %s', async (_, page) => {
    expect(errorCode(await ask(page))).toBe('BAD_USER_INPUT');
  });

  test('for a cursor with any character changed, dropped or added', async () => {
    const cursor = (await list({ first: 1 })).edges[0]?.cursor ?? '';
    expect(errorCode(await ask({ after: cursor }))).toBeUndefined();
    const damaged = [
      cursor.slice(0, -1),
      cursor.slice(1),
      `${cursor}A`,
      `${cursor}=`,
      ` ${cursor}`,
      cursor.toLowerCase(),
    ];
    for (let place = 0; place < cursor.length; place += 7) {
      damaged.push(cursor.slice(0, place) + (cursor[place] === 'A' ? 'B' : 'A') + cursor.slice(place + 1));
    }
    for (const after of damaged) expect([after, errorCode(await ask({ after }))]).toEqual([after, 'BAD_USER_INPUT']);
  });

  test('for a cursor of another order, direction, search, filter or project', async () => {
    const after = (await list({ first: 1 })).edges[0]?.cursor;
    for (const page of [
      { orderBy: { field: 'FULL_NAME', direction: 'DESC' } },
      { orderBy: { field: 'CREATED_AT', direction: 'ASC' } },
      { search: 'ana' },
      { filter: { hasEmail: false } },
      { filter: { environmentIds: [project.development] } },
    ]) {
      expect([page, errorCode(await ask({ ...page, after }))]).toEqual([page, 'BAD_USER_INPUT']);
    }
    expect(errorCode(await ask({ after }, other))).toBe('BAD_USER_INPUT');
    const ofSearch = (await list({ first: 1, search: 'ana' })).edges[0]?.cursor;
    expect(errorCode(await ask({ after: ofSearch }))).toBe('BAD_USER_INPUT');
    expect(errorCode(await ask({ after: ofSearch, search: 'lima' }))).toBe('BAD_USER_INPUT');
    expect(errorCode(await ask({ after: ofSearch, search: 'ana' }))).toBeUndefined();
  });
});

describe('a filter', () => {
  test('takes environments, source, phone number and e-mail address, all of which must hold', async () => {
    const { id, development, staging, production, user, viewer, gateway } = await service.project('Filtered');
    const invited = await user({ environmentIds: [development, staging], email: 'a@x.com' });
    const plain = await user({ environmentIds: [production] });
    const input = { environmentId: production, sender: { channel: 'TELEGRAM', externalId: '4000001' } };
    const registered = (await gateway(SELF_REGISTER, { input })).data.selfRegisterUser.user;
    const found = async (filter: object) => {
      const { data } = await viewer(LIST_USERS, { id, filter, orderBy: { field: 'CREATED_AT', direction: 'ASC' } });
      expect(data.project?.users.totalCount).toBe(data.project?.users.edges.length);
      return data.project?.users.edges.map(({ node }) => node.id);
    };
    expect(await found({})).toEqual([invited.id, plain.id, registered?.id]);
    expect(await found({ environmentIds: [development] })).toEqual([invited.id]);
    expect(await found({ environmentIds: [development, staging, staging] })).toEqual([invited.id]);
    expect(await found({ environmentIds: [staging, production] })).toEqual([invited.id, plain.id, registered?.id]);
    expect(await found({ environmentIds: [other.development] })).toEqual([]);
    expect(await found({ creationSource: 'SELF_REGISTERED' })).toEqual([registered?.id]);
    expect(await found({ hasPhoneNumber: false })).toEqual([registered?.id]);
    expect(await found({ hasPhoneNumber: true })).toEqual([invited.id, plain.id]);
    expect(await found({ hasEmail: true })).toEqual([invited.id]);
    expect(await found({ hasEmail: false, creationSource: 'INVITED', environmentIds: [production] })).toEqual([
      plain.id,
    ]);
    const nothing = { environmentIds: null, creationSource: null, hasPhoneNumber: null, hasEmail: null };
    expect(await found(nothing)).toHaveLength(3);
  });
});

test('a filter has a hundred environments at most, and its pages go on as any others', async () => {
  const own = await service.project();
  for (let count = 0; count < 3; count += 1) await own.user();
  const others = Array.from({ length: 100 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
  const query = `query ($id: ID!, $ids: [ID!], $after: String) { project(id: $id) {
    users(first: 2, after: $after, filter: { environmentIds: $ids }) { nodes { id } pageInfo { endCursor } } } }`;
  const page = (ids: string[], after?: unknown) => own.viewer(query, { id: own.id, ids, after });
  const ids = [own.development, own.staging, own.production, ...others.slice(3)];
  const first = (await page(ids)).data.project?.users;
  const second = (await page(ids.toReversed(), first?.pageInfo.endCursor)).data.project?.users;
  expect([first?.nodes.length, second?.nodes.length]).toEqual([2, 1]);
  expect(errorCode(await page(others, first?.pageInfo.endCursor))).toBe('BAD_USER_INPUT');
  expect(errorCode(await page([own.production, ...others]))).toBe('BAD_USER_INPUT');
});

describe('totalCount', () => {
  const count = async (argument: string) => {
    const query = `query ($id: ID!) { project(id: $id) { users(first: 1) { totalCount${argument} } } }`;
    return project.viewer(query, { id: project.id });
  };

  test('is exact, or counted no further than upTo', async () => {
    for (const [argument, expected] of [
      ['', NAMES.length],
      ['(upTo: null)', NAMES.length],
      ['(upTo: 5)', 5],
      ['(upTo: 12)', 12],
      ['(upTo: 1000)', NAMES.length],
      ['(upTo: 2147483647)', NAMES.length],
    ]) {
      expect((await count(String(argument))).data.project?.users.totalCount).toBe(expected);
    }
  });

  test.each([0, -1])('cannot be counted up to %d', async (upTo) => {
    expect(errorCode(await count(`(upTo: ${upTo})`))).toBe('BAD_USER_INPUT');
  });

  const statements = (argument: string, selection: string) =>
    service.countStatements(() =>
      project.viewer(`query ($id: ID!) { project(id: $id) { users(${argument}) { ${selection} } } }`, {
        id: project.id,
      }),
    );

  test('is computed only when selected', async () => {
    await statements('first: 1', 'nodes { id }');
    const page = await statements('first: 1', 'nodes { id }');
    expect(await statements('first: 1', 'nodes { id } totalCount')).toBe(page + 1);
  });

  test('of a list that a page shows whole takes no statement', async () => {
    await statements('first: 100', 'nodes { id }');
    const page = await statements('first: 100', 'nodes { id }');
    expect(await statements('first: 100', 'nodes { id } totalCount')).toBe(page);
  });
});

test('a page takes as many statements as it is, whatever it is long', async () => {
  const query = `query ($id: ID!, $first: Int) { project(id: $id) { users(first: $first) { nodes {
    fullName project { id } environments { id userCount } channelIdentities { externalId } } } } }`;
  const statements = (first: number) => service.countStatements(() => project.viewer(query, { id: project.id, first }));
  await statements(1);
  expect(await statements(12)).toBe(await statements(1));
});
