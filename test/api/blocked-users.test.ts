import { beforeAll, describe, expect, test } from '@jest/globals';
import { LIST_USERS } from '../support/documents.ts';
import { createDoor, type Door } from '../support/door.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;
let blocked: string[];
let free: string[];

beforeAll(async () => {
  project = await service.project();
  door = createDoor(project);
  const users = [];
  for (let each = 0; each < 9; each += 1) users.push(await project.user({ lastName: each % 2 ? 'Odd' : 'Even' }));
  for (const { id } of users.slice(0, 5)) await door.block({ userId: id });
  // A stranger's block is nobody's.
  await door.block({ sender: { channel: 'TELEGRAM', externalId: '7600001' } });
  const newestFirst = users.map(({ id }) => id).toReversed();
  [free, blocked] = [newestFirst.slice(0, 4), newestFirst.slice(4)];
});

async function list(args: Record<string, unknown>) {
  const { data } = await project.viewer(LIST_USERS, { id: project.id, ...args });
  if (!data.project) throw new Error('No project.');
  return data.project.users;
}

describe.each([true, false, null])('users who are blocked: %s', (isBlocked) => {
  const expected = () => {
    if (isBlocked === null) return [...free, ...blocked];
    return isBlocked ? blocked : free;
  };

  test.each([undefined, { field: 'FULL_NAME', direction: 'ASC' }, { field: 'CREATED_AT', direction: 'ASC' }])(
    'are listed and counted, in pages: %j',
    async (orderBy) => {
      const found: unknown[] = [];
      let after: unknown;
      for (let more = true; more; ) {
        const page = await list({ filter: { isBlocked }, first: 2, after, orderBy });
        expect(page.totalCount).toBe(expected().length);
        found.push(...page.nodes.map(({ id }) => id));
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      if (!orderBy) expect(found).toEqual(expected());
      expect(found.toSorted()).toEqual(expected().toSorted());
    },
  );

  test('are searched', async () => {
    const [all, odd] = [await list({ filter: { isBlocked } }), await list({ filter: { isBlocked }, search: 'odd' })];
    const names = all.edges.filter(({ node }) => node.fullName.endsWith('Odd')).map(({ node }) => node.id);
    expect(odd.nodes.map(({ id }) => id)).toEqual(names);
    expect(odd.totalCount).toBe(names.length);
    expect(names.length).toBeGreaterThan(0);
    const filter = { isBlocked, environmentIds: [project.staging] };
    expect((await list({ filter, search: 'odd' })).totalCount).toBe(0);
  });

  test('say so themselves', async () => {
    const { data } = await project.viewer(
      `query ($id: ID!, $filter: UserFilter) { project(id: $id) { users(filter: $filter) { nodes { id isBlocked } } } }`,
      { id: project.id, filter: { isBlocked } },
    );
    for (const user of data.project?.users.nodes ?? []) expect(user.isBlocked).toBe(blocked.includes(String(user.id)));
  });
});
