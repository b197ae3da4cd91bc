import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as documents from '../support/documents.ts';
import { errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;

beforeAll(async () => {
  project = await service.project();
});

let people = 0;
/** A row that nobody has yet. */
function row(fields: object = {}) {
  people += 1;
  return { phoneNumber: `+1444${String(1_000_000 + people)}`, firstName: 'Ana', lastName: 'Lima', ...fields };
}

async function ask(rows: object[], input: object = {}, call = project.member) {
  const environmentIds = [project.development];
  return call(documents.CREATE_USERS, { input: { projectId: project.id, rows, environmentIds, ...input } });
}

async function create(rows: object[], input: object = {}, call = project.member) {
  const answer = await ask(rows, input, call);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.createUsers;
}

const outcomes = ({ results }: { results: { outcome: string }[] }) => results.map(({ outcome }) => outcome);

async function read(id: unknown) {
  return (await project.viewer(documents.READ_USER, { id })).data.user;
}

describe('a new person', () => {
  test('is added with everything the row gives, in the order of the rows, with one audit event', async () => {
    const telegram = { channel: 'TELEGRAM', externalId: '910001' };
    const rows = [row({ email: 'ana.bulk@example.com', channelIdentities: [telegram] }), row({ middleName: 'de' })];
    const { results, counts, userErrors } = await create(rows, { environmentIds: [project.staging] });
    expect(userErrors).toEqual([]);
    expect(counts).toEqual({ created: 2, updated: 0, unchanged: 0, skipped: 0, deleted: 0, refused: 0 });
    expect(results).toEqual(
      rows.map(({ phoneNumber }, index) => ({
        index,
        outcome: 'CREATED',
        user: expect.objectContaining({ phoneNumber, version: 1 }),
        phoneNumber,
        duplicateOf: null,
        userErrors: [],
      })),
    );
    expect(await read(results[0]?.user?.id)).toMatchObject({
      creationSource: 'INVITED',
      email: 'ana.bulk@example.com',
      environments: [{ id: project.staging }],
      channelIdentities: [{ ...telegram, linkedBy: 'OWNER' }],
    });
    const trail = await project.trail(results[1]?.user?.id ?? '');
    expect(trail.map(({ action }) => action)).toEqual(['USER_CREATED']);
  });

  test('has the environments of its row before those of the request', async () => {
    const { results } = await create([row({ environmentIds: [project.production] }), row({ environmentIds: [] })]);
    expect((await read(results[0]?.user?.id))?.environments).toMatchObject([{ id: project.production }]);
    expect((await read(results[1]?.user?.id))?.environments).toMatchObject([{ id: project.development }]);
  });

  test('whose open request waits is let in, and the request closed', async () => {
    const { id, staging, administrator, gateway, viewer } = project;
    await administrator(documents.UPDATE_ENVIRONMENT, { input: { id: staging, selfRegistration: 'APPROVAL' } });
    const sender = { channel: 'TELEGRAM', externalId: '910002' };
    await gateway(documents.SELF_REGISTER, { input: { environmentId: staging, sender } });
    const { results } = await create([row({ channelIdentities: [sender] })], { environmentIds: [staging] });
    expect(outcomes({ results })).toEqual(['CREATED']);
    const { data } = await viewer(documents.LIST_REQUESTS, { id, status: 'PENDING' });
    expect(data.project?.accessRequests.nodes).toEqual([]);
  });
});

test('bad rows are refused with all their reasons at their place, and the others written', async () => {
  const taken = await project.user({ email: 'taken.bulk@example.com' });
  await project.member(documents.BLOCK_SENDER, {
    input: { projectId: project.id, sender: { channel: 'WHATSAPP', phoneNumber: '+14448880001' } },
  });
  const rows = [
    { phoneNumber: '555', email: 'no address', firstName: ' ', lastName: 'x'.repeat(101) },
    row(),
    row({ environmentIds: [randomUUID()] }),
    row({ phoneNumber: '+14448880001' }),
    row({ channelIdentities: [{ channel: 'TELEGRAM', externalId: '@ana' }] }),
    row({
      channelIdentities: Array.from({ length: 21 }, (_, at) => ({ channel: 'TELEGRAM', externalId: `91${at}0` })),
    }),
    row({ phoneNumber: taken.phoneNumber, email: (await project.user({ email: 'other.bulk@example.com' })).email }),
  ];
  const { results, counts } = await create(rows);
  expect(counts).toMatchObject({ created: 1, refused: 6 });
  const at = (index: number, ...path: string[]) => ['rows', String(index), ...path];
  expect(results.map(({ userErrors }) => userErrors)).toEqual([
    [
      refusal('PHONE_NUMBER_INVALID', at(0, 'phoneNumber'), /\+1 555-123-4567/),
      refusal('EMAIL_INVALID', at(0, 'email'), 'Invalid Email'),
      refusal('FIRST_NAME_REQUIRED', at(0, 'firstName'), 'First name is required'),
      refusal('TOO_LONG', at(0, 'lastName')),
    ],
    [],
    [refusal('ENVIRONMENT_NOT_FOUND', at(2, 'environmentIds'))],
    [refusal('PHONE_NUMBER_BLOCKED', at(3, 'phoneNumber'))],
    [refusal('SENDER_INVALID', at(4, 'channelIdentities', '0', 'externalId'))],
    [refusal('TOO_MANY', at(5, 'channelIdentities'))],
    [refusal('EMAIL_TAKEN', at(6, 'email'), undefined, expect.any(String))],
  ]);
  expect((await create([row()], { environmentIds: [] })).results[0]?.userErrors).toEqual([
    refusal('ENVIRONMENT_REQUIRED', at(0, 'environmentIds'), 'Please select at least one environment'),
  ]);
});

test('of rows that are one person the first counts that is not refused, by match key, e-mail or id', async () => {
  const first = row({ phoneNumber: '+5511987650001', email: 'Twin@Example.com' });
  const id = { channel: 'SLACK', externalId: 'T91:U91' };
  const rows = [
    row({ phoneNumber: '+5511987650001', firstName: '' }),
    first,
    row({ phoneNumber: '+551187650001' }),
    row({ email: 'twin@example.com' }),
    row({ channelIdentities: [id] }),
    row({ channelIdentities: [id], firstName: '' }),
  ];
  const { results } = await create(rows);
  expect(results.map(({ outcome, duplicateOf }) => [outcome, duplicateOf])).toEqual([
    ['REFUSED', null],
    ['CREATED', null],
    ['SKIPPED', 1],
    ['SKIPPED', 1],
    ['CREATED', null],
    ['SKIPPED', 4],
  ]);
  expect(results[2]?.user).toEqual(results[1]?.user);
});

describe('somebody who is here already', () => {
  test('is found by number, by id and by e-mail, and skipped unless told otherwise', async () => {
    const identity = { channel: 'TELEGRAM', externalId: '920001' } as const;
    const user = await project.user({ email: 'here.bulk@example.com', channelIdentities: [identity] });
    const found = [
      { phoneNumber: user.phoneNumber },
      { channelIdentities: [identity] },
      { email: 'HERE.bulk@example.com' },
    ];
    for (const each of found) {
      const { results } = await create([each]);
      expect(results).toMatchObject([{ outcome: 'SKIPPED', user: { id: user.id, version: 1 }, userErrors: [] }]);
    }
    const { results } = await create(found);
    expect(results.map(({ outcome, duplicateOf }) => [outcome, duplicateOf])).toEqual([
      ['SKIPPED', null],
      ['SKIPPED', 0],
      ['SKIPPED', 0],
    ]);
  });

  test('who is two people is refused, whatever is to be done', async () => {
    const [one, other] = [await project.user(), await project.user({ email: 'two.bulk@example.com' })];
    for (const ifExisting of ['SKIP', 'ADD_ENVIRONMENTS', 'UPDATE']) {
      const { results } = await create([row({ phoneNumber: one.phoneNumber, email: other.email })], { ifExisting });
      expect(results).toMatchObject([{ outcome: 'REFUSED', user: null }]);
      expect(results[0]?.userErrors).toEqual([refusal('EMAIL_TAKEN', ['rows', '0', 'email'], undefined, other.id)]);
    }
  });

  test('ADD_ENVIRONMENTS gives environments and changes nothing else', async () => {
    const user = await project.user({ environmentIds: [project.development] });
    const given = [{ phoneNumber: user.phoneNumber, firstName: 'Eve', environmentIds: [project.production] }];
    const { results } = await create(given, { ifExisting: 'ADD_ENVIRONMENTS' });
    expect(results).toMatchObject([{ outcome: 'UPDATED', user: { id: user.id, firstName: 'Ana', version: 2 } }]);
    expect((await read(user.id))?.environments).toHaveLength(2);
    expect(outcomes(await create(given, { ifExisting: 'ADD_ENVIRONMENTS' }))).toEqual(['UNCHANGED']);
    expect((await project.trail(user.id)).map(({ action }) => action)).toEqual(['USER_UPDATED', 'USER_CREATED']);
  });

  test('UPDATE replaces what is given, leaves what is blank or omitted, clears by null, and links ids', async () => {
    const user = await project.user({
      email: 'old.bulk@example.com',
      middleName: 'de',
      environmentIds: [project.staging],
    });
    const identity = { channel: 'TELEGRAM', externalId: '920002' };
    const given = { phoneNumber: user.phoneNumber, email: null, firstName: 'Eve', middleName: ' ' };
    const { results } = await create([{ ...given, channelIdentities: [identity] }], { ifExisting: 'UPDATE' });
    expect(results).toMatchObject([
      { outcome: 'UPDATED', user: { email: null, firstName: 'Eve', middleName: 'de', lastName: 'Lima', version: 2 } },
    ]);
    const now = await read(user.id);
    expect(now?.environments).toMatchObject([{ id: project.development }]);
    expect(now?.channelIdentities).toMatchObject([identity]);
    // One event, as for a new user with ids.
    expect(await project.trail(user.id)).toMatchObject([
      { action: 'USER_UPDATED', changedFields: ['email', 'firstName', 'environments', 'channelIdentities'] },
      { action: 'USER_CREATED' },
    ]);
  });

  test('UPDATE is judged as updateUser judges', async () => {
    const user = await project.user({ email: 'judged.bulk@example.com' });
    const { results } = await create([{ phoneNumber: null, email: user.email, firstName: null }], {
      ifExisting: 'UPDATE',
    });
    expect(results).toMatchObject([{ outcome: 'REFUSED', user: { id: user.id } }]);
    expect(results[0]?.userErrors).toEqual([
      refusal('PHONE_NUMBER_REQUIRED', ['rows', '0', 'phoneNumber'], 'Phone number is required'),
      refusal('FIRST_NAME_REQUIRED', ['rows', '0', 'firstName'], 'First name is required'),
    ]);
  });

  test('UPDATE of the number leaves the id that the row lists with it, and again changes nothing', async () => {
    const user = await project.user({ environmentIds: [project.production] });
    const identity = { channel: 'TELEGRAM', externalId: '920004' };
    const sender = { ...identity, phoneNumber: user.phoneNumber };
    await project.gateway(documents.SELF_REGISTER, { input: { environmentId: project.production, sender } });
    const given = { phoneNumber: row().phoneNumber, channelIdentities: [identity] };
    for (const outcome of ['UPDATED', 'UNCHANGED']) {
      const { results } = await create([given], { ifExisting: 'UPDATE' });
      expect(results).toMatchObject([{ outcome, user: { id: user.id, phoneNumber: given.phoneNumber } }]);
      expect((await read(user.id))?.channelIdentities).toMatchObject([{ ...identity, linkedBy: 'OWNER' }]);
    }
  });

  test('UPDATE of the number unlinks what was linked by it, and a block follows', async () => {
    const user = await project.user({ environmentIds: [project.production], email: 'moved.bulk@example.com' });
    const sender = { channel: 'TELEGRAM', externalId: '920003', phoneNumber: user.phoneNumber };
    await project.gateway(documents.SELF_REGISTER, { input: { environmentId: project.production, sender } });
    await project.member(documents.BLOCK_SENDER, { input: { projectId: project.id, userId: user.id } });
    const { phoneNumber } = row();
    const { results } = await create([{ phoneNumber, email: user.email }], { ifExisting: 'UPDATE' });
    expect(results).toMatchObject([{ outcome: 'UPDATED', user: { phoneNumber } }]);
    expect((await read(user.id))?.channelIdentities).toEqual([]);
    const { data } = await project.viewer(documents.LIST_BLOCKS, { id: project.id, search: phoneNumber });
    expect(data.project?.blockedSenders.nodes).toMatchObject([{ phoneNumber, user: { id: user.id } }]);
  });
});

test('a dry run tells what would be and writes nothing', async () => {
  const user = await project.user();
  const rows = [row(), { phoneNumber: user.phoneNumber, firstName: 'Eve' }, row({ lastName: null })];
  const input = { ifExisting: 'UPDATE', idempotencyKey: randomUUID() };
  const before = await project.trail();
  const { results, counts } = await create([...rows, rows[0] ?? {}], { ...input, dryRun: true });
  expect(counts).toMatchObject({ created: 1, updated: 1, refused: 1, skipped: 1 });
  expect(results.map((each) => each.user)).toMatchObject([
    null,
    { id: user.id, firstName: 'Ana', version: 1 },
    null,
    null,
  ]);
  expect(await project.trail()).toEqual(before);
  // It used no key up.
  const done = await create(rows, input);
  expect(outcomes(done)).toEqual(['CREATED', 'UPDATED', 'REFUSED']);
  expect(done.results[1]?.user).toMatchObject({ firstName: 'Eve', version: 2 });
});

describe('an idempotency key', () => {
  test('gives the same answer again, with the users as they are then, and writes nothing', async () => {
    const other = await project.user({ email: 'again.bulk@example.com' });
    const rows = [
      row(),
      row({ email: 'no address' }),
      { phoneNumber: (await project.user()).phoneNumber, email: other.email },
      { phoneNumber: other.phoneNumber },
      row(),
    ];
    const input = { idempotencyKey: randomUUID() };
    const first = await create([...rows, rows[0] ?? {}], input);
    expect(outcomes(first)).toEqual(['CREATED', 'REFUSED', 'REFUSED', 'SKIPPED', 'CREATED', 'SKIPPED']);
    expect(await create([...rows, rows[0] ?? {}], input)).toEqual(first);
    await project.member(documents.UPDATE_USER, { input: { id: first.results[0]?.user?.id, firstName: 'Eve' } });
    await project.member(documents.DELETE_USER, { input: { id: first.results[4]?.user?.id } });
    const later = await create([...rows, rows[0] ?? {}], input);
    expect(later.counts).toEqual(first.counts);
    expect(later.results.map((each) => each.user?.firstName)).toEqual([
      'Eve',
      undefined,
      undefined,
      'Ana',
      undefined,
      'Eve',
    ]);
    const kept = await service.owner.selectFrom('idempotencyKeys').select('results').execute();
    expect(JSON.stringify(kept)).not.toMatch(/again\.bulk|\+1/);
  });

  test('with other rows, of another policy, or of createUser is BAD_USER_INPUT', async () => {
    const input = { idempotencyKey: randomUUID() };
    const rows = [row()];
    await create(rows, input);
    expect(errorCode(await ask([row()], input))).toBe('BAD_USER_INPUT');
    expect(errorCode(await ask(rows, { ...input, ifExisting: 'UPDATE' }))).toBe('BAD_USER_INPUT');
    const single = await project.member(documents.CREATE_USER, { input: project.form(input) });
    expect(errorCode(single)).toBe('BAD_USER_INPUT');
  });
});

test('takes 1 to 500 rows, answered whole; no row, or one more, is BAD_USER_INPUT', async () => {
  const rows = Array.from({ length: 500 }, () => row({ environmentIds: [project.development, project.production] }));
  expect((await create(rows)).counts).toMatchObject({ created: 500 });
  expect((await create(rows, { ifExisting: 'UPDATE' })).counts).toMatchObject({ unchanged: 500 });
  expect(errorCode(await ask([...rows, row()]))).toBe('BAD_USER_INPUT');
  expect(errorCode(await ask([]))).toBe('BAD_USER_INPUT');
});

test('takes as many statements for 100 rows as for 2', async () => {
  const rowsOf = (count: number) => Array.from({ length: count }, () => row());
  const count = (rows: object[], input: object) => service.countStatements(() => create(rows, input));
  const few = await count(rowsOf(2), {});
  expect(await count(rowsOf(100), {})).toBe(few);
  expect(few).toBeLessThanOrEqual(12);
});

test('an unknown project is NOT_FOUND, as a whole', async () => {
  const { results, userErrors, counts } = await create([row()], { projectId: randomUUID() });
  expect([results, counts.created]).toEqual([[], 0]);
  expect(userErrors).toEqual([refusal('NOT_FOUND', ['projectId'])]);
});

test('createUser and updateUser have dry runs as well', async () => {
  const form = project.form();
  const dry = (input: object) => project.member(documents.CREATE_USER, { input: { ...input, dryRun: true } });
  expect((await dry(form)).data.createUser).toEqual({ user: null, userErrors: [] });
  expect((await dry({ ...form, firstName: '' })).data.createUser.userErrors).toHaveLength(1);
  const user = await project.user({ ...form, environmentIds: [project.production] });
  const sender = { channel: 'TELEGRAM', externalId: '930001', phoneNumber: user.phoneNumber };
  await project.gateway(documents.SELF_REGISTER, { input: { environmentId: project.production, sender } });
  const { phoneNumber } = row();
  const { data } = await project.member(documents.UPDATE_USER, { input: { id: user.id, phoneNumber, dryRun: true } });
  expect(data.updateUser).toMatchObject({
    user: { phoneNumber: user.phoneNumber, version: 2 },
    unlinkedIdentities: [{ externalId: '930001', linkedBy: 'PHONE_NUMBER' }],
    userErrors: [],
  });
  expect(await read(user.id)).toMatchObject({
    phoneNumber: user.phoneNumber,
    channelIdentities: [{ externalId: '930001' }],
  });
});
