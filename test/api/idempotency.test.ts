import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import { createForgetting } from '../../src/database/idempotency-keys.ts';
import { DELETE_USER, MERGE_USERS } from '../support/documents.ts';
import { type Answer, type Call, type Project, type Service, startService } from '../support/service.ts';

let service: Service;
let project: Project;
let owner: Db;

beforeAll(async () => {
  service = await startService();
  project = await service.project();
  owner = connect(service.connectionString);
});
afterAll(async () => {
  await owner.destroy();
  await service.close();
});

const CREATE = `mutation ($input: CreateUserInput!) {
  createUser(input: $input) { user { id firstName version } userErrors { field code } } }`;

let next = 2000;
function person(fields: Record<string, unknown> = {}) {
  next += 1;
  return {
    projectId: project.id,
    phoneNumber: `+1 555-123-${next}`,
    firstName: 'Ana',
    lastName: 'Lima',
    environmentIds: [project.development, project.staging],
    idempotencyKey: randomUUID(),
    ...fields,
  };
}

const create = (input: object, call: Call = project.member) => call(CREATE, { input });

const idOf = ({ data }: Answer) => data.createUser.user?.id ?? 'none';

test('a repeated createUser answers the same user and writes nothing', async () => {
  const input = person();
  const first = await create(input);
  const again = await create({ ...input, environmentIds: [project.staging, project.development, project.staging] });
  expect(first.data.createUser.userErrors).toEqual([]);
  expect(again).toEqual(first);
  const events = await owner.selectFrom('auditEvents').select('action').where('subjectId', '=', idOf(first)).execute();
  expect(events).toEqual([{ action: 'USER_CREATED' }]);
});

test('it answers the user as it is now, when it was edited since', async () => {
  const input = person();
  const id = idOf(await create(input));
  await project.member('mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { id } } }', {
    input: { id, firstName: 'Eve' },
  });
  expect((await create(input)).data.createUser.user).toEqual({ id, firstName: 'Eve', version: 2 });
});

test.each([
  ['deleted', (id: string) => project.member(DELETE_USER, { input: { id } })],
  [
    'merged into another',
    async (mergedId: string) => {
      const { id } = await project.user();
      return project.member(MERGE_USERS, { input: { id, mergedId } });
    },
  ],
])('a late repeat does not bring back a user who was %s', async (_, remove) => {
  const input = person();
  await remove(idOf(await create(input)));
  const { user, userErrors } = (await create(input)).data.createUser;
  expect([user, userErrors]).toEqual([null, [{ field: ['idempotencyKey'], code: 'NOT_FOUND' }]]);
});

test('the same key with another input is BAD_USER_INPUT', async () => {
  const input = person();
  await create(input);
  const { errors } = await create({ ...input, firstName: 'Eve' });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  const short = await create(person({ idempotencyKey: '1' }));
  expect(short.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('a refusal is not remembered', async () => {
  const input = person();
  const refused = await create({ ...input, lastName: '' });
  expect(refused.data.createUser.userErrors).toEqual([{ field: ['lastName'], code: 'LAST_NAME_REQUIRED' }]);
  expect((await create(input)).data.createUser.userErrors).toEqual([]);
});

test('a key is the own of each access key, and of each project', async () => {
  const input = person();
  const id = idOf(await create(input));
  const another = await create(input, project.administrator);
  expect(another.data.createUser.userErrors).toEqual([{ field: ['phoneNumber'], code: 'PHONE_NUMBER_TAKEN' }]);
  const workspace = await service.keyFor('MEMBER');
  const other = await service.project('Other');
  const ids = [id];
  for (const { id: projectId, development } of [project, other]) {
    const answer = await create(
      person({ projectId, environmentIds: [development], idempotencyKey: input.idempotencyKey }),
      workspace,
    );
    ids.push(idOf(answer));
  }
  expect(new Set(ids).size).toBe(3);
});

test('of several at once one creates, and all get its user', async () => {
  for (let round = 0; round < 5; round += 1) {
    const input = person();
    const answers = await Promise.all(Array.from({ length: 6 }, () => create(input)));
    expect(answers.flatMap(({ data }) => data.createUser.userErrors)).toEqual([]);
    expect(new Set(answers.map(idOf)).size).toBe(1);
  }
});

test('after 24 hours a key is free again, and forgotten', async () => {
  const input = person();
  await create(input);
  const age = () => sql`update idempotency_keys set created_at = now() - interval '25 hours'`.execute(owner);
  await age();
  expect((await create(input)).data.createUser.userErrors).toEqual([
    { field: ['phoneNumber'], code: 'PHONE_NUMBER_TAKEN' },
  ]);
  expect((await create(person({ idempotencyKey: input.idempotencyKey }))).data.createUser.userErrors).toEqual([]);
  await age();
  // A step is about one project.
  const forget = createForgetting(service.db);
  while ((await forget()) > 0);
  expect(await owner.selectFrom('idempotencyKeys').selectAll().execute()).toEqual([]);
});

test('a deleted user is in no table: neither the phone number, the e-mail nor a name', async () => {
  const input = person({ phoneNumber: '+4915199887766', email: 'kanarie@vogel.example', firstName: 'Kanarienvogel' });
  const id = idOf(await create(input));
  const found = async () => (await dump(owner)).match(/4915199887766|kanarie@vogel|kanarienvogel/gi)?.length ?? 0;
  expect(await found()).toBeGreaterThan(2);
  await project.member('mutation ($id: ID!) { deleteUser(input: { id: $id }) { deletedUserId } }', { id });
  expect(await found()).toBe(0);
});

/** Every row of every table, as text. */
async function dump(db: Db): Promise<string> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`.execute(db);
  const texts = await Promise.all(
    tables.rows.map(async ({ name }) => {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db);
      return rows.map(({ row }) => row).join('\n');
    }),
  );
  return texts.join('\n');
}
