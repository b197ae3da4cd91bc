import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { beginRemoval, giveUpRemoval, giveUpStaleRemovals } from '../../src/database/environment-removals.ts';
import { deleteEnvironment } from '../../src/domain/environments.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import type {
  CreateEnvironmentInput,
  EnvironmentType,
  UpdateEnvironmentInput,
} from '../../src/graphql/generated/types.ts';
import { addCrowd, purge } from '../support/crowd.ts';
import {
  CHECK_ACCESS,
  CREATE_ENVIRONMENT,
  CREATE_USER,
  DELETE_ENVIRONMENT,
  LIST_USERS,
  READ_PROJECT,
  READ_USER,
  SELF_REGISTER,
  UPDATE_ENVIRONMENT,
  UPDATE_USER,
} from '../support/documents.ts';
import { errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let other: Project;

beforeAll(async () => {
  project = await service.project();
  other = await service.project('Other');
});

async function create(fields: Partial<CreateEnvironmentInput>, caller = project.administrator) {
  return (await caller(CREATE_ENVIRONMENT, { input: { projectId: project.id, ...fields } })).data.createEnvironment;
}
async function update(id: unknown, fields: Partial<UpdateEnvironmentInput>, caller = project.administrator) {
  return (await caller(UPDATE_ENVIRONMENT, { input: { id, ...fields } })).data.updateEnvironment;
}
async function remove(id: unknown, caller = project.administrator) {
  return (await caller(DELETE_ENVIRONMENT, { input: { id } })).data.deleteEnvironment;
}
async function list(of = project) {
  return (await of.viewer(READ_PROJECT, { id: of.id })).data.project?.environments ?? [];
}
let names = 0;
/** A new environment of the project, which lives for one test. */
async function environment(type: EnvironmentType = 'DEVELOPMENT') {
  names += 1;
  const { environment } = await create({ name: `Environment ${names}`, type });
  if (!environment) throw new Error('not created');
  return String(environment.id);
}
const nobody = randomUUID();

describe('a new project', () => {
  test('has Development, Staging and Production; newcomers may register only in Production', async () => {
    const { data } = await other.viewer(READ_PROJECT, { id: other.id });
    expect(data.project?.environments).toMatchObject([
      { name: 'Development', type: 'DEVELOPMENT', selfRegistration: 'CLOSED', userCount: 0 },
      { name: 'Staging', type: 'STAGING', selfRegistration: 'CLOSED', userCount: 0 },
      { name: 'Production', type: 'PRODUCTION', selfRegistration: 'OPEN', userCount: 0 },
    ]);
  });
});

describe('createEnvironment', () => {
  test('adds one, closed unless told otherwise, and the trail tells it', async () => {
    const { environment, userErrors } = await create({ name: ' QA  team ', type: 'STAGING' });
    expect(userErrors).toEqual([]);
    expect(environment).toMatchObject({ name: 'QA team', type: 'STAGING', selfRegistration: 'CLOSED' });
    const open = await create({ name: 'Pilot', type: 'PRODUCTION', selfRegistration: 'OPEN' });
    expect(open.environment).toMatchObject({ type: 'PRODUCTION', selfRegistration: 'OPEN' });
    const [, event] = await project.trail();
    expect(event).toMatchObject({
      action: 'ENVIRONMENT_CREATED',
      actorName: 'ADMINISTRATOR',
      subjectId: environment?.id,
    });
    expect((await list()).map(({ name }) => name)).toEqual([
      'Development',
      'QA team',
      'Staging',
      'Pilot',
      'Production',
    ]);
  });

  test('a name and a type are required: both are told at once', async () => {
    for (const name of [undefined, null, '', ' \u200B']) {
      expect(await create({ name })).toEqual({
        environment: null,
        userErrors: [refusal('NAME_REQUIRED', ['name']), refusal('TYPE_REQUIRED', ['type'])],
      });
    }
  });

  test('a name has at most 100 characters', async () => {
    expect((await create({ name: 'n'.repeat(101), type: 'STAGING' })).userErrors).toEqual([
      refusal('TOO_LONG', ['name']),
    ]);
    expect((await create({ name: 'n'.repeat(100), type: 'STAGING' })).userErrors).toEqual([]);
  });

  test('a name is unique in the project without regard to case; another project may use it', async () => {
    expect((await create({ name: 'PRODUCTION', type: 'STAGING' })).userErrors).toEqual([
      refusal('NAME_TAKEN', ['name']),
    ]);
    await create({ name: 'Only here', type: 'STAGING' });
    const there = await create({ projectId: other.id, name: 'Only here', type: 'STAGING' }, other.administrator);
    expect(there.userErrors).toEqual([]);
  });

  test('another project is not found, exactly like an unknown one', async () => {
    const answers = await Promise.all(
      [other.id, nobody].map((projectId) => create({ projectId, name: 'X', type: 'STAGING' })),
    );
    expect(answers).toEqual(Array(2).fill({ environment: null, userErrors: [refusal('NOT_FOUND', ['projectId'])] }));
  });

  test('a key that does not administer may not', async () => {
    const input = { projectId: project.id, name: 'X', type: 'STAGING' };
    for (const caller of [project.member, project.viewer, project.gateway]) {
      expect(errorCode(await caller(CREATE_ENVIRONMENT, { input }))).toBe('FORBIDDEN');
    }
  });

  test('of several with one name at once, one is added and the others are told', async () => {
    const payloads = await Promise.all(Array.from({ length: 5 }, () => create({ name: 'Race', type: 'STAGING' })));
    expect(payloads.flatMap(({ environment }) => environment ?? [])).toHaveLength(1);
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual(Array(4).fill(refusal('NAME_TAKEN', ['name'])));
  });
});

describe('updateEnvironment', () => {
  test('changes what is given and nothing else, and the trail names the fields', async () => {
    const id = await environment();
    expect((await update(id, { name: 'Renamed' })).environment).toMatchObject({
      id,
      name: 'Renamed',
      type: 'DEVELOPMENT',
      selfRegistration: 'CLOSED',
    });
    expect((await update(id, { type: 'STAGING', selfRegistration: 'OPEN' })).environment).toMatchObject({
      name: 'Renamed',
      type: 'STAGING',
      selfRegistration: 'OPEN',
    });
    expect((await project.trail()).slice(0, 2)).toMatchObject([
      { action: 'ENVIRONMENT_UPDATED', subjectId: id, changedFields: ['type', 'selfRegistration'] },
      { action: 'ENVIRONMENT_UPDATED', subjectId: id, changedFields: ['name'] },
    ]);
  });

  test('of nothing, or of what is there already, leaves the trail silent; its own name in other letters is free', async () => {
    const id = await environment();
    const [newest] = await project.trail();
    const { environment: before } = await update(id, {});
    expect((await update(id, { name: before?.name, type: before?.type })).environment).toEqual(before);
    expect((await project.trail())[0]).toEqual(newest);
    expect((await update(id, { name: before?.name.toUpperCase() })).userErrors).toEqual([]);
  });

  test('a name cannot be cleared, be too long or be another environment’s', async () => {
    const id = await environment();
    for (const name of ['', ' ', null]) {
      expect((await update(id, { name })).userErrors).toEqual([refusal('NAME_REQUIRED', ['name'])]);
    }
    expect((await update(id, { name: 'n'.repeat(101) })).userErrors).toEqual([refusal('TOO_LONG', ['name'])]);
    expect((await update(id, { name: 'staging' })).userErrors).toEqual([refusal('NAME_TAKEN', ['name'])]);
  });

  test('opening and closing self-registration takes effect at once', async () => {
    const id = await environment();
    const register = async (externalId: string) => {
      const input = { environmentId: id, sender: { channel: 'TELEGRAM', externalId } };
      const { outcome, userErrors } = (await project.gateway(SELF_REGISTER, { input })).data.selfRegisterUser;
      return outcome ?? userErrors[0]?.code;
    };
    expect(await register('8000001')).toBe('SELF_REGISTRATION_CLOSED');
    await update(id, { selfRegistration: 'OPEN' });
    expect(await register('8000001')).toBe('CREATED');
    await update(id, { selfRegistration: 'CLOSED' });
    expect(await register('8000002')).toBe('SELF_REGISTRATION_CLOSED');
  });

  test("another project's environment is not found, exactly like an unknown one", async () => {
    const answers = [await update(other.staging, { name: 'X' }), await update(nobody, { name: 'X' })];
    expect(answers).toEqual(Array(2).fill({ environment: null, userErrors: [refusal('NOT_FOUND', ['id'])] }));
  });

  test('a key that does not administer may not', async () => {
    for (const caller of [project.member, project.viewer, project.gateway]) {
      const answer = await caller(UPDATE_ENVIRONMENT, { input: { id: project.staging, name: 'X' } });
      expect(errorCode(answer)).toBe('FORBIDDEN');
    }
  });

  test('two environments given one name at once: one has it, the other is told', async () => {
    const ids = [await environment(), await environment()];
    const payloads = await Promise.all(ids.map((id) => update(id, { name: 'Same name' })));
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([refusal('NAME_TAKEN', ['name'])]);
  });
});

describe('deleteEnvironment', () => {
  test('removes it from the project and from its users, whose version rises, and the trail tells it', async () => {
    const id = await environment();
    const user = await project.user({ environmentIds: [project.development, id] });
    const bystander = await project.user();
    expect(await remove(id)).toEqual({ deletedEnvironmentId: id, userErrors: [] });
    expect((await list()).map((left) => left.id)).not.toContain(id);
    const { data } = await project.viewer(READ_USER, { id: user.id });
    expect(data.user).toMatchObject({ environments: [{ id: project.development }], version: 2 });
    expect((await project.viewer(READ_USER, { id: bystander.id })).data.user?.version).toBe(1);
    expect((await project.trail())[0]).toMatchObject({ action: 'ENVIRONMENT_DELETED', subjectId: id });
  });

  test('the only environment of some users is refused whole, with how many they are and the first few', async () => {
    const id = await environment();
    const people = ['Zoe', 'Bea', 'Cid', 'Dov', 'Eli'];
    for (const firstName of people) await project.user({ firstName, environmentIds: [id] });
    const spared = await project.user({ firstName: 'Spared', environmentIds: [id, project.staging] });
    const { deletedEnvironmentId, userErrors } = await remove(id);
    expect(deletedEnvironmentId).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'LAST_ENVIRONMENT', field: ['id'], message: expect.stringMatching(/\b5\b/) },
    ]);
    expect(people.filter((name) => userErrors[0]?.message.includes(name)).length).toBeGreaterThan(1);
    expect(userErrors[0]?.message).not.toContain('Spared');
    const { data } = await project.viewer(READ_USER, { id: spared.id });
    expect(data.user).toMatchObject({ version: 1, environments: [{ id }, { id: project.staging }] });
  });

  test('a user without names whose only one it is, is named as everywhere else', async () => {
    const id = await environment();
    await update(id, { selfRegistration: 'OPEN' });
    await project.gateway(SELF_REGISTER, {
      input: { environmentId: id, sender: { channel: 'TELEGRAM', externalId: '8000003' } },
    });
    expect((await remove(id)).userErrors).toMatchObject([
      { code: 'LAST_ENVIRONMENT', message: expect.stringContaining('8000003') },
    ]);
  });

  test("another project's environment is not found, exactly like an unknown one", async () => {
    const answers = [await remove(other.staging), await remove(nobody)];
    expect(answers).toEqual(Array(2).fill({ deletedEnvironmentId: null, userErrors: [refusal('NOT_FOUND', ['id'])] }));
    expect(await list(other)).toContainEqual(expect.objectContaining({ id: other.staging }));
  });

  test('a key that does not administer may not', async () => {
    for (const caller of [project.member, project.viewer, project.gateway]) {
      expect(errorCode(await caller(DELETE_ENVIRONMENT, { input: { id: project.staging } }))).toBe('FORBIDDEN');
    }
  });

  test('against a user added to it at once, one of the two is refused', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = await environment();
      const input = project.form({ environmentIds: [id] });
      const [removed, created] = await Promise.all([remove(id), project.member(CREATE_USER, { input })]);
      const { user, userErrors } = created.data.createUser;
      if (user) expect(removed.userErrors).toMatchObject([{ code: 'LAST_ENVIRONMENT' }]);
      else {
        expect(userErrors).toEqual([refusal('ENVIRONMENT_NOT_FOUND', ['environmentIds'])]);
        expect(removed.deletedEnvironmentId).toBe(id);
      }
    }
  });

  test('against an update that takes the other one away at once, the user keeps one', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = await environment();
      const user = await project.user({ environmentIds: [id, project.staging] });
      const [removed, updated] = await Promise.all([
        remove(id),
        project.member(UPDATE_USER, { input: { id: user.id, environmentIds: [id] } }),
      ]);
      const { userErrors } = updated.data.updateUser;
      if (removed.deletedEnvironmentId) {
        expect(userErrors).toEqual([refusal('ENVIRONMENT_NOT_FOUND', ['environmentIds'])]);
      } else expect([removed.userErrors[0]?.code, userErrors]).toEqual(['LAST_ENVIRONMENT', []]);
      const { data } = await project.viewer(READ_USER, { id: user.id });
      expect(data.user?.environments).toHaveLength(1);
    }
  });

  test('of both environments of a user at once, one is refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      const ids = [await environment(), await environment()];
      const user = await project.user({ environmentIds: ids });
      const payloads = await Promise.all(ids.map((id) => remove(id)));
      expect(payloads.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'LAST_ENVIRONMENT' }]);
      const { data } = await project.viewer(READ_USER, { id: user.id });
      expect(data.user?.environments).toHaveLength(1);
    }
  });
});

describe('an environment of more users than one step deletes', () => {
  let id: string;
  let telegramId = 7_000_001;
  const sender = () => ({ channel: 'TELEGRAM', externalId: String(telegramId) });
  const check = async () =>
    (await project.gateway(CHECK_ACCESS, { environmentId: id, sender: sender() })).data.checkAccess;

  beforeEach(async () => {
    id = await environment();
    telegramId += 10_000;
    await addCrowd(service.owner, project.id, [id, project.development], { users: 600, telegramId });
  });
  afterEach(async () => {
    await giveUpRemoval(service.db, { projectId: project.id, id });
    await purge(service.owner);
  });

  test('is gone for everybody at once, and its rows go in steps', async () => {
    expect(await check()).toMatchObject({ allowed: true });
    const user = await project.user({ environmentIds: [id, project.development] });
    const rowsOf = async () => {
      const rows = service.db.selectFrom('userEnvironments').where('environmentId', '=', id);
      return Number((await rows.select((eb) => eb.fn.countAll().as('count')).executeTakeFirst())?.count);
    };
    expect(await rowsOf()).toBe(601);
    const { name } = (await list()).find((one) => one.id === id) ?? {};

    expect(await remove(id)).toEqual({ deletedEnvironmentId: id, userErrors: [] });
    expect(await rowsOf()).toBeGreaterThan(0);
    expect((await list()).map((left) => left.id)).not.toContain(id);
    expect(await check()).toMatchObject({ allowed: false, reason: 'UNKNOWN_ENVIRONMENT', user: null });
    const filtered = await project.viewer(LIST_USERS, { id: project.id, filter: { environmentIds: [id] } });
    expect(filtered.data.project?.users).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await update(id, { name: 'Back' })).userErrors).toEqual([refusal('NOT_FOUND', ['id'])]);
    expect(await remove(id)).toEqual({ deletedEnvironmentId: null, userErrors: [refusal('NOT_FOUND', ['id'])] });
    const stale = await project.member(UPDATE_USER, {
      input: { id: user.id, environmentIds: [id, project.development] },
    });
    expect(stale.data.updateUser.userErrors).toEqual([refusal('ENVIRONMENT_NOT_FOUND', ['environmentIds'])]);
    const same = await project.member(UPDATE_USER, { input: { id: user.id, environmentIds: [project.development] } });
    expect(same.data.updateUser.user?.environments).toMatchObject([{ id: project.development }]);
    // Its name is free again.
    const again = await create({ name, type: 'DEVELOPMENT' });
    expect(again.userErrors).toEqual([]);
    await remove(again.environment?.id);

    await purge(service.owner, 100);
    expect(await rowsOf()).toBe(0);
    const { data } = await project.viewer(READ_USER, { id: user.id });
    expect(data.user).toMatchObject({ version: 2, environments: [{ id: project.development }] });
  });

  test('is refused with all whose only one it is, and the first few by name, in however many steps it is looked through', async () => {
    for (const firstName of ['Zoe', 'Bea', 'Cid', 'Ada', 'Eli'])
      await project.user({ firstName, environmentIds: [id] });
    const context = { actor: OPERATOR, db: service.db };
    const whole = await deleteEnvironment(context, { id }).catch((error) => error);
    expect(whole.problems).toMatchObject([
      {
        code: 'LAST_ENVIRONMENT',
        message: expect.stringMatching(/^5 users .*: Ada Lima, Bea Lima, Cid Lima and 2 more\./),
      },
    ]);
    const inSteps = await deleteEnvironment(context, { id }, { step: 7 }).catch((error) => error);
    expect(inSteps.problems).toEqual(whole.problems);
    expect(await check()).toMatchObject({ allowed: true });
  });

  test('while it is being removed it lets its users in, and takes no more of them', async () => {
    await beginRemoval(service.db, { projectId: project.id, id });
    expect(await check()).toMatchObject({ allowed: true });
    expect((await list()).map((one) => one.id)).toContain(id);
    const refused = [refusal('ENVIRONMENT_NOT_FOUND', ['environmentIds'])];
    const form = project.form({ environmentIds: [id, project.development] });
    expect((await project.member(CREATE_USER, { input: form })).data.createUser.userErrors).toEqual(refused);
    const user = await project.user();
    for (const environmentIds of [[id], [id, project.development]]) {
      const answer = await project.member(UPDATE_USER, { input: { id: user.id, environmentIds } });
      expect(answer.data.updateUser.userErrors).toEqual(refused);
    }
    await update(id, { selfRegistration: 'OPEN' });
    const input = { environmentId: id, sender: { channel: 'TELEGRAM', externalId: '6000001' } };
    expect((await project.gateway(SELF_REGISTER, { input })).data.selfRegisterUser.userErrors).toEqual([
      refusal('ENVIRONMENT_NOT_FOUND', ['environmentId']),
    ]);
  });

  test('while it is being removed its users can lose others, if one is left that stays', async () => {
    const { development, staging } = project;
    const user = await project.user({ environmentIds: [id, development, staging] });
    await beginRemoval(service.db, { projectId: project.id, id });
    const update = async (environmentIds: string[]) =>
      (await project.member(UPDATE_USER, { input: { id: user.id, environmentIds } })).data.updateUser;
    expect((await update([id, staging])).user?.environments).toHaveLength(2);
    expect((await update([id])).userErrors).toEqual([refusal('ENVIRONMENT_NOT_FOUND', ['environmentIds'])]);
  });

  test('is waited for, however long it takes to look through them', async () => {
    // Each statement stays far below its own time limit, also on a busy machine; together they take longer than other requests may.
    const statements = ['update on environments', 'insert on audit_events', 'delete on user_environments'];
    await sql
      .raw(`create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.6); return null; end $$;
      ${statements.map((each, n) => `create trigger slow_${n} after ${each} execute function slow();`).join('\n')}`)
      .execute(service.owner);
    const began = performance.now();
    const removed = remove(id).finally(() => sql`drop function slow cascade`.execute(service.owner));
    expect((await removed).deletedEnvironmentId).toBe(id);
    expect(performance.now() - began).toBeGreaterThan(2600);
  });

  test('a removal whose process was killed is finished by whoever asks again', async () => {
    await beginRemoval(service.db, { projectId: project.id, id });
    expect((await remove(id)).deletedEnvironmentId).toBe(id);
  });

  test('or given up after a minute', async () => {
    const joins = async () => {
      const form = project.form({ environmentIds: [id] });
      return (await project.member(CREATE_USER, { input: form })).data.createUser.user !== null;
    };
    await beginRemoval(service.db, { projectId: project.id, id });
    expect([await giveUpStaleRemovals(service.db), await joins()]).toEqual([0, false]);
    await sql`update environments set removal_alive_at = now() - interval '61 seconds' where id = ${id}`.execute(
      service.db,
    );
    expect([await giveUpStaleRemovals(service.db), await joins()]).toEqual([1, true]);
  });
});

test('userCount counts the users of each environment', async () => {
  const { id, user, development, staging, viewer } = await service.project('Counted');
  await user({ environmentIds: [development, staging] });
  await user({ environmentIds: [staging] });
  const { data } = await viewer(READ_PROJECT, { id });
  expect(data.project?.environments.map(({ userCount }) => userCount)).toEqual([1, 2, 0]);
});
