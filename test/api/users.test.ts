import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { CreateUserInput, UpdateUserInput } from '../../src/graphql/generated/types.ts';
import { CREATE_USER, DELETE_USER, READ_USER, SELF_REGISTER, UPDATE_USER } from '../support/documents.ts';
import { errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let other: Project;

beforeAll(async () => {
  project = await service.project();
  other = await service.project('Other');
});

async function create(fields: Partial<CreateUserInput> = {}) {
  return (await project.member(CREATE_USER, { input: project.form(fields) })).data.createUser;
}
async function update(id: unknown, fields: Partial<UpdateUserInput>, caller = project.member) {
  return (await caller(UPDATE_USER, { input: { id, ...fields } })).data.updateUser;
}
async function remove(id: unknown, caller = project.member) {
  return (await caller(DELETE_USER, { input: { id } })).data.deleteUser;
}
async function read(id: unknown, caller = project.viewer) {
  return (await caller(READ_USER, { id })).data.user;
}
async function register(sender: object, fields: object = {}) {
  const input = { environmentId: project.production, sender, ...fields };
  const { user } = (await project.gateway(SELF_REGISTER, { input })).data.selfRegisterUser;
  if (!user) throw new Error('not registered');
  return user;
}
const nobody = randomUUID();

describe('createUser', () => {
  test('adds an invited user with its environments, and the trail tells who did it', async () => {
    const { user, userErrors } = await create({
      phoneNumber: '+1 555-123-4567',
      email: ' Ana@Example.com ',
      firstName: ' Ana ',
      middleName: 'Maria   do',
      lastName: 'Lima',
      environmentIds: [project.production, project.development, project.production],
    });
    expect(userErrors).toEqual([]);
    expect(user).toMatchObject({
      phoneNumber: '+15551234567',
      email: 'Ana@Example.com',
      firstName: 'Ana',
      middleName: 'Maria do',
      fullName: 'Ana Maria do Lima',
      initials: 'AL',
      creationSource: 'INVITED',
      version: 1,
      environments: [{ type: 'DEVELOPMENT' }, { type: 'PRODUCTION' }],
      channelIdentities: [],
    });
    expect(user?.createdAt).toEqual(user?.updatedAt);
    expect(await read(user?.id)).toEqual({ ...user, project: { id: project.id } });
    expect(await project.trail(String(user?.id))).toMatchObject([
      { action: 'USER_CREATED', actorName: 'MEMBER', subjectId: user?.id, user: { id: user?.id } },
    ]);
  });

  test('an empty form is told everything at once, in the order of the form', async () => {
    const input = { projectId: project.id, email: 'nobody' };
    const { user, userErrors } = (await project.member(CREATE_USER, { input })).data.createUser;
    expect(user).toBeNull();
    expect(userErrors).toEqual([
      refusal('PHONE_NUMBER_REQUIRED', ['phoneNumber'], 'Phone number is required'),
      refusal('EMAIL_INVALID', ['email'], 'Invalid Email'),
      refusal('FIRST_NAME_REQUIRED', ['firstName'], 'First name is required'),
      refusal('LAST_NAME_REQUIRED', ['lastName'], 'Last name is required'),
      refusal('ENVIRONMENT_REQUIRED', ['environmentIds'], 'Please select at least one environment'),
    ]);
    const blank = {
      phoneNumber: ' \u200E',
      email: '\t',
      firstName: '\u200B',
      lastName: ' \u202E ',
      environmentIds: [],
    };
    expect((await create(blank)).userErrors.map(({ code }) => code)).toEqual([
      'PHONE_NUMBER_REQUIRED',
      'FIRST_NAME_REQUIRED',
      'LAST_NAME_REQUIRED',
      'ENVIRONMENT_REQUIRED',
    ]);
  });

  test('what is malformed, too long, taken and unknown is told at once too', async () => {
    const { id } = await project.user({ email: 'first@x.com' });
    const { userErrors } = await create({
      phoneNumber: '555-1234',
      email: 'FIRST@X.com',
      firstName: 'a'.repeat(101),
      middleName: 'b'.repeat(101),
      lastName: null,
      environmentIds: [project.staging, nobody],
    });
    expect(userErrors).toEqual([
      refusal('PHONE_NUMBER_INVALID', ['phoneNumber'], /\+1 555-123-4567/),
      refusal('EMAIL_TAKEN', ['email'], undefined, id),
      refusal('TOO_LONG', ['firstName']),
      refusal('TOO_LONG', ['middleName']),
      refusal('LAST_NAME_REQUIRED', ['lastName'], 'Last name is required'),
      refusal('ENVIRONMENT_NOT_FOUND', ['environmentIds']),
    ]);
  });

  test('a phone number of another user of the project is taken, in whatever form; of another project it is free', async () => {
    const { id } = await project.user({ phoneNumber: '+52 55 1234 5678' });
    for (const phoneNumber of ['+525512345678', '+52 1 55 1234 5678', '0052 55 1234 5678']) {
      const { user, userErrors } = await create({ phoneNumber });
      expect(user).toBeNull();
      expect(userErrors).toEqual([refusal('PHONE_NUMBER_TAKEN', ['phoneNumber'], undefined, id)]);
    }
    expect((await other.user({ phoneNumber: '+525512345678' })).phoneNumber).toBe('+525512345678');
  });

  test('an e-mail address is unique in the project without regard to case, and kept as typed', async () => {
    const { id, email } = await project.user({ email: 'Jürgen@Exämple.com' });
    expect(email).toBe('Jürgen@Exämple.com');
    const { userErrors } = await create({ email: 'JÜRGEN@EXÄMPLE.COM' });
    expect(userErrors).toEqual([refusal('EMAIL_TAKEN', ['email'], undefined, id)]);
    expect((await other.user({ email })).email).toBe(email);
  });

  test.each(['nobody', '@x.com', 'a@', 'a b@x.com', 'a@x', 'a@@x.com', 'a@x..com', `${'a'.repeat(250)}@x.com`])(
    'an e-mail address must be one: %s',
    async (email) => {
      expect((await create({ email })).userErrors).toEqual([refusal('EMAIL_INVALID', ['email'], 'Invalid Email')]);
    },
  );

  test('an e-mail address of 254 characters is accepted, one of 255 is not', async () => {
    const longest = `${'l'.repeat(64)}@${'d'.repeat(62)}.${'d'.repeat(62)}.${'d'.repeat(59)}.com`;
    expect(longest).toHaveLength(254);
    expect((await create({ email: longest })).userErrors).toEqual([]);
    expect((await create({ email: longest.replace('.com', '.comm') })).userErrors).toHaveLength(1);
  });

  test('two users without an e-mail address do not stand in each other’s way', async () => {
    expect([await create({ email: '' }), await create({ email: null })]).toMatchObject([
      { user: { email: null } },
      { user: { email: null } },
    ]);
  });

  test("an environment of another project, or an unknown one, is not found; one good one beside it doesn't help", async () => {
    for (const environmentIds of [[other.development], [nobody], [project.development, other.development]]) {
      expect((await create({ environmentIds })).userErrors).toEqual([
        refusal('ENVIRONMENT_NOT_FOUND', ['environmentIds']),
      ]);
    }
  });

  test('another project is not found, exactly like an unknown one, and nothing else of it is told', async () => {
    const answers = await Promise.all(
      [other.id, nobody].map(async (projectId) => (await create({ projectId })).userErrors),
    );
    expect(answers[0]).toEqual([refusal('NOT_FOUND', ['projectId'])]);
    expect(answers[1]).toEqual(answers[0]);
  });

  test('a key that only reads, and a gateway’s, may not', async () => {
    for (const caller of [project.viewer, project.gateway]) {
      expect(errorCode(await caller(CREATE_USER, { input: project.form() }))).toBe('FORBIDDEN');
    }
  });

  test('of several with one phone number or e-mail address at once, one is added, the others are told whose it is', async () => {
    for (const [taken, code] of [
      [{ phoneNumber: '+1 555 999 0001' }, 'PHONE_NUMBER_TAKEN'],
      [{ email: 'race@x.com' }, 'EMAIL_TAKEN'],
    ] as const) {
      const payloads = await Promise.all(Array.from({ length: 6 }, () => create(taken)));
      const [winner, ...more] = payloads.flatMap(({ user }) => user ?? []);
      expect(more).toEqual([]);
      const losers = payloads.filter(({ user }) => !user);
      expect(losers.map(({ userErrors }) => userErrors)).toEqual(
        losers.map(() => [refusal(code, Object.keys(taken), undefined, winner?.id)]),
      );
    }
  });
});

describe('a phone number', () => {
  test.each([
    ['typed', '+1 555-200-0001', '+15552000001'],
    ['with 00', '001 (555) 200.0002', '+15552000002'],
    ['full-width', '＋１　５５５ ２００ ０００３', '+15552000003'],
    ['Arabic-Indic', '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', '+966501234567'],
    ['Persian', '+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹', '+989123456789'],
    ['with no-break spaces', '+1\u00A0555\u202F200\u00A00004', '+15552000004'],
    ['with direction marks', '\u202A+1 555 200 0005\u202C\u200E', '+15552000005'],
    ['with typographic dashes', '+1 555\u2011200\u20130006', '+15552000006'],
    ['of fifteen digits', '+49 1512 3456789012'.slice(0, 18), '+491512345678901'],
  ])('is taken as people write and paste it: %s', async (_, phoneNumber, stored) => {
    expect(await create({ phoneNumber })).toMatchObject({ user: { phoneNumber: stored }, userErrors: [] });
  });

  test.each([
    '5552000001',
    '+1 555 200',
    '+123456789',
    '+376 312 345',
    '+298 211 234',
    '+1 555 200 0001 ext. 5',
    '+1 555 200 0001 x5',
    '+1 555 200 0001;ext=5',
    '+1 555 CALL NOW',
    'call +1 555 200 0001',
    'tel:+15552000001;ext=5',
    '+1234567890123456',
    '++15552000001',
    '+999 123 456 7890',
    '+',
    '-',
  ])('must be international, possible, of 10 to 15 digits and digits alone: %s', async (phoneNumber) => {
    expect((await create({ phoneNumber })).userErrors).toEqual([
      refusal('PHONE_NUMBER_INVALID', ['phoneNumber'], /\+1 555-123-4567/),
    ]);
  });

  test.each([
    ['Mexico', '+52 1 33 1234 5678', '+52 33 1234 5678'],
    ['Argentina', '+54 9 11 2345 6789', '+54 11 2345 6789'],
    ['Brazil', '+55 21 98765 4321', '+55 21 8765 4321'],
  ])('that a channel writes in two ways is one: %s', async (_, one, another) => {
    const { id } = await project.user({ phoneNumber: one });
    const [taken] = (await create({ phoneNumber: another })).userErrors;
    expect(taken).toEqual(refusal('PHONE_NUMBER_TAKEN', ['phoneNumber'], undefined, id));
    expect((await update(id, { phoneNumber: another })).userErrors).toEqual([]);
  });

  test('of a Brazilian landline is no mobile without its ninth digit', async () => {
    await project.user({ phoneNumber: '+55 31 3456 7890' });
    expect((await create({ phoneNumber: '+55 31 93456 7890' })).userErrors).toEqual([]);
  });

  test('is shown in E.164, or grouped for reading', async () => {
    const { id } = await project.user({ phoneNumber: '+15552000077' });
    const { data } = await project.viewer(
      'query ($id: ID!) { user(id: $id) { phoneNumber international: phoneNumber(format: INTERNATIONAL) } }',
      { id },
    );
    expect(data.user).toEqual({ phoneNumber: '+15552000077', international: '+1 555 200 0077' });
  });

  test('once stored is not judged again when another field is edited', async () => {
    const { id } = await project.user();
    const short = '+376312345';
    await sql`update users set phone_number = ${short}, phone_key = ${short} where id = ${id}`.execute(service.db);
    expect((await update(id, { firstName: 'Eva' })).userErrors).toEqual([]);
    expect((await update(id, { firstName: 'Iva', phoneNumber: '+376 312-345' })).user).toMatchObject({
      firstName: 'Iva',
      phoneNumber: short,
    });
    expect((await update(id, { phoneNumber: '+376 312 346' })).userErrors).toMatchObject([
      { code: 'PHONE_NUMBER_INVALID' },
    ]);
  });
});

describe('a name', () => {
  test.each([
    ['is composed', 'Jose\u0301', 'José'],
    ['is trimmed, its inner white space collapsed', ' \u00A0Ana\t\u3000 Maria\n', 'Ana Maria'],
    ['loses control characters', 'A\u0007n\u0001a', 'Ana'],
    ['loses direction overrides', '\u202EanA\u2066x\u2069', 'anAx'],
    ['keeps what joins Persian letters', 'علی\u200Cرضا', 'علی\u200Cرضا'],
    ['may have 100 characters', '😀'.repeat(100), '😀'.repeat(100)],
  ])('%s', async (_, typed, stored) => {
    expect((await create({ firstName: typed, middleName: typed, lastName: typed })).user).toMatchObject({
      firstName: stored,
      middleName: stored,
      lastName: stored,
    });
  });

  test.each(['\u200B', '\u200D\uFEFF', '\u00AD', '\u2060 \u2800', '\u202E'])(
    'of nothing visible is missing (%j)',
    async (name) => {
      const { userErrors } = await create({ firstName: name, middleName: name, lastName: name });
      expect(userErrors.map(({ code }) => code)).toEqual(['FIRST_NAME_REQUIRED', 'LAST_NAME_REQUIRED']);
    },
  );

  test.each([
    ['Ana', 'Lima', 'AL'],
    ['👨\u200D👩\u200D👧 family', '🇧🇷', '👨\u200D👩\u200D👧🇧🇷'],
    ['E\u0301va', 'नि', 'Éनि'],
    ['王', '小明', '王小'],
  ])('has initials by grapheme: %s %s', async (firstName, lastName, initials) => {
    expect((await create({ firstName, middleName: 'M', lastName })).user?.initials).toBe(initials);
  });
});

describe('updateUser', () => {
  test('changes what is given and nothing else, raises the version by one, and the trail names the fields', async () => {
    const before = await project.user({ email: 'before@x.com', middleName: 'M' });
    const { user, userErrors } = await update(before.id, { expectedVersion: 1, lastName: 'Souza' });
    expect(userErrors).toEqual([]);
    expect(user).toEqual({
      ...before,
      lastName: 'Souza',
      fullName: 'Ana M Souza',
      initials: 'AS',
      version: 2,
      updatedAt: expect.any(String),
    });
    expect(await project.trail(before.id)).toMatchObject([
      { action: 'USER_UPDATED', actorName: 'MEMBER', changedFields: ['lastName'] },
      { action: 'USER_CREATED' },
    ]);
  });

  test('null and blank clear the e-mail address and the middle name', async () => {
    for (const nothing of [null, '', ' \t']) {
      const { id } = await project.user({ email: 'clear@x.com', middleName: 'M' });
      const { user } = await update(id, { email: nothing, middleName: nothing });
      expect(user).toMatchObject({ email: null, middleName: null, fullName: 'Ana Lima', version: 2 });
      await remove(id);
    }
  });

  test('of nothing, or of what is there already, leaves the user and the version alone and the trail silent', async () => {
    const { projectId: _, ...form } = project.form({ email: 'same@x.com' });
    const before = await project.user(form);
    for (const fields of [{}, form, { expectedVersion: 1 }, { environmentIds: [...(form.environmentIds ?? [])] }]) {
      expect(await update(before.id, fields)).toEqual({ user: before, unlinkedIdentities: [], userErrors: [] });
    }
    expect(await project.trail(before.id)).toHaveLength(1);
  });

  test('takes the environments as the whole new set, duplicates as one', async () => {
    const { id } = await project.user({ environmentIds: [project.development, project.staging] });
    const environmentIds = [project.production, project.staging, project.production];
    const { user } = await update(id, { environmentIds });
    expect(user).toMatchObject({ environments: [{ id: project.staging }, { id: project.production }], version: 2 });
    expect((await project.trail(id))[0]).toMatchObject({ changedFields: ['environments'] });
  });

  test('a user must keep an environment: [] and null are refused and nothing else is written', async () => {
    const before = await project.user();
    for (const environmentIds of [[], null]) {
      const { user, userErrors } = await update(before.id, { firstName: 'Eva', environmentIds });
      expect(user).toBeNull();
      expect(userErrors).toEqual([
        refusal('LAST_ENVIRONMENT', ['environmentIds'], 'User must have at least one environment'),
      ]);
    }
    expect(await read(before.id)).toMatchObject({ firstName: 'Ana', version: 1, environments: before.environments });
  });

  test('the required fields cannot be cleared, and everything wrong is told at once in the order of the form', async () => {
    const { id } = await project.user();
    const fields = { phoneNumber: null, email: 'x', firstName: null, lastName: ' ', environmentIds: null };
    expect((await update(id, fields)).userErrors).toEqual([
      refusal('PHONE_NUMBER_REQUIRED', ['phoneNumber'], 'Phone number is required'),
      refusal('EMAIL_INVALID', ['email'], 'Invalid Email'),
      refusal('FIRST_NAME_REQUIRED', ['firstName'], 'First name is required'),
      refusal('LAST_NAME_REQUIRED', ['lastName'], 'Last name is required'),
      refusal('LAST_ENVIRONMENT', ['environmentIds'], 'User must have at least one environment'),
    ]);
  });

  test('a phone number and an e-mail address of another user are taken; one’s own are not', async () => {
    const first = await project.user({ email: 'taken@x.com' });
    const { id } = await project.user({ email: 'own@x.com' });
    const { phoneNumber } = first;
    expect((await update(id, { phoneNumber, email: 'TAKEN@x.com' })).userErrors).toEqual([
      refusal('PHONE_NUMBER_TAKEN', ['phoneNumber'], undefined, first.id),
      refusal('EMAIL_TAKEN', ['email'], undefined, first.id),
    ]);
    expect((await update(id, { email: 'OWN@x.com' })).user).toMatchObject({ email: 'OWN@x.com', version: 2 });
  });

  test('an environment of another project, or an unknown one, is not found', async () => {
    const { id } = await project.user();
    for (const environmentIds of [[other.development], [project.development, nobody]]) {
      expect((await update(id, { environmentIds })).userErrors).toEqual([
        refusal('ENVIRONMENT_NOT_FOUND', ['environmentIds']),
      ]);
    }
  });

  test('a stale version writes nothing and shows the current user; without one the last write wins', async () => {
    const { id } = await project.user();
    await update(id, { firstName: 'Eva' });
    for (const expectedVersion of [1, 0, -1, 3]) {
      const { user, userErrors } = await update(id, { expectedVersion, firstName: 'Iva' });
      expect(user).toBeNull();
      expect(userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', conflictingUser: { id, version: 2 } }]);
      expect(userErrors).toEqual([refusal('VERSION_CONFLICT', ['expectedVersion'], /read it again/, id)]);
    }
    expect((await update(id, { firstName: 'Iva', expectedVersion: null })).user).toMatchObject({ version: 3 });
  });

  test('the source never changes, whatever is edited', async () => {
    const { id } = await register({ channel: 'WHATSAPP', phoneNumber: '15553000001' });
    const { user } = await update(id, { firstName: 'Eva', lastName: 'Reis', environmentIds: [project.staging] });
    expect(user).toMatchObject({ creationSource: 'SELF_REGISTERED', fullName: 'Eva Reis', initials: 'ER' });
  });

  test('a self-registered user without a phone number may stay without one; who has one keeps one', async () => {
    const { id } = await register({ channel: 'TELEGRAM', externalId: '3000002' });
    for (const [index, phoneNumber] of [null, '', undefined].entries()) {
      expect(await update(id, { phoneNumber, email: `edit${index}@x.com` })).toMatchObject({
        user: { phoneNumber: null, email: `edit${index}@x.com` },
        userErrors: [],
      });
    }
    expect((await update(id, { phoneNumber: '+1 555 300 0002' })).user?.phoneNumber).toBe('+15553000002');
    expect((await update(id, { phoneNumber: null })).userErrors).toEqual([
      refusal('PHONE_NUMBER_REQUIRED', ['phoneNumber'], 'Phone number is required'),
    ]);
  });

  test('a full name is never empty: the names, else the phone number, else the channel id', async () => {
    const byId = await register({ channel: 'SLACK', externalId: 'T03:U03' });
    const byPhone = await register({ channel: 'WHATSAPP', phoneNumber: '15553000003' });
    expect([byId, byPhone]).toMatchObject([
      { fullName: 'T03:U03', firstName: null, lastName: null, phoneNumber: null },
      { fullName: '+15553000003', firstName: null, lastName: null },
    ]);
    for (const { initials } of [byId, byPhone]) expect(initials).not.toBe('');
    expect((await update(byId.id, { lastName: 'Reis' })).user).toMatchObject({ fullName: 'Reis', initials: 'R' });
  });

  test("another project's user is not found, exactly like an unknown one", async () => {
    const { id } = await other.user();
    const answers = [await update(id, { firstName: 'Eve' }), await update(nobody, { firstName: 'Eve' })];
    expect(answers[0]).toEqual({ user: null, unlinkedIdentities: [], userErrors: [refusal('NOT_FOUND', ['id'])] });
    expect(answers[1]).toEqual(answers[0]);
    expect((await read(id, other.viewer))?.firstName).toBe('Ana');
  });

  test('a key that only reads, and a gateway’s, may not', async () => {
    const { id } = await project.user();
    for (const caller of [project.viewer, project.gateway]) {
      expect(errorCode(await caller(UPDATE_USER, { input: { id, firstName: 'Eve' } }))).toBe('FORBIDDEN');
    }
  });

  test('of several edits of one version at once, one is written, the others conflict', async () => {
    const { id } = await project.user();
    const edits = ['B', 'C', 'D', 'E'].map((firstName) => update(id, { firstName, expectedVersion: 1 }));
    const payloads = await Promise.all(edits);
    expect(payloads.filter(({ user }) => user)).toHaveLength(1);
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual(
      Array(3).fill(refusal('VERSION_CONFLICT', ['expectedVersion'], undefined, id)),
    );
    expect((await read(id))?.version).toBe(2);
  });

  test('environments taken away from two sides at once leave the user with one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await project.user({ environmentIds: [project.development, project.staging] });
      const payloads = await Promise.all([
        update(id, { environmentIds: [project.development] }),
        update(id, { environmentIds: [project.staging] }),
      ]);
      expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
      expect((await read(id))?.environments).toHaveLength(1);
    }
  });

  test('two users given one phone number at once: one has it, the other is told', async () => {
    const [one, two] = [await project.user(), await project.user()];
    const phoneNumber = '+1 555 300 0009';
    const payloads = await Promise.all([one, two].map(({ id }) => update(id, { phoneNumber })));
    expect(payloads.flatMap(({ user }) => user ?? [])).toHaveLength(1);
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'PHONE_NUMBER_TAKEN' }]);
  });
});

describe('deleteUser', () => {
  test('deletes at once from all environments, frees the phone number, and the trail keeps the fact alone', async () => {
    const input = project.form({ email: 'gone@x.com', environmentIds: [project.development, project.staging] });
    const { id } = await project.user(input);
    expect(await remove(id)).toEqual({ deletedUserId: id, userErrors: [] });
    expect(await read(id)).toBeNull();
    const [event] = await project.trail(id);
    expect(event).toMatchObject({ action: 'USER_DELETED', actorName: 'MEMBER', subjectId: id, user: null });
    expect((await project.user(input)).id).not.toBe(id);
  });

  test("another project's user is not found, exactly like an unknown one and one that is gone", async () => {
    const { id } = await other.user();
    const gone = (await project.user()).id;
    await remove(gone);
    const answers = [await remove(id), await remove(nobody), await remove(gone)];
    expect(answers).toEqual(Array(3).fill({ deletedUserId: null, userErrors: [refusal('NOT_FOUND', ['id'])] }));
    expect(await read(id, other.viewer)).not.toBeNull();
  });

  test('a key that only reads, and a gateway’s, may not', async () => {
    const { id } = await project.user();
    for (const caller of [project.viewer, project.gateway]) {
      expect(errorCode(await caller(DELETE_USER, { input: { id } }))).toBe('FORBIDDEN');
    }
  });

  test('against an update at once, each is told the truth', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id } = await project.user();
      const [updated, deleted] = await Promise.all([update(id, { firstName: 'Eva' }), remove(id)]);
      expect(deleted.deletedUserId).toBe(id);
      if (!updated.user) expect(updated.userErrors).toEqual([refusal('NOT_FOUND', ['id'])]);
      expect(await read(id)).toBeNull();
    }
  });

  test('of several at once, one deletes and the others find nothing', async () => {
    const { id } = await project.user();
    const payloads = await Promise.all(Array.from({ length: 4 }, () => remove(id)));
    expect(payloads.filter(({ deletedUserId }) => deletedUserId === id)).toHaveLength(1);
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual(Array(3).fill(refusal('NOT_FOUND', ['id'])));
  });
});

describe('user', () => {
  test("another project's user and an unknown one are null alike", async () => {
    const { id } = await other.user();
    const answers = [await project.viewer(READ_USER, { id }), await project.viewer(READ_USER, { id: nobody })];
    expect(answers).toEqual([{ data: { user: null } }, { data: { user: null } }]);
  });

  test('has its environments by type, then name without regard to case', async () => {
    const environments = await service.db
      .insertInto('environments')
      .values(
        ['Beta', 'alpha'].map((name) => ({
          projectId: project.id,
          id: randomUUID(),
          name,
          type: 'DEVELOPMENT' as const,
          selfRegistration: 'CLOSED' as const,
        })),
      )
      .returning('id')
      .execute();
    const environmentIds = [project.production, ...environments.map(({ id }) => id), project.staging];
    const { user } = await create({ environmentIds });
    expect(user?.environments.map(({ name }) => name)).toEqual(['alpha', 'Beta', 'Staging', 'Production']);
  });

  test('is seen by a workspace key, whatever its project', async () => {
    const workspace = await service.keyFor('VIEWER');
    for (const each of [project, other]) {
      const { id } = await each.user();
      expect(await read(id, workspace)).toMatchObject({ id, project: { id: each.id } });
    }
  });
});

test('each of several changes in one request answers what is there after it', async () => {
  const { id } = await project.user();
  const change = (alias: string, environmentId: string) => `${alias}: updateUser(input: { id: "${id}",
    firstName: "${alias}", environmentIds: ["${environmentId}"] }) { user { fullName version environments { id } } }`;
  const answer = await project.member(
    `mutation { ${change('One', project.staging)} ${change('Two', project.production)} }`,
  );
  expect(answer).toEqual({
    data: {
      One: { user: { fullName: 'One Lima', version: 2, environments: [{ id: project.staging }] } },
      Two: { user: { fullName: 'Two Lima', version: 3, environments: [{ id: project.production }] } },
    },
  });
});
