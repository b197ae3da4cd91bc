import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { OrderDirection, UserConnection } from '../../src/graphql/generated/types.ts';
import { LINK_IDENTITY, LIST_USERS, UPDATE_USER } from '../support/documents.ts';
import { errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
/** In the order of their ids. */
let ids: string[];

const PEOPLE = 12;
const MORNING = Date.UTC(2026, 1, 1, 8);
const at = (minutes: number) => new Date(MORNING + minutes * 60_000).toISOString();

beforeAll(async () => {
  project = await service.project();
  const other = await service.project('Other');
  for (const { user } of [project, other])
    for (let index = 0; index < PEOPLE; index += 1) await user({ firstName: index % 2 ? 'Ana' : 'Bill' });
  const { data } = await project.viewer(LIST_USERS, { id: project.id, first: 100 });
  ids = (data.project?.users.edges ?? []).map(({ node }) => String(node.id)).sort();
  // Who was never seen is judged by when they were added: half of them before the morning, and nobody after 2 minutes.
  await sql`update users set created_at = case when id < ${ids[PEOPLE / 2]} then ${at(-60)}::timestamptz else ${at(2)}::timestamptz end`.execute(
    service.owner,
  );
});

/** For each person the minute in which they were last seen, often the same; null: never. */
const moments = fc.array(fc.option(fc.nat(4), { freq: 2 }), { minLength: PEOPLE, maxLength: PEOPLE });
type Moments = (number | null)[];

async function see(seen: Moments) {
  await service.owner.deleteFrom('seenUsers').execute();
  const known = seen.flatMap((minute, index) => (minute === null ? [] : { minute, id: ids[index] ?? '' }));
  if (known.length === 0) return;
  const rows = known.map(({ minute, id }) => ({ projectId: project.id, userId: id, seenAt: new Date(at(minute)) }));
  await service.owner.insertInto('seenUsers').values(rows).execute();
}

/** The order as the contract says it: whoever was seen by that time, then the others, ties by id. */
function orderOf(seen: Moments, direction: OrderDirection): string[] {
  const turn = direction === 'ASC' ? 1 : -1;
  const places = seen.map((_, index) => index);
  return places
    .toSorted((a, b) => {
      const [one = null, other = null] = [seen[a], seen[b]];
      if ((one === null) !== (other === null)) return one === null ? 1 : -1;
      return turn * ((one ?? 0) - (other ?? 0) || a - b);
    })
    .map((index) => ids[index] ?? '');
}

async function list(page: Record<string, unknown>): Promise<UserConnection> {
  const answer = await project.viewer(LIST_USERS, { id: project.id, ...page });
  if (!answer.data?.project) throw new Error(JSON.stringify(answer.errors));
  return answer.data.project.users;
}
const idsOf = ({ edges }: UserConnection) => edges.map(({ node }) => node.id);

test('in the order in which users were last seen, each page is the part between its cursors, whichever way it is read', async () => {
  const cuts = fc.tuple(fc.nat(PEOPLE - 1), fc.nat(PEOPLE - 1), fc.integer({ min: 1, max: 5 }));
  const directions = fc.constantFrom<OrderDirection>('ASC', 'DESC');
  // With a search the users are found in another way.
  const searches = fc.constantFrom(undefined, 'ana');
  const cases = fc.asyncProperty(
    moments,
    directions,
    searches,
    cuts,
    async (seen, direction, search, [one, two, size]) => {
      await see(seen);
      const page = { orderBy: { field: 'LAST_SEEN_AT', direction }, search };
      const whole = await list({ ...page, first: 100 });
      const found = new Set(idsOf(await list({ search, first: 100 })));
      const expected = orderOf(seen, direction).filter((id) => found.has(id));
      expect(idsOf(whole)).toEqual(expected);
      expect(whole.totalCount).toBe(expected.length);
      const [from, to] = [Math.min(one, two) % expected.length, Math.max(one, two) % expected.length].toSorted(
        (a, b) => a - b,
      );
      const between = { ...page, after: whole.edges[from ?? 0]?.cursor, before: whole.edges[to ?? 0]?.cursor };
      const inside = expected.slice((from ?? 0) + 1, to);
      const [forward, backward] = await Promise.all([
        list({ ...between, first: size }),
        list({ ...between, last: size }),
      ]);
      expect([idsOf(forward), idsOf(backward)]).toEqual([inside.slice(0, size), inside.slice(-size)]);
      // The users at the cursors lie beyond the page.
      expect([forward.pageInfo.hasNextPage, backward.pageInfo.hasPreviousPage]).toEqual([true, true]);
    },
  );
  await fc.assert(cases, { numRuns: 25, examples: [[Array(PEOPLE).fill(null), 'DESC', undefined, [0, 5, 5]]] });
});

test('a filter tells who was seen when, and who never, and all conditions must hold', async () => {
  const cases = fc.asyncProperty(moments, fc.nat(5), async (seen, minute) => {
    await see(seen);
    const found = async (filter: object) => {
      const users = await list({ filter, first: 100 });
      expect(users.totalCount).toBe(users.edges.length);
      return idsOf(users).map(String).sort();
    };
    const pick = (isPicked: (moment: number | null, index: number) => boolean) =>
      ids.filter((_, index) => isPicked(seen[index] ?? null, index));
    const isSilent = (moment: number | null, index: number) => (moment ?? (index < PEOPLE / 2 ? -60 : 2)) < minute;
    expect(await found({ neverSeen: true })).toEqual(pick((moment) => moment === null));
    expect(await found({ neverSeen: false })).toEqual(pick((moment) => moment !== null));
    expect(await found({ lastSeenBefore: at(minute) })).toEqual(pick(isSilent));
    expect(await found({ lastSeenBefore: at(minute), neverSeen: true })).toEqual(
      pick((moment, index) => moment === null && isSilent(moment, index)),
    );
    expect(await found({ lastSeenBefore: null, neverSeen: null, expiresBefore: null, channel: null })).toEqual(ids);
  });
  await fc.assert(cases, { numRuns: 8 });
});

test('a filter tells whose time ends, and who has an id on a channel', async () => {
  const { development, staging, administrator } = project;
  const [ana = '', bill = '', cleo = ''] = ids;
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
  for (const [id, environmentId, days] of [
    [ana, development, 1],
    [bill, staging, 3],
  ] as const) {
    const expiresAt = new Date(tomorrow.getTime() + (days - 1) * 24 * 60 * 60 * 1000);
    const input = { id, environmentIds: [development, staging], accessExpiries: [{ environmentId, expiresAt }] };
    expect((await project.member(UPDATE_USER, { input })).data.updateUser.userErrors).toEqual([]);
  }
  await project.member(LINK_IDENTITY, { input: { userId: cleo, channel: 'TELEGRAM', externalId: '7770001' } });
  const found = async (filter: object) =>
    idsOf(await list({ filter, orderBy: { field: 'CREATED_AT', direction: 'ASC' } }));
  const soon = new Date(tomorrow.getTime() + 60_000).toISOString();
  const late = new Date(tomorrow.getTime() + 30 * 24 * 60 * 60 * 1000).toISOString();
  expect(await found({ expiresBefore: tomorrow.toISOString() })).toEqual([]);
  expect(await found({ expiresBefore: soon })).toEqual([ana]);
  expect(await found({ expiresBefore: late })).toEqual([ana, bill]);
  expect(await found({ channel: 'TELEGRAM' })).toEqual([cleo]);
  expect(await found({ channel: 'SLACK' })).toEqual([]);
  await administrator(`mutation ($id: ID!) { deleteEnvironment(input: { id: $id }) { userErrors { code } } }`, {
    id: staging,
  });
  expect(await found({ expiresBefore: late })).toEqual([ana]);
});

test('a cursor is good for its own order, direction and filter alone', async () => {
  const orderBy = { field: 'LAST_SEEN_AT', direction: 'DESC' };
  const after = (await list({ orderBy, first: 1 })).edges[0]?.cursor;
  const code = async (page: object) => errorCode(await project.viewer(LIST_USERS, { id: project.id, after, ...page }));
  expect(await code({ orderBy })).toBeUndefined();
  for (const page of [
    {},
    { orderBy: { field: 'CREATED_AT', direction: 'DESC' } },
    { orderBy: { field: 'LAST_SEEN_AT', direction: 'ASC' } },
    { orderBy, filter: { neverSeen: true } },
    { orderBy, filter: { lastSeenBefore: at(1) } },
  ]) {
    expect([page, await code(page)]).toEqual([page, 'BAD_USER_INPUT']);
  }
});
