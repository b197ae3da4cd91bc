import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { CreateInvitationInput, CreateUserInput, SenderInput } from '../../src/graphql/generated/types.ts';
import {
  CHECK_ACCESS,
  CREATE_INVITATION,
  DELETE_USER,
  LINK_IDENTITY,
  MERGE_USERS,
  READ_INVITATIONS,
  READ_USER,
  REDEEM_INVITATION,
  REVOKE_INVITATION,
  SELF_REGISTER,
  UPDATE_USER,
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

let ids = 7_200_000;
const telegram = (): SenderInput & { externalId: string } => {
  ids += 1;
  return { channel: 'TELEGRAM', externalId: String(ids) };
};
const whatsApp = (phoneNumber?: string | null): SenderInput & { externalId: string } => {
  ids += 1;
  return { channel: 'WHATSAPP', externalId: `US.${ids}`, phoneNumber: phoneNumber?.slice(1) };
};

/** A user of Staging, and a code for them. */
async function invite(fields: Partial<CreateInvitationInput> = {}, form: Partial<CreateUserInput> = {}) {
  const user = await project.user({ environmentIds: [project.staging], ...form });
  return { user, ...(await createCode(user.id, fields)) };
}
async function createCode(userId: string, fields: Partial<CreateInvitationInput> = {}) {
  const { data } = await project.member(CREATE_INVITATION, { input: { userId, ...fields } });
  return { code: String(data.createInvitation.code), invitationId: String(data.createInvitation.invitation?.id) };
}
async function redeem(code: string, sender: SenderInput, environmentId = project.production, caller = project.gateway) {
  return (await caller(REDEEM_INVITATION, { input: { environmentId, sender, code } })).data.redeemInvitation;
}
async function read(id: unknown) {
  return (await project.viewer(READ_USER, { id })).data.user;
}
async function statusOf(userId: string) {
  const { data } = await project.viewer(READ_INVITATIONS, { id: userId });
  return data.user?.invitations[0]?.status;
}
async function revoke(id: string) {
  return (await project.member(REVOKE_INVITATION, { input: { id } })).data.revokeInvitation;
}
async function link(userId: string, { channel, externalId }: SenderInput) {
  const { data } = await project.member(LINK_IDENTITY, { input: { userId, channel, externalId } });
  return data.linkChannelIdentity;
}
async function register(sender: SenderInput) {
  const { data } = await project.gateway(SELF_REGISTER, { input: { environmentId: project.production, sender } });
  return { id: String(data.selfRegisterUser.user?.id) };
}
async function check(sender: SenderInput) {
  return (await project.gateway(CHECK_ACCESS, { environmentId: project.production, sender })).data.checkAccess;
}
async function block({ channel, externalId }: SenderInput) {
  await sql`insert into blocked_senders (project_id, id, channel, external_id, search_text, blocked_by)
    values (${project.id}, gen_random_uuid(), ${channel}::channel, ${externalId}, '', 'Ana')`.execute(service.db);
}
async function blockNumberOf(userId: string) {
  await sql`insert into blocked_senders (project_id, id, phone_number, phone_key, search_text, blocked_by)
    select project_id, gen_random_uuid(), phone_number, phone_key, '', 'Ana' from users where id = ${userId}`.execute(
    service.db,
  );
}
async function unblockAll() {
  await sql`delete from blocked_senders where project_id = ${project.id}`.execute(service.db);
}
async function set(id: string, column: 'expires_at' | 'revoked_at') {
  await sql`update invitations set ${sql.ref(column)} = now() where id = ${id}`.execute(service.db);
}

const BLOCK_USER = `mutation ($input: BlockSenderInput!) { blockSender(input: $input) { userErrors { code } } }`;

const INVALID = { user: null, outcome: null, userErrors: [refusal('INVITATION_INVALID', ['code'])] };

describe('redeemInvitation', () => {
  test('links the sender to the user, and the trail tells it', async () => {
    const { user, code, invitationId } = await invite();
    const sender = telegram();
    const answer = await redeem(code, sender);
    expect(answer).toMatchObject({ user: { id: user.id, version: 2 }, outcome: 'LINKED', userErrors: [] });
    const [identity] = answer.user?.channelIdentities ?? [];
    expect(identity).toMatchObject({ channel: 'TELEGRAM', externalId: sender.externalId, linkedBy: 'INVITATION' });
    const { data } = await project.viewer(READ_INVITATIONS, { id: user.id });
    expect(data.user?.invitations).toMatchObject([{ status: 'REDEEMED', redeemedAt: expect.stringMatching(/Z$/) }]);
    expect((await project.trail(user.id)).slice(0, 2)).toMatchObject([
      { action: 'INVITATION_REDEEMED', actorName: 'GATEWAY', relatedId: invitationId },
      { action: 'CHANNEL_IDENTITY_LINKED', relatedId: identity?.id },
    ]);
  });

  test('lets nobody into an environment', async () => {
    const { user, code } = await invite();
    const sender = telegram();
    await redeem(code, sender);
    expect(await check(sender)).toMatchObject({
      allowed: false,
      reason: 'NOT_IN_ENVIRONMENT',
      user: { id: user.id },
      matchedBy: 'IDENTITY',
    });
    expect((await read(user.id))?.environments.map(({ id }) => id)).toEqual([project.staging]);
  });

  test('stays linked when the user gets another number', async () => {
    const { user, code } = await invite();
    const sender = whatsApp(user.phoneNumber);
    expect((await redeem(code, sender)).outcome).toBe('LINKED');
    const input = { id: user.id, phoneNumber: '+1 202 555 0188' };
    expect((await project.member(UPDATE_USER, { input })).data.updateUser.unlinkedIdentities).toEqual([]);
    expect((await check({ ...sender, phoneNumber: null })).user?.id).toBe(user.id);
  });

  test.each(['TELEGRAM', null] as const)('takes a code for the channel of the sender: %s', async (channel) => {
    const { code } = await invite({ channel });
    expect((await redeem(code, telegram())).outcome).toBe('LINKED');
  });

  test('asked again for the same sender says so, with the used code and with one that is not used, which stays good', async () => {
    const { user, code } = await invite();
    const sender = telegram();
    await redeem(code, sender);
    const again = await createCode(user.id);
    const before = await dumpRows(service.owner);
    for (const each of [code, again.code]) {
      expect(await redeem(each, sender)).toMatchObject({
        user: { id: user.id, version: 2 },
        outcome: 'ALREADY_LINKED',
        userErrors: [],
      });
    }
    expect(await dumpRows(service.owner)).toEqual(before);
    expect((await redeem(again.code, telegram())).outcome).toBe('LINKED');
  });

  test('in an environment that is not there for the key is refused', async () => {
    const { code } = await invite();
    const bound = await service.keyFor('GATEWAY', project.id, [project.staging]);
    const answers = [
      await redeem(code, telegram(), randomUUID()),
      await redeem(code, telegram(), other.production),
      await redeem(code, telegram(), project.production, bound),
    ];
    const refused = { user: null, outcome: null, userErrors: [refusal('ENVIRONMENT_NOT_FOUND', ['environmentId'])] };
    expect(answers).toEqual([refused, refused, refused]);
  });

  test.each([
    [['sender'], {}],
    [['sender', 'externalId'], { phoneNumber: '+15551234567' }],
    [['sender', 'externalId'], { externalId: '@ana' }],
  ])('a sender without an id is refused, whatever the code: %j', async (field, parts) => {
    const { user, code } = await invite();
    for (const each of [code, 'none']) {
      const { userErrors } = await redeem(each, { channel: 'TELEGRAM', ...parts });
      expect(userErrors).toEqual([refusal('SENDER_INVALID', field)]);
    }
    expect(await statusOf(user.id)).toBe('PENDING');
  });

  test.each(['id', 'phone number', 'e-mail address'])(
    'a sender whose %s is of another user is refused, and uses nothing up',
    async (what) => {
      const { user, code } = await invite();
      const holder = await project.user({ email: `${randomUUID()}@x.com` });
      const id = telegram();
      const slack = { channel: 'SLACK', externalId: `T1:U${ids}` } as const;
      if (what === 'id') await link(holder.id, id);
      const sender =
        what === 'id'
          ? id
          : what === 'phone number'
            ? { ...id, phoneNumber: holder.phoneNumber }
            : { ...slack, email: holder.email };
      const { userErrors } = await redeem(code, sender);
      expect(userErrors).toEqual([
        refusal('IDENTITY_CONFLICT', ['sender'], new RegExp(`^Another user has the ${what}$`), holder.id),
      ]);
      expect([await statusOf(user.id), (await read(user.id))?.channelIdentities]).toEqual(['PENDING', []]);
    },
  );

  test('a 21st id of the user is refused, and uses nothing up', async () => {
    const channelIdentities = Array.from({ length: 20 }, () => {
      const { channel, externalId } = telegram();
      return { channel, externalId };
    });
    const { user, code } = await invite({}, { channelIdentities });
    expect((await redeem(code, telegram())).userErrors).toMatchObject([{ code: 'TOO_MANY', field: null }]);
    expect(await statusOf(user.id)).toBe('PENDING');
  });

  test('takes a key of a gateway', async () => {
    const input = { environmentId: project.production, sender: telegram(), code: 'x' };
    for (const caller of [project.administrator, project.member, project.viewer]) {
      expect(errorCode(await caller(REDEEM_INVITATION, { input }))).toBe('FORBIDDEN');
    }
  });

  test('shows a gateway no invitations of the user', async () => {
    const { code } = await invite();
    const document = REDEEM_INVITATION.replace('user {', 'user { invitations { id }');
    const input = { environmentId: project.production, sender: telegram(), code };
    expect(errorCode(await project.gateway(document, { input }))).toBe('FORBIDDEN');
  });
});

/** What is tried, and what undoes it. Each must be answered alike. */
const NOT_GOOD: [string, () => Promise<{ code: string; sender: SenderInput }>][] = [
  ['an unknown code', async () => ({ code: `um-${'A'.repeat(22)}`, sender: telegram() })],
  ['nothing', async () => ({ code: '', sender: telegram() })],
  ['a text of 64 kB', async () => ({ code: 'x'.repeat(65_536), sender: telegram() })],
  ['a text in another alphabet', async () => ({ code: 'привет 👋', sender: telegram() })],
  ['a code with a space behind it', async () => ({ code: `${(await invite()).code} `, sender: telegram() })],
  [
    'the code of another project',
    async () => {
      const { id } = await other.user();
      const { data } = await other.member(CREATE_INVITATION, { input: { userId: id } });
      return { code: String(data.createInvitation.code), sender: telegram() };
    },
  ],
  [
    'an expired code',
    async () => {
      const { code, invitationId } = await invite();
      await set(invitationId, 'expires_at');
      return { code, sender: telegram() };
    },
  ],
  [
    'an expired code of whose user the sender is',
    async () => {
      const { user, code, invitationId } = await invite();
      const sender = telegram();
      await link(user.id, sender);
      await set(invitationId, 'expires_at');
      return { code, sender };
    },
  ],
  [
    'a revoked code',
    async () => {
      const { code, invitationId } = await invite();
      await revoke(invitationId);
      return { code, sender: telegram() };
    },
  ],
  [
    'a revoked code of whose user the sender is',
    async () => {
      const { user, code, invitationId } = await invite();
      const sender = telegram();
      await link(user.id, sender);
      await revoke(invitationId);
      return { code, sender };
    },
  ],
  [
    'a used code, of another sender',
    async () => {
      const { code } = await invite();
      await redeem(code, telegram());
      return { code, sender: telegram() };
    },
  ],
  ['a code for another channel', async () => ({ code: (await invite({ channel: 'SLACK' })).code, sender: telegram() })],
  [
    'a code that a newer one replaced',
    async () => {
      const { user, code } = await invite();
      await createCode(user.id);
      return { code, sender: telegram() };
    },
  ],
  [
    'the code of a deleted user',
    async () => {
      const { user, code } = await invite();
      await project.member(DELETE_USER, { input: { id: user.id } });
      return { code, sender: telegram() };
    },
  ],
  [
    'a blocked sender',
    async () => {
      const sender = telegram();
      await block(sender);
      return { code: (await invite()).code, sender };
    },
  ],
  [
    'a code whose user has a blocked number',
    async () => {
      const { user, code } = await invite();
      await blockNumberOf(user.id);
      return { code, sender: telegram() };
    },
  ],
  [
    'a code whose user has a blocked id',
    async () => {
      const { user, code } = await invite();
      const blocked = telegram();
      await link(user.id, blocked);
      await block(blocked);
      return { code, sender: telegram() };
    },
  ],
  [
    'WhatsApp with a number in sight that is nobody’s',
    async () => ({ code: (await invite()).code, sender: whatsApp('+12025550143') }),
  ],
  [
    'WhatsApp with a number in sight that is another user’s',
    async () => ({ code: (await invite()).code, sender: whatsApp((await project.user()).phoneNumber) }),
  ],
  [
    'WhatsApp with a number in sight that nobody can have',
    async () => ({ code: (await invite()).code, sender: whatsApp('+376312345') }),
  ],
  [
    'WhatsApp with a number in sight while the user has none',
    async () => ({ code: (await createCode((await register(telegram())).id)).code, sender: whatsApp('+12025550144') }),
  ],
  [
    'WhatsApp with the user’s number, which changed hands',
    async () => {
      const { user, code } = await invite();
      await link(user.id, whatsApp());
      return { code, sender: whatsApp(user.phoneNumber) };
    },
  ],
];

describe('a code that is not good', () => {
  test.each(NOT_GOOD)('is refused alike, changes nothing and takes the same statements: %s', async (_, prepare) => {
    await unblockAll();
    const unknown = { environmentId: project.production, sender: telegram(), code: 'unknown' };
    const statements = await service.countStatements(() => project.gateway(REDEEM_INVITATION, { input: unknown }));
    const { code, sender } = await prepare();
    const before = await dumpRows(service.owner);
    let answer: unknown;
    const count = await service.countStatements(async () => {
      answer = await redeem(code, sender);
    });
    expect(answer).toEqual(INVALID);
    expect(answer).toEqual(await redeem('unknown', telegram()));
    expect(count).toBe(statements);
    expect(await dumpRows(service.owner)).toEqual(before);
    await unblockAll();
  });
});

describe('on WhatsApp a code is good', () => {
  test('beside the user’s own number, in either writing of it, and beside none', async () => {
    const { user, code } = await invite({}, { phoneNumber: '+525512345678' });
    expect((await redeem(code, whatsApp('+5215512345678'))).outcome).toBe('LINKED');
    const hidden = await invite();
    expect((await redeem(hidden.code, whatsApp())).user?.id).toBe(hidden.user.id);
    expect((await read(user.id))?.channelIdentities).toHaveLength(1);
  });
});

describe('at once', () => {
  const codesOf = (answers: Awaited<ReturnType<typeof redeem>>[]) =>
    answers.map(({ outcome, userErrors }) => outcome ?? userErrors[0]?.code).toSorted();

  test('of 50 senders of one code one is linked', async () => {
    const { user, code } = await invite();
    const answers = await Promise.all(Array.from({ length: 50 }, () => redeem(code, telegram())));
    expect(codesOf(answers)).toEqual([...Array(49).fill('INVITATION_INVALID'), 'LINKED']);
    expect((await read(user.id))?.channelIdentities).toHaveLength(1);
  });

  test('of 50 retries of one sender one links, and all find them linked', async () => {
    const { user, code } = await invite();
    const sender = telegram();
    const answers = await Promise.all(Array.from({ length: 50 }, () => redeem(code, sender)));
    expect(codesOf(answers)).toEqual([...Array(49).fill('ALREADY_LINKED'), 'LINKED']);
    expect((await read(user.id))?.channelIdentities).toHaveLength(1);
  });

  test('with being revoked, a code is used or revoked, and the sender linked or not', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { user, code, invitationId } = await invite();
      const [answer, revoked] = await Promise.all([redeem(code, telegram()), revoke(invitationId)]);
      const isLinked = answer.outcome === 'LINKED';
      expect(revoked.invitation?.status).toBe(isLinked ? 'REDEEMED' : 'REVOKED');
      expect(await statusOf(user.id)).toBe(isLinked ? 'REDEEMED' : 'REVOKED');
      if (!isLinked) expect(answer).toEqual(INVALID);
      expect((await read(user.id))?.channelIdentities).toHaveLength(isLinked ? 1 : 0);
    }
  });

  test('with the deletion of the user, the sender was linked before or is nobody', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { user, code } = await invite();
      const sender = telegram();
      const [answer] = await Promise.all([
        redeem(code, sender),
        project.member(DELETE_USER, { input: { id: user.id } }),
      ]);
      if (answer.outcome !== 'LINKED') expect(answer).toEqual(INVALID);
      expect((await check(sender)).user).toBeNull();
    }
  });

  test('with a block of the user, the sender was linked before and is blocked with them, or is nobody', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { user, code } = await invite();
      const sender = telegram();
      const input = { projectId: project.id, userId: user.id };
      const [answer] = await Promise.all([redeem(code, sender), project.member(BLOCK_USER, { input })]);
      if (answer.outcome !== 'LINKED') expect(answer).toEqual(INVALID);
      expect((await check(sender)).reason).toBe(answer.outcome === 'LINKED' ? 'BLOCKED' : 'UNKNOWN_SENDER');
      expect(await redeem(code, sender)).toEqual(INVALID);
      await unblockAll();
    }
  });

  test('with a link of the id to another user, one of them has it', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { user, code } = await invite();
      const holder = await project.user();
      const sender = telegram();
      const [answer, linked] = await Promise.all([redeem(code, sender), link(holder.id, sender)]);
      const isLinked = answer.outcome === 'LINKED';
      expect((await check(sender)).user?.id).toBe(isLinked ? user.id : holder.id);
      expect(await statusOf(user.id)).toBe(isLinked ? 'REDEEMED' : 'PENDING');
      if (isLinked) expect(linked.userErrors).toEqual([refusal('IDENTITY_TAKEN', ['externalId'], undefined, user.id)]);
      else expect(answer.userErrors).toEqual([refusal('IDENTITY_CONFLICT', ['sender'], undefined, holder.id)]);
    }
  });

  test('with a merge of the user into another, the sender is the one who is left', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { user, code } = await invite();
      const kept = await project.user();
      const sender = telegram();
      const [answer] = await Promise.all([
        redeem(code, sender),
        project.member(MERGE_USERS, { input: { id: kept.id, mergedId: user.id } }),
      ]);
      expect(answer.outcome).toBe('LINKED');
      expect((await check(sender)).user?.id).toBe(kept.id);
    }
  });
});
