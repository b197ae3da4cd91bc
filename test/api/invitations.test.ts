import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { CreateInvitationInput } from '../../src/graphql/generated/types.ts';
import {
  CREATE_INVITATION,
  DELETE_USER,
  MERGE_USERS,
  READ_INVITATIONS,
  REVOKE_INVITATION,
  UPDATE_PROJECT,
} from '../support/documents.ts';
import { dumpRows } from '../support/dump.ts';
import { errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let other: Project;

beforeAll(async () => {
  project = await service.project();
  other = await service.project('Other');
});

const DAY = 24 * 60 * 60 * 1000;

async function create(input: CreateInvitationInput, caller = project.member) {
  return (await caller(CREATE_INVITATION, { input })).data.createInvitation;
}
async function revoke(id: unknown, caller = project.member) {
  return (await caller(REVOKE_INVITATION, { input: { id } })).data.revokeInvitation;
}
async function list(userId: string) {
  return (await project.viewer(READ_INVITATIONS, { id: userId })).data.user?.invitations ?? [];
}
async function statuses(userId: string) {
  return (await list(userId)).map(({ channel, status }) => [channel, status]).toSorted();
}
async function change(id: unknown, column: 'expires_at' | 'redeemed_at') {
  await sql`update invitations set ${sql.ref(column)} = now() where id = ${id}`.execute(service.db);
}
async function setUp(settings: object, of = project) {
  return (await of.administrator(UPDATE_PROJECT, { input: { id: of.id, ...settings } })).data.updateProject;
}

describe('createInvitation', () => {
  test('answers a code that lasts 7 days and works on any channel, and the trail tells it', async () => {
    const { id } = await project.user();
    const { invitation, code, userErrors } = await create({ userId: id });
    expect(userErrors).toEqual([]);
    expect(code).toMatch(/^um-[A-Za-z0-9_-]{22}$/);
    expect(invitation).toMatchObject({ user: { id }, channel: null, status: 'PENDING', redeemedAt: null });
    const lasts = Date.parse(String(invitation?.expiresAt)) - Date.parse(String(invitation?.createdAt));
    expect(lasts).toBe(7 * DAY);
    expect((await project.trail(id))[0]).toMatchObject({
      action: 'INVITATION_CREATED',
      subjectId: id,
      relatedId: invitation?.id,
    });
  });

  test('keeps the SHA-256 of the code, and the code in no row', async () => {
    const { id } = await project.user();
    const { invitation, code } = await create({ userId: id });
    const { codeHash } = await service.db
      .selectFrom('invitations')
      .select('codeHash')
      .where('id', '=', String(invitation?.id))
      .executeTakeFirstOrThrow();
    expect(codeHash).toEqual(createHash('sha256').update(String(code)).digest());
    expect(JSON.stringify(await dumpRows(service.owner))).not.toContain(String(code).slice(3));
  });

  test('takes an expiry of at most 30 days', async () => {
    const { id } = await project.user();
    const expiresAt = new Date(Date.now() + 30 * DAY - 1000);
    const { invitation } = await create({ userId: id, expiresAt });
    expect(invitation?.expiresAt).toBe(expiresAt.toISOString());
  });

  test.each([
    ['EXPIRY_IN_PAST', -1000],
    ['EXPIRY_TOO_FAR', 30 * DAY + 60_000],
  ] as const)('an expiry that does not fit is refused: %s', async (code, from) => {
    const { id } = await project.user();
    const answer = await create({ userId: id, expiresAt: new Date(Date.now() + from) });
    expect(answer).toEqual({ invitation: null, code: null, links: null, userErrors: [refusal(code, ['expiresAt'])] });
    expect(await list(id)).toEqual([]);
  });

  test('a user of another project is not found, exactly like an unknown one', async () => {
    const theirs = await other.user();
    for (const userId of [theirs.id, randomUUID()]) {
      expect((await create({ userId })).userErrors).toEqual([refusal('NOT_FOUND', ['userId'])]);
    }
  });

  test.each(['phone number', 'id'])('a user is refused while their %s is blocked', async (what) => {
    const user = await project.user({
      channelIdentities: [{ channel: 'TELEGRAM', externalId: what === 'id' ? '7100001' : '7100002' }],
    });
    const { id: pending } = (await create({ userId: user.id })).invitation ?? {};
    if (what === 'id') {
      await sql`insert into blocked_senders (project_id, id, channel, external_id, search_text, blocked_by)
        values (${project.id}, gen_random_uuid(), 'TELEGRAM', '7100001', '', 'Ana')`.execute(service.db);
    } else {
      await sql`insert into blocked_senders (project_id, id, phone_number, phone_key, search_text, blocked_by)
        select project_id, gen_random_uuid(), phone_number, phone_key, '', 'Ana' from users where id = ${user.id}`.execute(
        service.db,
      );
    }
    expect((await create({ userId: user.id })).userErrors).toEqual([refusal('SENDER_BLOCKED', ['userId'])]);
    expect(await list(user.id)).toMatchObject([{ id: pending, status: 'PENDING' }]);
    await sql`delete from blocked_senders where project_id = ${project.id}`.execute(service.db);
    expect((await create({ userId: user.id })).userErrors).toEqual([]);
  });

  test('takes a key that may write users', async () => {
    const input = { userId: randomUUID() };
    for (const caller of [project.viewer, project.gateway]) {
      expect(errorCode(await caller(CREATE_INVITATION, { input }))).toBe('FORBIDDEN');
    }
  });
});

describe('a newer invitation', () => {
  test('of the user for the same channel revokes the older one, which the trail tells, and no other', async () => {
    const [ana, ben] = [await project.user(), await project.user()];
    await create({ userId: ana.id });
    await create({ userId: ana.id, channel: 'SLACK' });
    const { invitation } = await create({ userId: ana.id, channel: 'TELEGRAM' });
    await create({ userId: ben.id, channel: 'TELEGRAM' });
    await create({ userId: ana.id, channel: 'TELEGRAM' });
    expect(await statuses(ana.id)).toEqual(
      [
        [null, 'PENDING'],
        ['SLACK', 'PENDING'],
        ['TELEGRAM', 'PENDING'],
        ['TELEGRAM', 'REVOKED'],
      ].toSorted(),
    );
    expect(await statuses(ben.id)).toEqual([['TELEGRAM', 'PENDING']]);
    const revoked = (await project.trail(ana.id)).filter(({ action }) => action === 'INVITATION_REVOKED');
    expect(revoked).toMatchObject([{ relatedId: invitation?.id }]);
  });

  test('for any channel revokes all of the user that are pending', async () => {
    const { id } = await project.user();
    const expired = (await create({ userId: id, channel: 'WHATSAPP' })).invitation;
    await change(expired?.id, 'expires_at');
    await create({ userId: id, channel: 'SLACK' });
    await create({ userId: id });
    await create({ userId: id });
    expect(await statuses(id)).toEqual(
      [
        [null, 'PENDING'],
        [null, 'REVOKED'],
        ['SLACK', 'REVOKED'],
        ['WHATSAPP', 'EXPIRED'],
      ].toSorted(),
    );
  });

  test('made at once with another leaves one pending', async () => {
    for (const channel of [null, 'TELEGRAM'] as const) {
      const { id } = await project.user();
      await Promise.all(Array.from({ length: 4 }, () => create({ userId: id, channel })));
      const pending = (await list(id)).filter(({ status }) => status === 'PENDING');
      expect(pending).toHaveLength(1);
    }
  });
});

describe('the links', () => {
  test('carry the code to the bot and the number that the project names', async () => {
    await setUp({ telegramBot: '@Ana_bot', whatsAppNumber: '+44 7911 123456' });
    const { id } = await project.user();
    const { code, links } = await create({ userId: id });
    expect(links).toEqual({
      telegram: `https://t.me/Ana_bot?start=${code}`,
      whatsApp: `https://wa.me/447911123456?text=${code}`,
    });
  });

  test('are there only for the channel of the invitation', async () => {
    const { id } = await project.user();
    const filled = async (channel: 'TELEGRAM' | 'WHATSAPP' | 'SLACK') => {
      const { links } = await create({ userId: id, channel });
      return [links?.telegram, links?.whatsApp].map((link) => typeof link === 'string');
    };
    expect([await filled('TELEGRAM'), await filled('WHATSAPP'), await filled('SLACK')]).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  test('are null while the project names neither', async () => {
    const { id } = await other.user();
    expect((await create({ userId: id }, other.member)).links).toEqual({ telegram: null, whatsApp: null });
  });
});

describe('revokeInvitation', () => {
  test('ends a pending invitation, and the trail tells it once', async () => {
    const { id } = await project.user();
    const { invitation } = await create({ userId: id });
    for (let again = 0; again < 2; again += 1) {
      expect(await revoke(invitation?.id)).toMatchObject({ invitation: { status: 'REVOKED' }, userErrors: [] });
    }
    const revoked = (await project.trail(id)).filter(({ action }) => action === 'INVITATION_REVOKED');
    expect(revoked).toMatchObject([{ subjectId: id, relatedId: invitation?.id }]);
  });

  test.each([
    ['redeemed_at', 'REDEEMED'],
    ['expires_at', 'EXPIRED'],
  ] as const)('leaves one that has ended as it is: %s', async (column, status) => {
    const { id } = await project.user();
    const { invitation } = await create({ userId: id });
    await change(invitation?.id, column);
    const before = await dumpRows(service.owner);
    expect(await revoke(invitation?.id)).toMatchObject({ invitation: { status }, userErrors: [] });
    expect(await dumpRows(service.owner)).toEqual(before);
  });

  test('one of another project is not found, exactly like an unknown one', async () => {
    const { invitation } = await create({ userId: (await other.user()).id }, other.member);
    for (const id of [invitation?.id, randomUUID()]) {
      expect(await revoke(id)).toEqual({ invitation: null, userErrors: [refusal('NOT_FOUND', ['id'])] });
    }
  });

  test('takes a key that may write users', async () => {
    for (const caller of [project.viewer, project.gateway]) {
      expect(errorCode(await caller(REVOKE_INVITATION, { input: { id: randomUUID() } }))).toBe('FORBIDDEN');
    }
  });
});

describe('the invitations of a user', () => {
  test('are listed newest first, at most 20 of each, in one statement for several users', async () => {
    const users = [await project.user({ lastName: 'Listed' }), await project.user({ lastName: 'Listed' })];
    for (const { id } of users) {
      await sql`insert into invitations (project_id, id, user_id, code_hash, created_at, expires_at)
        select ${project.id}, gen_random_uuid(), ${id}, sha256((${id} || n)::bytea), '2030-01-01Z'::timestamptz + n * interval '1 second',
          '2030-01-09Z' from generate_series(1, 25) n`.execute(service.db);
    }
    const query = `query ($id: ID!) { project(id: $id) { users(search: "Listed") { nodes { invitations { createdAt } } } } }`;
    const { data } = await project.viewer(query, { id: project.id });
    for (const { invitations } of data.project?.users.nodes ?? []) {
      const seconds = invitations.map(({ createdAt }) => new Date(String(createdAt)).getUTCSeconds());
      expect(seconds).toEqual(Array.from({ length: 20 }, (_, place) => 25 - place));
    }
    const several =
      'query ($a: ID!, $b: ID!) { a: user(id: $a) { invitations { id } } b: user(id: $b) { invitations { id } } }';
    const count = (b?: string) => service.countStatements(() => project.viewer(several, { a: users[0]?.id, b }));
    expect(await count(users[1]?.id)).toBe(await count(users[0]?.id));
  });

  test('go with their user', async () => {
    const { id } = await project.user();
    const { invitation } = await create({ userId: id });
    await project.member(DELETE_USER, { input: { id } });
    expect((await revoke(invitation?.id)).userErrors).toEqual([refusal('NOT_FOUND', ['id'])]);
  });

  test('become those of the kept user when two are merged', async () => {
    const [kept, merged] = [await project.user(), await project.user()];
    const { invitation } = await create({ userId: merged.id });
    await project.member(MERGE_USERS, { input: { id: kept.id, mergedId: merged.id } });
    expect(await list(kept.id)).toMatchObject([{ id: invitation?.id, status: 'PENDING', user: { id: kept.id } }]);
  });
});
