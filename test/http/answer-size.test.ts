import { beforeAll, expect, jest, test } from '@jest/globals';
import { sql } from 'kysely';
import { CREATE_USER } from '../support/documents.ts';
import { errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
beforeAll(async () => {
  project = await service.project();
});

const aliases = (count: number, field: string) => Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');

test('nested lists are weighed by what they may hold: fifty environments on a hundred users by sixteen aliases are refused', async () => {
  const query = `query ($id: ID!) { project(id: $id) { users(first: 100) { nodes { ${aliases(16, 'environments { id }')} } } } }`;
  const answer = await project.viewer(query, { id: project.id });
  expect(answer.errors).toMatchObject([
    { message: 'A document may ask for at most 10000 objects.', extensions: { code: 'QUERY_TOO_COMPLEX' } },
  ]);
});

test('an answer over 8 MB is cut off', async () => {
  await sql`insert into environments (project_id, id, name, type, self_registration)
    select ${project.id}, gen_random_uuid(), repeat('環', 97) || n, 'STAGING', 'CLOSED'
    from generate_series(101, 147) n`.execute(service.db);
  const { data } = await project.viewer('query ($id: ID!) { project(id: $id) { environments { id } } }', project);
  const environmentIds = data.project?.environments.map(({ id }) => id);
  expect(environmentIds).toHaveLength(50);
  for (let index = 0; index < 100; index += 1) {
    const { userErrors } = (await project.member(CREATE_USER, { input: project.form({ environmentIds }) })).data
      .createUser;
    expect(userErrors).toEqual([]);
  }
  const query = (count: number) =>
    `query ($id: ID!) { project(id: $id) { users(first: 100) { nodes { environments { ${aliases(count, 'name')} } } } } }`;
  for (let again = 0; again < 3; again += 1) {
    const answer = await project.viewer(query(10), project);
    expect(answer).toMatchObject({ errors: [{ message: expect.stringContaining('8 MB') }] });
    expect(errorCode(answer)).toBe('QUERY_TOO_COMPLEX');
    expect(answer.data).toBeUndefined();
  }
  expect((await project.viewer(query(4), project)).errors).toBeUndefined();
});

test('and one of long aliases is not even written out', async () => {
  const stringify = jest.spyOn(JSON, 'stringify');
  const long = Array.from({ length: 29 }, (_, index) => `${'a'.repeat(98)}${10 + index}: name`).join(' ');
  const query = `query ($id: ID!) { project(id: $id) { users(first: 100) { nodes { environments { ${long} } } } } }`;
  const answer = await project.viewer(query, project);
  const longest = Math.max(...stringify.mock.results.map(({ value }) => String(value).length));
  stringify.mockRestore();
  expect(answer).toEqual({
    errors: [{ message: expect.stringContaining('8 MB'), extensions: { code: 'QUERY_TOO_COMPLEX' } }],
  });
  expect(longest).toBeLessThan(1_000_000);
});

test('lists that nothing bounds are counted as they are answered', async () => {
  await sql`with made as (
      insert into projects (id, name) select gen_random_uuid(), 'filled' from generate_series(1, 1100) returning id
    ) insert into environments (project_id, id, name, type, self_registration)
      select id, gen_random_uuid(), 'Development ' || n, 'DEVELOPMENT', 'CLOSED' from made, generate_series(1, 3) n`.execute(
    service.db,
  );
  const workspace = await service.keyFor('VIEWER');
  // 4,400 objects each: twelve are just over the limit.
  const query = (count: number) => `{ viewer { ${aliases(count, 'projects { environments { id } }')} } }`;
  expect((await workspace(query(2))).errors).toBeUndefined();
  let answer = await workspace(query(12));
  // A busy machine may not count so far in time, and says so. Then it is asked again, as by any caller.
  for (let again = 0; again < 5 && errorCode(answer) === 'SERVICE_UNAVAILABLE'; again += 1) {
    answer = await workspace(query(12));
  }
  expect([answer.data, errorCode(answer)]).toEqual([null, 'QUERY_TOO_COMPLEX']);
});
