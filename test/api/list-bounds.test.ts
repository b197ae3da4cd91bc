import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { ADD_PROJECT_MEMBER, CREATE_ACCESS_KEY, CREATE_ENVIRONMENT, READ_PROJECT } from '../support/documents.ts';
import { type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();

type List = {
  what: string;
  most: number;
  fill(project: Project, count: number): Promise<unknown>;
  add(project: Project): Promise<{ userErrors: unknown[] }>;
};

const lists: List[] = [
  {
    what: 'environments',
    most: 50,
    fill: ({ id }, count) =>
      sql`insert into environments (project_id, id, name, type, self_registration)
        select ${id}, gen_random_uuid(), 'filled ' || n, 'STAGING', 'CLOSED' from generate_series(4, ${count}) n`.execute(
        service.db,
      ),
    add: async ({ administrator, id }) =>
      (await administrator(CREATE_ENVIRONMENT, { input: { projectId: id, name: randomUUID(), type: 'STAGING' } })).data
        .createEnvironment,
  },
  {
    what: 'access keys in use',
    most: 1000,
    fill: ({ id }, count) =>
      sql`insert into access_keys (project_id, id, name, role, secret_hash)
        select ${id}, gen_random_uuid(), 'filled ' || n, 'VIEWER', sha256('x') from generate_series(5, ${count}) n`.execute(
        service.db,
      ),
    add: async ({ administrator, id }) =>
      (await administrator(CREATE_ACCESS_KEY, { input: { projectId: id, name: 'Another', role: 'VIEWER' } })).data
        .createAccessKey,
  },
  {
    what: 'members',
    most: 1000,
    fill: ({ id }, count) =>
      sql`insert into project_members (project_id, id, subject, name, role)
        select ${id}, gen_random_uuid(), 'filled ' || n, 'Ana', 'VIEWER' from generate_series(1, ${count}) n`.execute(
        service.db,
      ),
    add: async ({ administrator, id }) =>
      (
        await administrator(ADD_PROJECT_MEMBER, {
          input: { projectId: id, subject: randomUUID(), name: 'Ben', role: 'VIEWER' },
        })
      ).data.addProjectMember,
  },
];

test.each(lists)(
  'a project has at most $most $what: of several added at once to the last place, one is',
  async (list) => {
    const project = await service.project();
    await list.fill(project, list.most - 1);
    const added = await Promise.all(Array.from({ length: 4 }, () => list.add(project)));
    const full = refusal('TOO_MANY', [], `A project can have at most ${list.most.toLocaleString('en')} ${list.what}`);
    expect(added.map(({ userErrors }) => userErrors).toSorted((a, b) => a.length - b.length)).toEqual([
      [],
      ...Array(3).fill([{ ...full, field: null }]),
    ]);
  },
);

test('of more access keys than a project can have in use, those that are come first into the list', async () => {
  const project = await service.project();
  await sql`insert into access_keys (project_id, id, name, role, secret_hash, revoked_at)
    select ${project.id}, gen_random_uuid(), 'revoked', 'VIEWER', sha256('x'), now() from generate_series(1, 1000)`.execute(
    service.db,
  );
  const keys = (await project.viewer(READ_PROJECT, { id: project.id })).data.project?.accessKeys ?? [];
  expect(keys).toHaveLength(1000);
  expect(
    keys
      .filter(({ revokedAt }) => !revokedAt)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['ADMINISTRATOR', 'GATEWAY', 'MEMBER', 'VIEWER']);
});
