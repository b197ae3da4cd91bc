import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { KyselyPlugin } from 'kysely';
import type { Actor } from '../../src/domain/actor.ts';
import { selfRegisterUser } from '../../src/domain/self-registration.ts';
import type { SelfRegisterUserInput, SenderInput } from '../../src/graphql/generated/types.ts';
import { CHECK_ACCESS, CREATE_USER, READ_USER, SELF_REGISTER, UPDATE_USER } from '../support/documents.ts';
import { errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;

beforeAll(async () => {
  project = await service.project();
});

/** In Production, where it is open. */
async function register(sender: SenderInput, fields: Partial<SelfRegisterUserInput> = {}, caller = project.gateway) {
  const input = { environmentId: project.production, sender, ...fields };
  return (await caller(SELF_REGISTER, { input })).data.selfRegisterUser;
}
async function read(id: unknown) {
  return (await project.viewer(READ_USER, { id })).data.user;
}
const users = async () => {
  const { data } = await project.viewer('query ($id: ID!) { project(id: $id) { users { totalCount } } }', {
    id: project.id,
  });
  return data.project?.users.totalCount;
};

describe('an unknown sender', () => {
  test('becomes a self-registered user of just this environment, and the trail tells it', async () => {
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15557000001', externalId: 'US.7001' };
    const names = { firstName: ' Ana ', middleName: '', lastName: 'Lima', email: 'ana7@x.com' };
    const { user, outcome, userErrors } = await register(sender, names);
    expect([outcome, userErrors]).toEqual(['CREATED', []]);
    expect(user).toMatchObject({
      creationSource: 'SELF_REGISTERED',
      phoneNumber: '+15557000001',
      email: 'ana7@x.com',
      firstName: 'Ana',
      middleName: null,
      lastName: 'Lima',
      environments: [{ id: project.production }],
      channelIdentities: [{ channel: 'WHATSAPP', externalId: 'US.7001' }],
      version: 1,
    });
    expect(await project.trail(String(user?.id))).toMatchObject([
      { action: 'USER_SELF_REGISTERED', actorName: 'GATEWAY', subjectId: user?.id },
    ]);
    const check = await project.gateway(CHECK_ACCESS, { environmentId: project.production, sender });
    expect(check.data.checkAccess).toMatchObject({ allowed: true, user: { id: user?.id } });
  });

  test.each<[SenderInput, string]>([
    [{ channel: 'TELEGRAM', externalId: '7000002' }, '7000002'],
    [{ channel: 'SLACK', externalId: 'T07:U07' }, 'T07:U07'],
    [{ channel: 'WHATSAPP', externalId: '15557000002' }, '15557000002'],
  ])('may be known by its channel identity alone, without names or phone number: %j', async (sender, fullName) => {
    expect((await register(sender)).user).toMatchObject({
      fullName,
      phoneNumber: null,
      firstName: null,
      lastName: null,
      email: null,
    });
  });

  test.each<[SenderInput['channel'], string, string]>([
    ['WHATSAPP', '15557000003', '+15557000003'],
    ['WHATSAPP', '+1 555 700 0004', '+15557000004'],
    ['TELEGRAM', '001 555 700 0005', '+15557000005'],
    ['TELEGRAM', '15557000007', '+15557000007'],
    ['SLACK', '＋１ ５５５ ７００ ０００６', '+15557000006'],
  ])('has its phone number stored in E.164: %s %s', async (channel, phoneNumber, stored) => {
    expect((await register({ channel, phoneNumber })).user?.phoneNumber).toBe(stored);
  });

  test.each<[SenderInput['channel'], string]>([
    ['SLACK', 'E0ANZNL03:W0ANZNNAX'],
    ['WHATSAPP', 'US.ENT.11815799212886844830'],
    ['WHATSAPP', '103899771998284@lid'],
    ['TELEGRAM', String(2 ** 52 - 1)],
  ])('may have any id that names one person: %s %s', async (channel, externalId) => {
    expect(await register({ channel, externalId })).toMatchObject({
      outcome: 'CREATED',
      user: { channelIdentities: [{ channel, externalId }] },
    });
  });

  test('by WhatsApp id is one user from all of their devices', async () => {
    const [first, ...others] = await Promise.all(
      ['7004@lid', '7004:45@lid', '7004_1:2@LID', '7004:99@hosted.lid'].map((externalId) =>
        register({ channel: 'WHATSAPP', externalId }),
      ),
    );
    expect(first?.user?.channelIdentities).toMatchObject([{ channel: 'WHATSAPP', externalId: '7004@lid' }]);
    for (const { user } of others) expect(user?.id).toBe(first?.user?.id);
  });

  test.each<SenderInput>([
    { channel: 'TELEGRAM', externalId: '7000061', phoneNumber: '+88805131234' },
    { channel: 'TELEGRAM', externalId: '7000062', phoneNumber: '+376312345' },
    { channel: 'WHATSAPP', externalId: 'AD.7063', phoneNumber: '376312345' },
  ])('with a phone number that nobody can have here comes in by their id, without it: %j', async (sender) => {
    const { user, outcome } = await register(sender);
    expect(outcome).toBe('CREATED');
    expect(user).toMatchObject({ phoneNumber: null, channelIdentities: [{ externalId: sender.externalId }] });
    expect(await register(sender)).toMatchObject({ outcome: 'ALREADY_REGISTERED', user: { id: user?.id } });
  });

  test('is not kept out by a long name: it is cut between graphemes', async () => {
    const family = '👨\u200D👩\u200D👧';
    const names = {
      firstName: 'a'.repeat(101),
      middleName: `${'b'.repeat(98)}${family}`,
      lastName: '\u200B'.repeat(300),
    };
    expect((await register({ channel: 'TELEGRAM', externalId: '7000064' }, names)).user).toMatchObject({
      firstName: 'a'.repeat(100),
      middleName: 'b'.repeat(98),
      lastName: null,
    });
  });

  test('has their phone number stored in the present writing of its plan', async () => {
    const { user } = await register({ channel: 'WHATSAPP', phoneNumber: '22508765432' });
    expect(user?.phoneNumber).toBe('+2250708765432');
    const again = await register({ channel: 'TELEGRAM', phoneNumber: '+225 07 08 76 54 32' });
    expect(again).toMatchObject({ outcome: 'ALREADY_REGISTERED', user: { id: user?.id } });
  });

  test('is another user in each project', async () => {
    const other = await service.project('Other');
    const sender: SenderInput = { channel: 'TELEGRAM', externalId: '7000008', phoneNumber: '+15557000008' };
    const here = await register(sender);
    const there = await register(sender, { environmentId: other.production }, other.gateway);
    expect([here.outcome, there.outcome]).toEqual(['CREATED', 'CREATED']);
    expect(here.user?.id).not.toBe(there.user?.id);
  });

  test('may not register where it is closed', async () => {
    const before = await users();
    const sender: SenderInput = { channel: 'TELEGRAM', externalId: '7000007' };
    expect(await register(sender, { environmentId: project.staging })).toMatchObject({
      user: null,
      outcome: null,
      userErrors: [refusal('SELF_REGISTRATION_CLOSED', ['environmentId'])],
    });
    expect(await users()).toBe(before);
  });
});

describe('a known sender', () => {
  test('asked again, is already registered, and nothing changes', async () => {
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15557000010', externalId: 'US.7010' };
    const { user } = await register(sender, { firstName: 'Ana', lastName: 'Lima' });
    for (const again of [sender, { channel: 'WHATSAPP', externalId: 'US.7010' } as const]) {
      expect(await register(again, { firstName: 'Eve', email: 'eve7@x.com' })).toMatchObject({
        user,
        outcome: 'ALREADY_REGISTERED',
        userErrors: [],
      });
    }
    expect(await project.trail(String(user?.id))).toHaveLength(1);
  });

  test('by phone number, in whatever form, gets its channel identity linked; source and names stay', async () => {
    const before = await project.user({ phoneNumber: '+52 55 7000 0011', environmentIds: [project.production] });
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '5215570000011', externalId: 'MX.7011' };
    const { user, outcome } = await register(sender, { firstName: 'Eve', lastName: 'Else' });
    expect(outcome).toBe('LINKED_TO_EXISTING');
    expect(user).toMatchObject({
      id: before.id,
      creationSource: 'INVITED',
      fullName: 'Ana Lima',
      version: 2,
      channelIdentities: [{ channel: 'WHATSAPP', externalId: 'MX.7011' }],
    });
    expect((await register(sender)).outcome).toBe('ALREADY_REGISTERED');
    expect((await project.trail(before.id))[0]).toMatchObject({
      action: 'CHANNEL_IDENTITY_LINKED',
      actorName: 'GATEWAY',
      relatedId: user?.channelIdentities[0]?.id,
    });
  });

  test('but not in this environment, is added to it where it is open', async () => {
    const { id } = await project.user({ phoneNumber: '+15557000012', environmentIds: [project.staging] });
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15557000012', externalId: 'US.7012' };
    expect(await register(sender)).toMatchObject({
      outcome: 'ENVIRONMENT_ADDED',
      user: {
        id,
        creationSource: 'INVITED',
        version: 2,
        environments: [{ id: project.staging }, { id: project.production }],
        channelIdentities: [{ externalId: 'US.7012' }],
      },
    });
  });

  test('but not in this environment, is refused where it is closed, and nothing changes', async () => {
    const { id } = await project.user({ phoneNumber: '+15557000013', environmentIds: [project.development] });
    const before = await read(id);
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15557000013' };
    const { user, userErrors, decision } = await register(sender, { environmentId: project.staging });
    expect(user).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'SELF_REGISTRATION_CLOSED', field: ['environmentId'] }]);
    expect(decision).toMatchObject({ reason: 'NOT_IN_ENVIRONMENT', user: { id }, shouldRegister: false });
    expect(await read(id)).toEqual(before);
  });

  test('but not in this environment, has an id linked where it is closed: recognition is not access', async () => {
    const { id } = await project.user({ phoneNumber: '+15557000023', environmentIds: [project.development] });
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15557000023', externalId: 'US.7023' };
    const { user, outcome, decision } = await register(sender, { environmentId: project.staging });
    expect(outcome).toBe('LINKED_TO_EXISTING');
    expect(user).toMatchObject({
      id,
      environments: [{ id: project.development }],
      channelIdentities: [{ externalId: 'US.7023' }],
    });
    expect(decision).toEqual({
      allowed: false,
      reason: 'NOT_IN_ENVIRONMENT',
      user: { id },
      matchedBy: 'IDENTITY',
      selfRegistration: 'CLOSED',
      shouldRegister: false,
    });
  });

  test('in this environment though it is closed, is linked and already registered there', async () => {
    const { id } = await project.user({ phoneNumber: '+15557000014', environmentIds: [project.staging] });
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15557000014', externalId: 'US.7014' };
    const environmentId = project.staging;
    expect(await register(sender, { environmentId })).toMatchObject({ outcome: 'LINKED_TO_EXISTING', user: { id } });
    expect(await register(sender, { environmentId })).toMatchObject({ outcome: 'ALREADY_REGISTERED', user: { id } });
  });

  test('may have an identity on every channel, and several on one', async () => {
    const phoneNumber = '+15557000015';
    const { id } = await project.user({ phoneNumber, environmentIds: [project.production] });
    for (const sender of [
      { channel: 'TELEGRAM', externalId: '7000015' },
      { channel: 'SLACK', externalId: 'T15:U15' },
      { channel: 'SLACK', externalId: 'T15:U16' },
    ] as const) {
      expect((await register({ ...sender, phoneNumber })).outcome).toBe('LINKED_TO_EXISTING');
    }
    expect((await read(id))?.channelIdentities).toHaveLength(3);
  });

  test('by identity and by phone number of two different users is refused, and nothing changes', async () => {
    const one = await project.user({ phoneNumber: '+15557000016', environmentIds: [project.production] });
    const two = (await register({ channel: 'TELEGRAM', externalId: '7000016' })).user;
    const { user, outcome, userErrors } = await register({
      channel: 'TELEGRAM',
      externalId: '7000016',
      phoneNumber: '+15557000016',
    });
    expect([user, outcome]).toEqual([null, null]);
    expect(userErrors).toMatchObject([{ code: 'IDENTITY_CONFLICT', message: expect.stringMatching(/\S/) }]);
    expect([(await read(one.id))?.version, (await read(two?.id))?.version]).toEqual([1, 1]);
  });

  test('who was deleted is a newcomer again', async () => {
    const sender: SenderInput = { channel: 'TELEGRAM', externalId: '7000017' };
    const { user } = await register(sender);
    await project.member('mutation ($id: ID!) { deleteUser(input: { id: $id }) { deletedUserId } }', { id: user?.id });
    const again = await register(sender);
    expect(again.outcome).toBe('CREATED');
    expect(again.user?.id).not.toBe(user?.id);
  });
});

describe('a registration is refused', () => {
  test.each<[SenderInput, string[]]>([
    [{ channel: 'TELEGRAM', externalId: '@ana' }, ['sender', 'externalId']],
    [{ channel: 'TELEGRAM', externalId: '12ab' }, ['sender', 'externalId']],
    [{ channel: 'SLACK', externalId: 'U02DEF' }, ['sender', 'externalId']],
    [{ channel: 'SLACK', externalId: '@ana' }, ['sender', 'externalId']],
    [{ channel: 'SLACK', externalId: 'T02DEF:USLACKBOT' }, ['sender', 'externalId']],
    [{ channel: 'SLACK', externalId: 'T02DEF:B02DEF' }, ['sender', 'externalId']],
    [{ channel: 'TELEGRAM', externalId: '1087968824' }, ['sender', 'externalId']],
    [{ channel: 'TELEGRAM', externalId: '777000' }, ['sender', 'externalId']],
    [{ channel: 'TELEGRAM', externalId: '136817688' }, ['sender', 'externalId']],
    [{ channel: 'TELEGRAM', externalId: '-1001234567890' }, ['sender', 'externalId']],
    [{ channel: 'WHATSAPP', externalId: '@ana' }, ['sender', 'externalId']],
    [{ channel: 'WHATSAPP', externalId: '120363012345678901@g.us' }, ['sender', 'externalId']],
    [{ channel: 'WHATSAPP', externalId: 'status@broadcast' }, ['sender', 'externalId']],
    [{ channel: 'WHATSAPP', externalId: '15557000020', email: 'ana@x.com' }, ['sender', 'email']],
    [{ channel: 'SLACK', email: 'ana@x.com' }, ['sender', 'email']],
    [{ channel: 'SLACK', externalId: 'T02DEF:U02DEF', email: 'ana@' }, ['sender', 'email']],
    [{ channel: 'TELEGRAM' }, ['sender']],
    [{ channel: 'WHATSAPP', phoneNumber: ' ', externalId: ' ' }, ['sender']],
  ])('when the sender is neither a phone number nor an id of its channel: %j', async (sender, field) => {
    expect(await register(sender)).toMatchObject({
      user: null,
      outcome: null,
      userErrors: [refusal('SENDER_INVALID', field)],
    });
  });

  test('with all that is wrong with the sender at once', async () => {
    expect((await register({ channel: 'WHATSAPP', phoneNumber: 'abc', externalId: 'x@g.us' })).userErrors).toEqual([
      refusal('PHONE_NUMBER_INVALID', ['sender', 'phoneNumber']),
      refusal('SENDER_INVALID', ['sender', 'externalId']),
    ]);
  });

  test.each<[SenderInput, RegExp]>([
    [{ channel: 'WHATSAPP', externalId: '15557000020@s.whatsapp.net' }, /as the phone number/],
    [{ channel: 'WHATSAPP', externalId: '15557000020:45@S.WHATSAPP.NET' }, /as the phone number/],
    [{ channel: 'WHATSAPP', externalId: '15557000020@c.us' }, /as the phone number/],
    [{ channel: 'WHATSAPP', externalId: 'whatsapp:+15557000020' }, /as the phone number/],
    [{ channel: 'WHATSAPP', externalId: '120363144038483540@newsletter' }, /no single person/],
    [{ channel: 'TELEGRAM', externalId: '1087968824' }, /one person/],
    [{ channel: 'TELEGRAM', externalId: '@ana' }, /numeric id/],
    [{ channel: 'SLACK', externalId: 'U02DEF' }, /team/],
  ])('with what to send instead of an id that is none: %j', async (sender, message) => {
    expect((await register(sender)).userErrors).toEqual([refusal('SENDER_INVALID', ['sender', 'externalId'], message)]);
  });

  test.each<[SenderInput, RegExp]>([
    [{ channel: 'WHATSAPP', phoneNumber: '123' }, /international format .*\+1 555-123-4567/],
    [{ channel: 'TELEGRAM', phoneNumber: '+88805131234' }, /too few digits for its country code.*\+1 555-123-4567/],
    [{ channel: 'WHATSAPP', phoneNumber: '+15557000020 ext 4' }, /no extension.*\+1 555-123-4567/],
    [{ channel: 'SLACK', phoneNumber: '15557000020' }, /must begin with \+ .*\+1 555-123-4567/],
    [
      { channel: 'TELEGRAM', phoneNumber: '+1 555 CALL NOW', externalId: '7000020' },
      /nothing but digits.*\+1 555-123-4567/,
    ],
    [{ channel: 'SLACK', phoneNumber: '15557000020', externalId: 'T07:U20' }, /must begin with \+/],
  ])('when the phone number is not international: %j', async (sender, message) => {
    expect((await register(sender)).userErrors).toEqual([
      refusal('PHONE_NUMBER_INVALID', ['sender', 'phoneNumber'], message),
    ]);
  });

  test('when the e-mail address is malformed', async () => {
    const { userErrors } = await register({ channel: 'TELEGRAM', externalId: '7000021' }, { email: 'nobody' });
    expect(userErrors).toEqual([refusal('EMAIL_INVALID', ['email'], 'Invalid Email')]);
  });

  test('when another user has the e-mail address', async () => {
    const { id } = await project.user({ email: 'mine7@x.com' });
    const { userErrors } = await register({ channel: 'TELEGRAM', externalId: '7000022' }, { email: 'MINE7@x.com' });
    expect(userErrors).toEqual([refusal('EMAIL_TAKEN', ['email'], undefined, id)]);
  });

  test('when the environment is unknown, of another project, or not one of the key’s own, all alike', async () => {
    const other = await service.project('Other');
    const bound = await service.keyFor('GATEWAY', project.id, [project.staging]);
    const sender: SenderInput = { channel: 'TELEGRAM', externalId: '7000023' };
    const answers = [
      await register(sender, { environmentId: randomUUID() }),
      await register(sender, { environmentId: other.production }),
      await register(sender, {}, bound),
    ];
    const refused = refusal('ENVIRONMENT_NOT_FOUND', ['environmentId']);
    expect(answers).toMatchObject(answers.map(() => ({ user: null, outcome: null, userErrors: [refused] })));
    expect(new Set(answers.map(({ userErrors }) => userErrors[0]?.message)).size).toBe(1);
  });

  test('to every key but a gateway’s', async () => {
    const input = { environmentId: project.production, sender: { channel: 'TELEGRAM', externalId: '7000024' } };
    const workspace = await service.keyFor('ADMINISTRATOR');
    for (const caller of [project.administrator, project.member, project.viewer, workspace]) {
      expect(errorCode(await caller(SELF_REGISTER, { input }))).toBe('FORBIDDEN');
    }
  });
});

describe('webhooks that arrive at once', () => {
  test.each<[string, SenderInput]>([
    ['with a phone number', { channel: 'WHATSAPP', phoneNumber: '15557000030' }],
    ['with an identity', { channel: 'TELEGRAM', externalId: '7000031' }],
    ['with both', { channel: 'WHATSAPP', phoneNumber: '15557000032', externalId: 'US.7032' }],
  ])('register one user: %s', async (_, sender) => {
    const payloads = await Promise.all(Array.from({ length: 8 }, () => register(sender)));
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(payloads.map(({ user }) => user?.id)).size).toBe(1);
    expect(payloads.map(({ outcome }) => outcome).sort()).toEqual([...Array(7).fill('ALREADY_REGISTERED'), 'CREATED']);
  });

  test('link one identity once', async () => {
    const phoneNumber = '+15557000033';
    const { id } = await project.user({ phoneNumber, environmentIds: [project.production] });
    const sender: SenderInput = { channel: 'TELEGRAM', externalId: '7000033', phoneNumber };
    const payloads = await Promise.all(Array.from({ length: 6 }, () => register(sender)));
    expect(payloads.map(({ outcome }) => outcome).sort()).toEqual([
      ...Array(5).fill('ALREADY_REGISTERED'),
      'LINKED_TO_EXISTING',
    ]);
    expect(await read(id)).toMatchObject({ version: 2, channelIdentities: [{ externalId: '7000033' }] });
  });

  test('add the environment once', async () => {
    const { id } = await project.user({ phoneNumber: '+15557000034', environmentIds: [project.staging] });
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15557000034' };
    const payloads = await Promise.all(Array.from({ length: 6 }, () => register(sender)));
    expect(payloads.map(({ outcome }) => outcome).sort()).toEqual([
      ...Array(5).fill('ALREADY_REGISTERED'),
      'ENVIRONMENT_ADDED',
    ]);
    expect((await read(id))?.version).toBe(2);
  });

  test('of two forms of one number register one user', async () => {
    const payloads = await Promise.all(
      ['5511970000035', '551170000035', '+55 11 97000-0035', '00551170000035'].map((phoneNumber) =>
        register({ channel: 'WHATSAPP', phoneNumber }),
      ),
    );
    expect(new Set(payloads.map(({ user }) => user?.id)).size).toBe(1);
  });

  test('beside the owner who adds the same person make one user of both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const form = project.form({ environmentIds: [project.production] });
      const sender: SenderInput = { channel: 'TELEGRAM', externalId: `700004${round}`, phoneNumber: form.phoneNumber };
      const [{ user }, created] = await Promise.all([register(sender), project.member(CREATE_USER, { input: form })]);
      const { user: invited, userErrors } = created.data.createUser;
      if (invited) expect(invited.id).toBe(user?.id);
      else expect(userErrors).toEqual([refusal('PHONE_NUMBER_TAKEN', ['phoneNumber'], undefined, user?.id)]);
    }
  });

  test('beside the owner who edits the user lose neither’s change', async () => {
    const phoneNumber = '+15557000050';
    const { id } = await project.user({ phoneNumber, environmentIds: [project.production] });
    await Promise.all([
      register({ channel: 'TELEGRAM', externalId: '7000050', phoneNumber }),
      project.member(UPDATE_USER, { input: { id, firstName: 'Eva' } }),
    ]);
    expect(await read(id)).toMatchObject({
      firstName: 'Eva',
      version: 3,
      channelIdentities: [{ externalId: '7000050' }],
    });
  });
});

test('somebody who is added with the number and the address between two of its statements is the one who registers', async () => {
  for (let statement = 1; statement <= 4; statement += 1) {
    const [phoneNumber, email] = [`1555790000${statement}`, `late${statement}@example.com`];
    let asked = 0;
    let id: unknown;
    const addUser: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        asked += 1;
        const environmentIds = [project.production];
        if (asked === statement)
          ({ id } = await project.user({ phoneNumber: `+${phoneNumber}`, email, environmentIds }));
        return result;
      },
    };
    const { user, outcome } = await selfRegisterUser(
      { actor: GATEWAY, db: service.db.withPlugin(addUser), shortReads: service.db },
      { environmentId: project.production, sender: { channel: 'WHATSAPP', phoneNumber }, email },
    );
    expect([statement, outcome, user?.id]).toEqual([statement, 'ALREADY_REGISTERED', id]);
  }
});

const GATEWAY: Actor = {
  kind: 'accessKey',
  id: randomUUID(),
  name: 'gateway',
  grants: { id: null, role: 'GATEWAY' },
  environmentIds: null,
};
