import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { addCrowd, purge } from '../support/crowd.ts';
import {
  ADD_PROJECT_MEMBER,
  CHECK_ACCESS,
  CREATE_PROJECT,
  CREATE_USER,
  DELETE_PROJECT,
  READ_PROJECT,
  READ_TRAIL,
  READ_USER,
  READ_VIEWER,
  UPDATE_PROJECT,
} from '../support/documents.ts';
import { type Call, errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let other: Project;
let workspace: Call;

beforeAll(async () => {
  project = await service.project();
  other = await service.project('Other');
  workspace = await service.keyFor('ADMINISTRATOR');
});

const nobody = randomUUID();
const create = async (name?: string | null) =>
  (await workspace(CREATE_PROJECT, { input: { name } })).data.createProject;
const update = async (id: unknown, name?: string | null, caller = project.administrator) =>
  (await caller(UPDATE_PROJECT, { input: { id, name } })).data.updateProject;
const set = async (settings: object) =>
  (await project.administrator(UPDATE_PROJECT, { input: { id: project.id, ...settings } })).data.updateProject;
const remove = async (id: unknown) => (await workspace(DELETE_PROJECT, { input: { id } })).data.deleteProject;

describe('createProject', () => {
  test('makes a project with its three environments, and the trail tells it', async () => {
    const { project: made, userErrors } = await create('  Shop \t assistant ');
    expect(userErrors).toEqual([]);
    expect(made).toEqual({ id: expect.any(String), name: 'Shop assistant', createdAt: expect.stringMatching(/Z$/) });
    const { data } = await workspace(READ_PROJECT, { id: made?.id });
    expect(data.project).toMatchObject({ viewerRole: 'ADMINISTRATOR', accessKeys: [] });
    expect(data.project?.environments.map(({ name }) => name)).toEqual(['Development', 'Staging', 'Production']);
    const trail = await workspace(READ_TRAIL, { id: made?.id });
    expect(trail.data.project?.auditEvents.nodes).toMatchObject([
      { action: 'PROJECT_CREATED', actorName: 'ADMINISTRATOR', subjectId: made?.id },
    ]);
  });

  test.each([undefined, null, '', '  ', '\u200B'])('a name is required: %j', async (name) => {
    expect(await create(name)).toEqual({ project: null, userErrors: [refusal('NAME_REQUIRED', ['name'])] });
  });

  test('a name has at most 100 characters', async () => {
    expect((await create('n'.repeat(101))).userErrors).toEqual([refusal('TOO_LONG', ['name'])]);
    expect((await create('😀'.repeat(100))).userErrors).toEqual([]);
  });

  test('takes an administrator of the workspace', async () => {
    const others = [project.administrator, project.gateway, await service.keyFor('MEMBER')];
    for (const caller of others) {
      expect(errorCode(await caller(CREATE_PROJECT, { input: { name: 'X' } }))).toBe('FORBIDDEN');
    }
  });
});

describe('updateProject', () => {
  test('renames the project, and the trail tells it; the same name changes nothing', async () => {
    expect(await update(project.id, ' Renamed ')).toMatchObject({
      project: { id: project.id, name: 'Renamed' },
      userErrors: [],
    });
    const trail = await project.trail();
    expect(trail[0]).toMatchObject({ action: 'PROJECT_UPDATED', subjectId: project.id, changedFields: ['name'] });
    expect((await update(project.id, 'Renamed')).userErrors).toEqual([]);
    expect((await update(project.id)).project?.name).toBe('Renamed');
    expect(await project.trail()).toEqual(trail);
  });

  test('a name is required, and has at most 100 characters', async () => {
    for (const name of [null, '', ' ']) {
      expect((await update(project.id, name)).userErrors).toEqual([refusal('NAME_REQUIRED', ['name'])]);
    }
    expect((await update(project.id, 'n'.repeat(101))).userErrors).toEqual([refusal('TOO_LONG', ['name'])]);
  });

  test('tells the assistant’s bot and number; null and blank clear them; what is omitted stays', async () => {
    const told = { telegramBot: 'Shop_Bot', whatsAppNumber: '+447911123456' };
    expect(await set({ telegramBot: ' @Shop_Bot', whatsAppNumber: '+44 7911 123456' })).toMatchObject({
      project: { ...told, keepsDeniedAttempts: true },
      userErrors: [],
    });
    const trail = await project.trail();
    expect(trail[0]).toMatchObject({
      action: 'PROJECT_UPDATED',
      changedFields: ['telegramBot', 'whatsAppNumber'],
    });
    expect((await set({ keepsDeniedAttempts: null, telegramBot: 'https://t.me/Shop_Bot' })).project).toMatchObject(
      told,
    );
    expect(await project.trail()).toEqual(trail);
    expect((await set({ telegramBot: null })).project).toMatchObject({ ...told, telegramBot: null });
    expect((await set({ whatsAppNumber: ' \u200B' })).project).toMatchObject({ whatsAppNumber: null });
  });

  test.each([
    'shop',
    'bot',
    '@shop',
    'shop bot',
    'shop-bot',
    'https://example.com/shopbot',
    `${'a'.repeat(30)}bot`,
    'https://t.me/',
  ])('a name of no Telegram bot is refused: %s', async (telegramBot) => {
    expect(await set({ telegramBot })).toEqual({
      project: null,
      userErrors: [refusal('TELEGRAM_BOT_INVALID', ['telegramBot'])],
    });
  });

  test.each([
    'shopbot',
    'SHOP_BOT',
    '@shopbot',
    't.me/shopbot',
    'http://t.me/shopbot/',
    'https://t.me/shopbot?start=x',
    `${'a'.repeat(29)}bot`,
  ])('a name of a Telegram bot is taken as it is written or linked: %s', async (telegramBot) => {
    const bare = telegramBot.replace(/\?.*$|\/$/, '').replace(/^.*[/@]/, '');
    expect((await set({ telegramBot })).project?.telegramBot).toBe(bare);
  });

  test('all that is wrong is told at once, in the order of the form', async () => {
    const { userErrors } = await set({ whatsAppNumber: '07911 123456', telegramBot: 'shop', name: '' });
    expect(userErrors).toEqual([
      refusal('NAME_REQUIRED', ['name']),
      refusal('TELEGRAM_BOT_INVALID', ['telegramBot']),
      refusal('PHONE_NUMBER_INVALID', ['whatsAppNumber'], /must begin with \+/),
    ]);
  });

  test('that denied attempts are not kept deletes those noted at once, and neither who asked, who was approved nor others', async () => {
    const note = (projectId: string, environmentId: string, rows: string) =>
      sql`insert into access_requests (project_id, id, environment_id, channel, external_id, search_text, reason, is_asked, attempts, status)
        select ${projectId}, gen_random_uuid(), ${environmentId}, 'TELEGRAM', external_id, '', 'UNKNOWN_SENDER', is_asked, 1,
          status::access_request_status from json_to_recordset(${rows}) as r(external_id text, is_asked bool, status text)`.execute(
        service.db,
      );
    const rows = JSON.stringify([
      { external_id: '1', is_asked: false, status: 'PENDING' },
      { external_id: '2', is_asked: false, status: 'DISMISSED' },
      { external_id: null, is_asked: false, status: 'APPROVED' },
      { external_id: '4', is_asked: true, status: 'PENDING' },
      { external_id: '5', is_asked: true, status: 'DISMISSED' },
    ]);
    await note(project.id, project.production, rows);
    await note(other.id, other.production, rows);
    const left = async ({ id }: Project) => {
      const query = service.db
        .selectFrom('accessRequests')
        .select(['externalId', 'status'])
        .where('projectId', '=', id);
      return (await query.execute()).map(({ externalId, status }) => `${externalId} ${status}`).toSorted();
    };
    expect((await set({ keepsDeniedAttempts: true })).userErrors).toEqual([]);
    expect(await left(project)).toHaveLength(5);
    expect((await set({ keepsDeniedAttempts: false })).project?.keepsDeniedAttempts).toBe(false);
    expect(await left(project)).toEqual(['4 PENDING', '5 DISMISSED', 'null APPROVED']);
    expect(await left(other)).toHaveLength(5);
    expect((await project.trail())[0]).toMatchObject({ changedFields: ['keepsDeniedAttempts'] });
  });

  test('another project is not found, exactly like an unknown one', async () => {
    const answers = [await update(other.id, 'Mine'), await update(nobody, 'Mine')];
    expect(answers).toEqual(Array(2).fill({ project: null, userErrors: [refusal('NOT_FOUND', ['id'])] }));
    expect((await other.viewer(READ_PROJECT, { id: other.id })).data.project?.name).toBe('Other');
  });

  test('a key that does not administer may not', async () => {
    for (const caller of [project.member, project.viewer, project.gateway]) {
      expect(errorCode(await caller(UPDATE_PROJECT, { input: { id: project.id, name: 'X' } }))).toBe('FORBIDDEN');
    }
  });
});

describe('deleteProject', () => {
  test('deletes it with all that it owns; its keys are keys no more; the trail keeps the fact', async () => {
    const doomed = await service.project('Doomed');
    const user = await doomed.user({ email: 'doomed@x.com' });
    expect(await remove(doomed.id)).toEqual({ deletedProjectId: doomed.id, userErrors: [] });
    expect((await workspace(READ_PROJECT, { id: doomed.id })).data.project).toBeNull();
    expect((await workspace(READ_USER, { id: user.id })).data.user).toBeNull();
    expect(errorCode(await doomed.administrator(READ_VIEWER))).toBe('UNAUTHENTICATED');
    await purge(service.owner);
    const { rows } = await sql<{ left: string }>`
      select 'users' as left from users where project_id = ${doomed.id}
      union all select 'environments' from environments where project_id = ${doomed.id}
      union all select 'user_environments' from user_environments where project_id = ${doomed.id}
      union all select 'access_keys' from access_keys where project_id = ${doomed.id}`.execute(service.db);
    expect(rows).toEqual([]);
    const events = await service.db
      .selectFrom('auditEvents')
      .select(['action', 'actorName'])
      .where('subjectId', '=', doomed.id)
      .where('action', '=', 'PROJECT_DELETED')
      .execute();
    expect(events).toEqual([{ action: 'PROJECT_DELETED', actorName: 'ADMINISTRATOR' }]);
  });

  test('is over at once, whatever the size; what is still there of it is there for nobody, and goes in steps', async () => {
    const doomed = await service.project('Doomed');
    const gateway = await service.keyFor('GATEWAY');
    await addCrowd(service.owner, doomed.id, [doomed.development, doomed.production], {
      users: 250,
      telegramId: 9_000_001,
    });
    const user = await doomed.user({ idempotencyKey: 'the very first one' });
    await doomed.administrator(ADD_PROJECT_MEMBER, {
      input: { projectId: doomed.id, subject: 'doomed', name: 'Ana', role: 'VIEWER' },
    });
    const check = async () => {
      const sender = { channel: 'TELEGRAM', externalId: '9000001' };
      return (await gateway(CHECK_ACCESS, { environmentId: doomed.production, sender })).data.checkAccess.reason;
    };
    expect(await check()).toBe('ALLOWED');
    const again = doomed.form({ phoneNumber: user.phoneNumber, idempotencyKey: 'the very first one' });

    expect(await service.countStatements(() => remove(doomed.id))).toBeLessThan(12);
    const count = async () =>
      Number(
        (await sql<{ count: string }>`select count(*) from users where project_id = ${doomed.id}`.execute(service.db))
          .rows[0]?.count,
      );
    expect(await count()).toBe(251);
    expect(await check()).toBe('UNKNOWN_ENVIRONMENT');
    expect((await workspace(CREATE_USER, { input: again })).data.createUser.userErrors).toEqual([
      refusal('NOT_FOUND', ['projectId']),
    ]);
    const listed = (await workspace(READ_VIEWER)).data.viewer.projects.map(({ id }) => id);
    expect(listed).not.toContain(doomed.id);

    expect(await purge(service.owner, 100)).toBeGreaterThanOrEqual(251);
    expect(await count()).toBe(0);
  });

  test('an unknown one, or one that is gone, is not found', async () => {
    const { project: gone } = await create('Gone');
    await remove(gone?.id);
    const refused = { deletedProjectId: null, userErrors: [refusal('NOT_FOUND', ['id'])] };
    expect([await remove(nobody), await remove(gone?.id)]).toEqual([refused, refused]);
  });

  test('takes an administrator of the workspace, even for one’s own project', async () => {
    const others = [project.administrator, project.viewer, await service.keyFor('MEMBER')];
    for (const caller of others) {
      for (const id of [project.id, other.id]) {
        expect(errorCode(await caller(DELETE_PROJECT, { input: { id } }))).toBe('FORBIDDEN');
      }
    }
  });

  test('against users added at once, nobody is told a fault and nobody is left over', async () => {
    const doomed = await service.project('Doomed');
    const added = Array.from({ length: 5 }, () => workspace(CREATE_USER, { input: doomed.form() }));
    const [removed, ...answers] = await Promise.all([remove(doomed.id), ...added]);
    expect(removed.deletedProjectId).toBe(doomed.id);
    for (const answer of answers) {
      expect(errorCode(answer)).toBeUndefined();
      const { user, userErrors } = answer.data.createUser;
      if (!user) expect(userErrors).toMatchObject([{ code: expect.stringMatching(/NOT_FOUND$/) }]);
    }
    await purge(service.owner);
    const left = await service.db.selectFrom('users').select('id').where('projectId', '=', doomed.id).execute();
    expect(left).toEqual([]);
  });
});

describe('the viewer', () => {
  test('of a project key sees its name, its role and the one project', async () => {
    const { data } = await other.member(READ_VIEWER);
    expect(data.viewer).toEqual({ name: 'MEMBER', role: 'MEMBER', projects: [{ id: other.id, name: 'Other' }] });
    const { data: read } = await other.member(READ_PROJECT, { id: other.id });
    expect(read.project?.viewerRole).toBe('MEMBER');
  });

  test('of a workspace key sees all projects', async () => {
    const { data } = await workspace(READ_VIEWER);
    expect(data.viewer.role).toBe('ADMINISTRATOR');
    expect(data.viewer.projects.map(({ id }) => id)).toEqual(expect.arrayContaining([project.id, other.id]));
  });
});

test('another project and an unknown one are null alike', async () => {
  const answers = [
    await project.viewer(READ_PROJECT, { id: other.id }),
    await project.viewer(READ_PROJECT, { id: nobody }),
  ];
  expect(answers).toEqual([{ data: { project: null } }, { data: { project: null } }]);
});
