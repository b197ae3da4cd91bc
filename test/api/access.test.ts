import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import type { SenderInput } from '../../src/graphql/generated/types.ts';
import {
  CHECK_ACCESS,
  CHECK_ACCESS_BATCH,
  CREATE_USER,
  DELETE_USER,
  SELF_REGISTER,
  UPDATE_ENVIRONMENT,
  UPDATE_USER,
} from '../support/documents.ts';
import { type Call, errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;

beforeAll(async () => {
  project = await service.project();
});

async function check(sender: SenderInput, environmentId = project.production, caller: Call = project.gateway) {
  return (await caller(CHECK_ACCESS, { environmentId, sender })).data.checkAccess;
}
async function checkAll(senders: SenderInput[], environmentId = project.production) {
  return (await project.gateway(CHECK_ACCESS_BATCH, { environmentId, senders })).data.checkAccessBatch;
}
async function register(sender: SenderInput, environmentId = project.production) {
  const { data } = await project.gateway(SELF_REGISTER, { input: { environmentId, sender } });
  return data.selfRegisterUser.user?.id;
}

describe('a sender', () => {
  test('who is a user of the environment is let in, by phone number or by channel identity', async () => {
    const { id } = await project.user({ phoneNumber: '+15556000001', environmentIds: [project.production] });
    const allowed = { allowed: true, reason: 'ALLOWED', user: { id }, selfRegistration: 'OPEN' };
    expect(await check({ channel: 'WHATSAPP', phoneNumber: '15556000001' })).toMatchObject(allowed);
    await register({ channel: 'WHATSAPP', phoneNumber: '15556000001', externalId: 'US.1' });
    expect(await check({ channel: 'WHATSAPP', externalId: 'US.1' })).toMatchObject(allowed);
    expect(await check({ channel: 'WHATSAPP', externalId: 'US.1', phoneNumber: '15556000001' })).toMatchObject(allowed);
    for (const channel of ['TELEGRAM', 'SLACK'] as const) {
      expect(await check({ channel, phoneNumber: '+1 555 600-0001' })).toMatchObject(allowed);
    }
  });

  test('who is a user elsewhere only is not in this environment, and recognised', async () => {
    const { id } = await project.user({ phoneNumber: '+15556000002', environmentIds: [project.staging] });
    expect(await check({ channel: 'WHATSAPP', phoneNumber: '15556000002' }, project.development)).toMatchObject({
      allowed: false,
      reason: 'NOT_IN_ENVIRONMENT',
      user: { id },
      selfRegistration: 'CLOSED',
    });
  });

  test.each<SenderInput>([
    { channel: 'WHATSAPP', phoneNumber: '15556999999' },
    { channel: 'WHATSAPP', externalId: 'US.999' },
    { channel: 'TELEGRAM', externalId: '999' },
    { channel: 'SLACK', externalId: 'T99:U99' },
    { channel: 'SLACK', phoneNumber: '+15556999999' },
  ])('nobody knows is told whether it may register: %j', async (sender) => {
    const unknown = { allowed: false, reason: 'UNKNOWN_SENDER', user: null };
    expect(await check(sender)).toMatchObject({ ...unknown, selfRegistration: 'OPEN' });
    expect(await check(sender, project.staging)).toMatchObject({ ...unknown, selfRegistration: 'CLOSED' });
  });

  test.each<SenderInput>([
    { channel: 'WHATSAPP' },
    { channel: 'WHATSAPP', phoneNumber: ' ', externalId: '' },
    { channel: 'WHATSAPP', phoneNumber: 'not a number' },
    { channel: 'WHATSAPP', phoneNumber: '555' },
    { channel: 'SLACK', phoneNumber: '15556000001' },
    { channel: 'TELEGRAM', phoneNumber: '+88805131234' },
    { channel: 'TELEGRAM', phoneNumber: '+376312345', externalId: '@ana' },
    { channel: 'TELEGRAM', phoneNumber: '1234567890123456', externalId: '42' },
    { channel: 'SLACK', phoneNumber: '15556000001', externalId: 'T01:U01' },
    { channel: 'SLACK', email: 'ana@x.com' },
    { channel: 'SLACK', phoneNumber: '+15556000001', email: 'ana@x.com' },
    { channel: 'SLACK', externalId: 'T01:U01', email: 'ana' },
    { channel: 'WHATSAPP', externalId: 'US.1', email: 'ana@x.com' },
    { channel: 'TELEGRAM', externalId: '1087968824' },
    { channel: 'TELEGRAM', externalId: '777000' },
    { channel: 'TELEGRAM', externalId: '136817688' },
    { channel: 'TELEGRAM', externalId: '-100123' },
    { channel: 'TELEGRAM', externalId: String(2 ** 52) },
    { channel: 'SLACK', externalId: 'T99:USLACKBOT' },
    { channel: 'SLACK', externalId: 'T99:B99' },
    { channel: 'WHATSAPP', externalId: '15556000001@s.whatsapp.net' },
    { channel: 'WHATSAPP', externalId: '15556000001:45@s.whatsapp.net' },
    { channel: 'WHATSAPP', externalId: '15556000001@c.us' },
    { channel: 'WHATSAPP', externalId: 'whatsapp:+15556000001' },
    { channel: 'WHATSAPP', externalId: '120363012345678901@g.us' },
    { channel: 'WHATSAPP', externalId: 'status@broadcast' },
    { channel: 'WHATSAPP', externalId: '120363144038483540@newsletter' },
    { channel: 'TELEGRAM', externalId: '@ana' },
    { channel: 'TELEGRAM', externalId: 'ana' },
    { channel: 'TELEGRAM', externalId: '12 34' },
    { channel: 'SLACK', externalId: '@ana' },
    { channel: 'SLACK', externalId: 'U99' },
    { channel: 'SLACK', externalId: 'T99' },
    { channel: 'WHATSAPP', externalId: '@ana' },
    { channel: 'WHATSAPP', externalId: 'undefined' },
    { channel: 'WHATSAPP', externalId: 'null' },
    { channel: 'WHATSAPP', externalId: 'NaN', phoneNumber: '15556000001' },
  ])('must be a phone number or an id of its channel: %j', async (sender) => {
    expect(await check(sender)).toMatchObject({
      allowed: false,
      reason: 'INVALID_SENDER',
      user: null,
      selfRegistration: 'OPEN',
    });
  });

  test.each<[SenderInput, string]>([
    [{ channel: 'TELEGRAM', externalId: '6000007' }, '+88805131234'],
    [{ channel: 'TELEGRAM', externalId: '6000008' }, '+376312345'],
    [{ channel: 'TELEGRAM', externalId: '6000009' }, '555'],
    [{ channel: 'WHATSAPP', externalId: 'AD.6000009' }, '376312345'],
    [{ channel: 'SLACK', externalId: 'T60:U60' }, '+376 312 345'],
  ])('is known by the id beside a phone number that nobody can have here: %j %s', async (sender, phoneNumber) => {
    const id = await register(sender);
    expect(await check({ ...sender, phoneNumber })).toMatchObject({ reason: 'ALLOWED', user: { id } });
  });

  test('on WhatsApp is known by their id from whichever device they write', async () => {
    const id = await register({ channel: 'WHATSAPP', externalId: '60000010@lid' });
    for (const externalId of ['60000010:3@lid', '60000010@LID', '60000010_1:12@lid', '60000010:99@hosted.lid']) {
      expect(await check({ channel: 'WHATSAPP', externalId })).toMatchObject({ reason: 'ALLOWED', user: { id } });
    }
    expect(await check({ channel: 'WHATSAPP', externalId: '60000011:3@lid' })).toMatchObject({
      reason: 'UNKNOWN_SENDER',
    });
  });

  test('of two different users, one by identity and one by phone number, is nobody', async () => {
    await project.user({ phoneNumber: '+15556000003', environmentIds: [project.production] });
    await register({ channel: 'TELEGRAM', externalId: '6000003' });
    expect(await check({ channel: 'TELEGRAM', externalId: '6000003', phoneNumber: '+15556000003' })).toMatchObject({
      allowed: false,
      reason: 'IDENTITY_CONFLICT',
      user: null,
      selfRegistration: 'OPEN',
    });
  });

  test('is known by its identity before its phone number', async () => {
    const id = await register({ channel: 'TELEGRAM', externalId: '6000004' });
    const sender: SenderInput = { channel: 'TELEGRAM', externalId: '6000004', phoneNumber: '+15556009999' };
    expect(await check(sender)).toMatchObject({ allowed: true, user: { id } });
  });

  test('by an id of one channel is not known on another', async () => {
    await register({ channel: 'TELEGRAM', externalId: '6000005' });
    expect(await check({ channel: 'WHATSAPP', externalId: '6000005' })).toMatchObject({ reason: 'UNKNOWN_SENDER' });
  });

  test('by a WhatsApp id that looks like a phone number is never let in as one', async () => {
    await project.user({ phoneNumber: '+15556000006', environmentIds: [project.production] });
    for (const externalId of ['15556000006', '+15556000006', '0015556000006']) {
      const { allowed, user } = await check({ channel: 'WHATSAPP', externalId });
      expect({ externalId, allowed, user }).toEqual({ externalId, allowed: false, user: null });
    }
  });
});

describe('the check', () => {
  test('sees every change at the next question', async () => {
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15556000010' };
    const reason = async () => (await check(sender)).reason;
    expect(await reason()).toBe('UNKNOWN_SENDER');
    const { id } = await project.user({ phoneNumber: '+15556000010', environmentIds: [project.production] });
    expect(await reason()).toBe('ALLOWED');
    await project.member(UPDATE_USER, { input: { id, environmentIds: [project.staging] } });
    expect(await reason()).toBe('NOT_IN_ENVIRONMENT');
    const environmentIds = [project.production];
    await project.member(UPDATE_USER, { input: { id, environmentIds, phoneNumber: '+1 555 600 0011' } });
    expect(await reason()).toBe('UNKNOWN_SENDER');
    await project.member(UPDATE_USER, { input: { id, phoneNumber: '+1 555 600 0010' } });
    expect(await reason()).toBe('ALLOWED');
    await project.member(DELETE_USER, { input: { id } });
    expect(await reason()).toBe('UNKNOWN_SENDER');
    await project.administrator(UPDATE_ENVIRONMENT, { input: { id: project.staging, selfRegistration: 'OPEN' } });
    expect((await check(sender, project.staging)).selfRegistration).toBe('OPEN');
    await project.administrator(UPDATE_ENVIRONMENT, { input: { id: project.staging, selfRegistration: 'CLOSED' } });
    expect((await check(sender, project.staging)).selfRegistration).toBe('CLOSED');
  });

  test('of an environment that is not there for the key tells nothing', async () => {
    const other = await service.project('Other');
    await other.user({ phoneNumber: '+15556000020', environmentIds: [other.production] });
    await project.user({ phoneNumber: '+15556000020', environmentIds: [project.production] });
    const bound = await service.keyFor('GATEWAY', project.id, [project.staging]);
    const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '15556000020' };
    const unknown = { allowed: false, reason: 'UNKNOWN_ENVIRONMENT', user: null, selfRegistration: 'CLOSED' };
    expect(await check(sender, other.production)).toMatchObject(unknown);
    expect(await check(sender, randomUUID())).toMatchObject(unknown);
    expect(await check(sender, project.production, bound)).toMatchObject(unknown);
    expect(await check(sender, project.staging, bound)).toMatchObject({ reason: 'NOT_IN_ENVIRONMENT' });
    expect(await check({ channel: 'WHATSAPP' }, other.production)).toMatchObject(unknown);
    expect(await checkAll([sender, sender], other.production)).toMatchObject([unknown, unknown]);
  });

  test("of another project's number is an unknown sender, exactly like a number nobody has", async () => {
    const other = await service.project('Other');
    await other.user({ phoneNumber: '+15556000030', environmentIds: [other.production] });
    const [theirs, nobodys] = await checkAll([
      { channel: 'WHATSAPP', phoneNumber: '15556000030' },
      { channel: 'WHATSAPP', phoneNumber: '15556000031' },
    ]);
    expect(theirs).toEqual(nobodys);
  });

  test('changes nothing', async () => {
    const trail = await project.trail();
    await check({ channel: 'TELEGRAM', externalId: '6000040' });
    expect(await project.trail()).toEqual(trail);
  });
});

describe('a batch', () => {
  test('of a hundred is answered in order, duplicates and the malformed in their places', async () => {
    const { id } = await project.user({ phoneNumber: '+15556000050', environmentIds: [project.production] });
    const kinds: [SenderInput, string][] = [
      [{ channel: 'WHATSAPP', phoneNumber: '15556000050' }, 'ALLOWED'],
      [{ channel: 'TELEGRAM', externalId: '@x' }, 'INVALID_SENDER'],
      [{ channel: 'TELEGRAM', externalId: '60000501' }, 'UNKNOWN_SENDER'],
    ];
    const asked = Array.from({ length: 100 }, (_, index) => kinds[index % 3] ?? kinds[0]).flatMap((kind) =>
      kind ? [kind] : [],
    );
    const decisions = await checkAll(asked.map(([sender]) => sender));
    expect(decisions.map(({ reason }) => reason)).toEqual(asked.map(([, reason]) => reason));
    expect(decisions.filter(({ allowed }) => allowed).map(({ user }) => user?.id)).toEqual(Array(34).fill(id));
  });

  test('of none is answered with none, of 101 with BAD_USER_INPUT', async () => {
    expect(await checkAll([])).toEqual([]);
    const senders = Array(101).fill({ channel: 'TELEGRAM', externalId: '1' });
    const answer = await project.gateway(CHECK_ACCESS_BATCH, { environmentId: project.production, senders });
    expect(errorCode(answer)).toBe('BAD_USER_INPUT');
  });

  test('takes one statement, however many are asked about', async () => {
    const query = CHECK_ACCESS_BATCH.replace('user { id }', '');
    const ask = (count: number) => () =>
      project.gateway(query, {
        environmentId: project.production,
        senders: Array.from({ length: count }, (_, index) => ({ channel: 'TELEGRAM', externalId: `77${index}` })),
      });
    await ask(1)();
    // The other one looks up the access key.
    expect(await service.countStatements(ask(1))).toBe(2);
    expect(await service.countStatements(ask(100))).toBe(2);
  });
});

describe('every country’s example number', () => {
  // Some countries share one.
  const numbers = [
    ...new Set(
      Object.entries(examples).flatMap(([country, national]) =>
        isSupportedCountry(country) ? [`+${getCountryCallingCode(country)}${national}`] : [],
      ),
    ),
  ];
  const digitsOf = (text: string, zero: number) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  const international = (number: string) => parsePhoneNumber(number).formatInternational();
  const forms: [string, (number: string) => SenderInput][] = [
    ['E.164', (number) => ({ channel: 'TELEGRAM', phoneNumber: number })],
    ['WhatsApp digits', (number) => ({ channel: 'WHATSAPP', phoneNumber: number.slice(1) })],
    ['00', (number) => ({ channel: 'SLACK', phoneNumber: number.replace('+', '00') })],
    ['WhatsApp digits with 00', (number) => ({ channel: 'WHATSAPP', phoneNumber: number.replace('+', '00') })],
    ['international', (number) => ({ channel: 'TELEGRAM', phoneNumber: international(number) })],
    ['dashes', (number) => ({ channel: 'SLACK', phoneNumber: international(number).replaceAll(' ', '-') })],
    ['RFC 3966', (number) => ({ channel: 'TELEGRAM', phoneNumber: `+${number.slice(1).split('').join('.')}` })],
    ['no-break', (number) => ({ channel: 'WHATSAPP', phoneNumber: international(number).replaceAll(' ', '\u00A0') })],
    ['full-width', (number) => ({ channel: 'WHATSAPP', phoneNumber: digitsOf(number, 0xff10).replace('+', '＋') })],
    ['Telegram digits', (number) => ({ channel: 'TELEGRAM', phoneNumber: number.slice(1) })],
    [
      'code in brackets',
      (number) => ({
        channel: 'TELEGRAM',
        phoneNumber: international(number).replace(/^\+\d+/, (code) => `(${code})`),
      }),
    ],
    ['tel:', (number) => ({ channel: 'SLACK', phoneNumber: `tel:${international(number).replaceAll(' ', '-')}` })],
    ['spreadsheet', (number) => ({ channel: 'SLACK', phoneNumber: `'${number}` })],
    ['separator at the end', (number) => ({ channel: 'WHATSAPP', phoneNumber: `${number};` })],
    ['Arabic-Indic', (number) => ({ channel: 'WHATSAPP', phoneNumber: digitsOf(number.slice(1), 0x660) })],
    ['isolated', (number) => ({ channel: 'SLACK', phoneNumber: `\u2066${number}\u2069` })],
  ];
  const ids = new Map<string, unknown>();

  beforeAll(async () => {
    const remaining = numbers.entries();
    const work = async () => {
      for (const [index, phoneNumber] of remaining) {
        const input = project.form({ phoneNumber, firstName: `N${index}`, environmentIds: [project.development] });
        const { user, userErrors } = (await project.member(CREATE_USER, { input })).data.createUser;
        ids.set(phoneNumber, user?.id ?? userErrors[0]?.code);
      }
    };
    await Promise.all([work(), work(), work(), work()]);
  });

  test('makes a user from ten digits on, and is refused below', () => {
    expect(numbers.length).toBeGreaterThan(200);
    const expected = numbers.map((number) => [
      number,
      number.length > 10 ? expect.stringMatching(/-/) : 'PHONE_NUMBER_INVALID',
    ]);
    expect(numbers.map((number) => [number, ids.get(number)])).toEqual(expected);
    const users = numbers.filter((number) => number.length > 10);
    expect(new Set(users.map((number) => ids.get(number))).size).toBe(users.length);
  });

  test.each(forms)('is let in as its own user, and below ten digits as none: %s', async (_, write) => {
    for (let from = 0; from < numbers.length; from += 100) {
      const asked = numbers.slice(from, from + 100);
      const decisions = await checkAll(asked.map(write), project.development);
      expect(decisions.map(({ allowed, user }, index) => [asked[index], allowed, user?.id])).toEqual(
        asked.map((number) => (number.length > 10 ? [number, true, ids.get(number)] : [number, false, undefined])),
      );
    }
  });

  test('with one digit changed lets nobody in but who has that number', async () => {
    const changed = numbers.map((number) => number.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)));
    for (let from = 0; from < changed.length; from += 100) {
      const asked = changed.slice(from, from + 100);
      const decisions = await checkAll(
        asked.map((phoneNumber) => ({ channel: 'TELEGRAM', phoneNumber })),
        project.development,
      );
      expect(decisions.map(({ user }) => user?.id)).toEqual(
        asked.map((number) => (numbers.includes(number) && number.length > 10 ? ids.get(number) : undefined)),
      );
    }
  });
});

test.each([
  ['Mexico', '+52 81 1234 5678', '+52 1 81 1234 5678'],
  ['Mexico as stored by an older client', '+52 1 81 8765 4321', '+52 81 8765 4321'],
  ['Argentina', '+54 9 351 234 5678', '+54 351 234 5678'],
  ['Argentina, a landline', '+54 341 234 5678', '+54 9 341 234 5678'],
  ['Brazil', '+55 41 98765 4321', '+55 41 8765 4321'],
  ['Brazil as stored without the ninth digit', '+55 51 8765 4321', '+55 51 98765 4321'],
  ['Ivory Coast, Orange', '+225 07 07 12 34 56', '+225 07 12 34 56'],
  ['Ivory Coast, MTN', '+225 05 04 12 34 56', '+225 04 12 34 56'],
  ['Ivory Coast, Moov', '+225 01 41 12 34 56', '+225 41 12 34 56'],
  ['Ivory Coast, as stored by its former number', '+225 57 12 34 56', '+225 07 57 12 34 56'],
  ['Benin', '+229 01 97 12 34 56', '+229 97 12 34 56'],
])('a number written in two ways is let in as one user in both: %s', async (_, stored, other) => {
  const { id } = await project.user({ phoneNumber: stored });
  const senders = [stored, other].flatMap((phoneNumber): SenderInput[] => [
    { channel: 'TELEGRAM', phoneNumber },
    { channel: 'WHATSAPP', phoneNumber: phoneNumber.replace(/\D/g, '') },
    { channel: 'SLACK', phoneNumber: phoneNumber.replace('+', '00') },
  ]);
  const decisions = await checkAll(senders, project.development);
  expect(decisions.map(({ reason, user }) => [reason, user?.id])).toEqual(senders.map(() => ['ALLOWED', id]));
});

test('a number in the former writing of its plan is that of its user beside a known id too', async () => {
  const { id } = await project.user({ phoneNumber: '+225 07 07 65 43 21', environmentIds: [project.production] });
  await register({ channel: 'WHATSAPP', phoneNumber: '2250707654321', externalId: 'CI.6000060' });
  const sender: SenderInput = { channel: 'WHATSAPP', phoneNumber: '22507654321', externalId: 'CI.6000060' };
  expect(await check(sender)).toMatchObject({ reason: 'ALLOWED', user: { id } });
});

test('a Brazilian landline is never let in as a mobile with a ninth digit', async () => {
  const { id } = await project.user({ phoneNumber: '+55 61 3456 7890' });
  const decisions = await checkAll(
    [
      { channel: 'WHATSAPP', phoneNumber: '556134567890' },
      { channel: 'WHATSAPP', phoneNumber: '5561934567890' },
    ],
    project.development,
  );
  expect(decisions).toMatchObject([
    { allowed: true, user: { id } },
    { allowed: false, user: null },
  ]);
});
