import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { AccessExplanation, SenderInput } from '../../src/graphql/generated/types.ts';
import { CHECK_ACCESS_BATCH, EXPLAIN_ACCESS, LINK_IDENTITY } from '../support/documents.ts';
import { createDoor, type Door, telegram, until, whatsApp } from '../support/door.ts';
import { dumpRows } from '../support/dump.ts';
import { type Call, errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;

beforeEach(async () => {
  project = await service.project();
  door = createDoor(project);
});

const ask = (sender: string, of = project, call: Call = of.viewer) =>
  call(EXPLAIN_ACCESS, { projectId: of.id, sender });
async function explain(sender: string, of = project): Promise<AccessExplanation> {
  const answer = await ask(sender, of);
  if (!answer.data?.explainAccess) throw new Error(JSON.stringify(answer));
  return answer.data.explainAccess;
}
/** Why, by the names of the environments. */
async function reasons(sender: string): Promise<Record<string, string[]>> {
  const { decisions } = await explain(sender);
  const of = (id: string) => decisions.flatMap((each) => (each.environment.id === id ? each.decision.reason : []));
  return { development: of(project.development), staging: of(project.staging), production: of(project.production) };
}

const link = (userId: string, identity: object) => project.member(LINK_IDENTITY, { input: { userId, ...identity } });
const reading = (channel: string, given: object) => ({
  ...{ channel, phoneNumber: null, externalId: null, email: null },
  ...given,
});
const number = (phoneNumber: string) => ['WHATSAPP', 'TELEGRAM'].map((channel) => reading(channel, { phoneNumber }));
const id = (channel: string, externalId: string) => reading(channel, { externalId });

describe('a text is read in every way in which a channel may name one person', () => {
  test('as a phone number, an id or an address that somebody pastes from anywhere', async () => {
    const texts: [string, object[]][] = [
      ['+1 555-123-4567', number('+15551234567')],
      ['15551234567', [...number('+15551234567'), id('TELEGRAM', '15551234567')]],
      ['1 (555) 123-4567', number('+15551234567')],
      ['0044 7911 123456', number('+447911123456')],
      ['\u202a+44\u00a07911 123456\u202c', number('+447911123456')],
      ['tel:+1-202-555-0123', number('+12025550123')],
      ['whatsapp:+12025550123', number('+12025550123')],
      ['15551234567:12@s.whatsapp.net', number('+15551234567')],
      ['22507123456', [...number('+2250707123456'), id('TELEGRAM', '22507123456')]],
      ['103899771998284:3@lid', [id('WHATSAPP', '103899771998284@lid')]],
      ['us.13491208655302741918', [id('WHATSAPP', 'US.13491208655302741918')]],
      ['US.ENT.13491208655302741918', [id('WHATSAPP', 'US.ENT.13491208655302741918')]],
      ['7654321987', [id('TELEGRAM', '7654321987')]],
      ['T0123:U04', [id('SLACK', 'T0123:U04')]],
      [' E0ANZNL03:W0ANZNNAX ', [id('SLACK', 'E0ANZNL03:W0ANZNNAX')]],
      ['Ana@Example.com', [reading('SLACK', { email: 'Ana@Example.com' })]],
      ['mailto:ana@example.com', [reading('SLACK', { email: 'ana@example.com' })]],
    ];
    const everywhere = [project.development, project.staging, project.production];
    for (const [text, readings] of texts) {
      const { parsedAs, decisions, suggestion } = await explain(text);
      expect([text, parsedAs]).toEqual([text, readings]);
      expect(decisions.map(({ environment, sender }) => [environment.id, sender])).toEqual(
        everywhere.flatMap((environment) => readings.map((sender) => [environment, sender])),
      );
      const found = new Set(decisions.map(({ decision }) => decision.reason));
      expect([...found, suggestion]).toEqual(['UNKNOWN_SENDER', 'ADD_USER']);
    }
  });

  test('but not as a group, a shared id, a name or half a number', async () => {
    const nobody = { parsedAs: [], decisions: [], recentAttempts: 0, suggestion: null };
    const texts = [
      ...['120363012345678901@g.us', 'status@broadcast', '120363@newsletter', '777000', '-100123', '@ana', 'ana'],
      ...['B012', 'U04ABC', '-4915123456789', '+1 555', '+88805131234', 'Ana Lima', '🙂', 'x'.repeat(254)],
    ];
    for (const text of texts) expect([text, await explain(text)]).toEqual([text, nobody]);
    // Nor a number without its country code, of which one can say who is missing.
    expect(await explain('07911 123456')).toEqual({ ...nobody, suggestion: 'ADD_USER' });
  });

  test('a number as it is dialled at home is the whole number that a user, a stranger or a block has', async () => {
    await project.user({ phoneNumber: '+447911123456' });
    await door.block({ sender: { channel: 'WHATSAPP', phoneNumber: '+4915123456789' } });
    await door.check({ channel: 'WHATSAPP', phoneNumber: '79123456789' });
    await door.listOnce((found) => found.length > 0);
    expect((await explain('07911 123456')).parsedAs).toEqual(number('+447911123456'));
    expect((await explain('0151 23456789')).parsedAs).toEqual(number('+4915123456789'));
    expect((await explain('8 (912) 345-67-89')).parsedAs).toEqual(number('+79123456789'));
    expect((await explain('911123456')).parsedAs).toEqual([id('TELEGRAM', '911123456')]);
  });

  test('the member id that Slack shows is the whole id of whoever has it', async () => {
    const { id: userId } = await project.user();
    await link(userId, { channel: 'SLACK', externalId: 'T0123:U04ABC' });
    await door.check({ channel: 'SLACK', externalId: 'T0999:U04ABC' });
    await door.listOnce((found) => found.length > 0);
    expect((await explain('U04ABC')).parsedAs).toEqual([id('SLACK', 'T0123:U04ABC'), id('SLACK', 'T0999:U04ABC')]);
    expect((await explain('U04')).parsedAs).toEqual([]);
  });

  test('an id of WhatsApp in any other form is one if somebody is known by it, and that comes first', async () => {
    const { id: userId } = await project.user();
    await link(userId, { channel: 'WHATSAPP', externalId: '15550001111' });
    expect((await explain('15550001111')).parsedAs).toEqual([
      id('WHATSAPP', '15550001111'),
      ...number('+15550001111'),
      id('TELEGRAM', '15550001111'),
    ]);
  });
});

describe('the suggestion is what helps', () => {
  const phoneNumber = '+12025550123';
  const writes = { channel: 'WHATSAPP', phoneNumber } as const;
  const suggestion = async (text = phoneNumber) => (await explain(text)).suggestion;

  test('nobody where the sender may talk everywhere, though their digits may also be an id that nobody has', async () => {
    const { development, staging, production } = project;
    await project.user({ phoneNumber, environmentIds: [development, staging, production] });
    expect(await suggestion('12025550123')).toBeNull();
    expect(await reasons(phoneNumber)).toEqual({
      ...{ development: ['ALLOWED', 'ALLOWED'], staging: ['ALLOWED', 'ALLOWED'], production: ['ALLOWED', 'ALLOWED'] },
    });
  });

  test('ADD_USER for a stranger', async () => {
    expect(await suggestion()).toBe('ADD_USER');
  });

  test('ADD_ENVIRONMENT for a user who lacks one', async () => {
    await project.user({ phoneNumber, email: 'ana@example.com' });
    const denied = ['NOT_IN_ENVIRONMENT', 'NOT_IN_ENVIRONMENT'];
    expect(await reasons(phoneNumber)).toEqual({
      development: ['ALLOWED', 'ALLOWED'],
      staging: denied,
      production: denied,
    });
    expect(await suggestion()).toBe('ADD_ENVIRONMENT');
    expect(await suggestion('ANA@example.com')).toBe('ADD_ENVIRONMENT');
  });

  test('EXTEND where their time is over, before another environment is given', async () => {
    const user = await project.user({ phoneNumber, environmentIds: [project.development, project.staging] });
    await sql`update user_environments set expires_at = now() - interval '1 minute'
      where user_id = ${user.id} and environment_id = ${project.staging}`.execute(service.owner);
    expect(await reasons(phoneNumber)).toMatchObject({ staging: ['EXPIRED', 'EXPIRED'] });
    expect(await suggestion()).toBe('EXTEND');
  });

  test('APPROVE where the sender waits, also once they were dismissed, or where they knocked in vain', async () => {
    await door.setMode('APPROVAL');
    await door.register(writes);
    expect((await reasons(phoneNumber)).staging).toEqual(['AWAITING_APPROVAL', 'AWAITING_APPROVAL']);
    expect(await suggestion()).toBe('APPROVE');
    await door.dismiss((await door.list())[0]?.id);
    expect(await suggestion()).toBe('APPROVE');

    await door.setMode('CLOSED');
    expect(await suggestion()).toBe('ADD_USER');
    const other = telegram();
    await door.check(other);
    await door.listOnce((found) => found.length > 1);
    expect(await suggestion(other.externalId)).toBe('APPROVE');
  });

  test('MERGE where the readings are two users', async () => {
    await project.user({ phoneNumber });
    const { id: userId } = await project.user();
    await link(userId, { channel: 'TELEGRAM', externalId: '12025550123' });
    expect(await suggestion('12025550123')).toBe('MERGE');
    expect(await suggestion('+12025550123')).toBe('ADD_ENVIRONMENT');
  });

  test('MERGE where a conflict was noted', async () => {
    await project.user({ phoneNumber });
    const { id: userId } = await project.user();
    const sender = telegram();
    await link(userId, sender);
    await door.check({ ...sender, phoneNumber });
    await door.listOnce((found) => found.length > 0);
    expect([await suggestion(), await suggestion(sender.externalId)]).toEqual(['MERGE', 'MERGE']);
  });

  test('MERGE where a conflict was noted, also where each of the two may talk by what was pasted', async () => {
    const all = { environmentIds: [project.development, project.staging, project.production] };
    for (const places of [{}, all]) {
      const [one, other] = [await project.user(places), await project.user(places)];
      const sender = telegram();
      await link(other.id, sender);
      await door.check({ ...sender, phoneNumber: one.phoneNumber }, project.development);
      const noted = await door.listOnce((found) => found.length > 0, { search: sender.externalId });
      expect(noted).toMatchObject([{ reason: 'IDENTITY_CONFLICT' }]);
      for (const text of [String(one.phoneNumber), sender.externalId]) expect(await suggestion(text)).toBe('MERGE');
    }
  });

  test('UNBLOCK where the sender or their user is blocked, before all else', async () => {
    const user = await project.user({ phoneNumber });
    const sender = telegram();
    await link(user.id, sender);
    await door.check({ ...whatsApp(), phoneNumber });
    await door.listOnce((found) => found.length > 0);
    expect(await suggestion()).toBe('APPROVE');
    const { blockedSenders } = await door.block({ sender });
    expect(new Set(Object.values(await reasons(phoneNumber)).flat())).toEqual(new Set(['BLOCKED']));
    expect([await suggestion(), await suggestion(sender.externalId)]).toEqual(['UNBLOCK', 'UNBLOCK']);
    for (const { id } of blockedSenders) await door.unblock(id);
    // The block dismissed the request.
    expect(await suggestion()).toBe('ADD_ENVIRONMENT');
  });
});

test('recent attempts are those that were noted of the sender, in all environments, in the last 30 days', async () => {
  const sender = whatsApp('+12025550123');
  const ofSlack = { channel: 'SLACK', externalId: 'T0123:U04', email: 'ana@example.com' } as const;
  const count = async (text: string) => (await explain(text)).recentAttempts;
  expect(await count('+12025550123')).toBe(0);
  await door.checkBatch([sender, { channel: 'TELEGRAM', phoneNumber: '12025550123' }, ofSlack]);
  await door.check(sender, project.development);
  await until(
    async () => (await door.list()).length,
    (length) => length === 3,
  );
  expect(await count('(202) 555-0123')).toBe(3);
  expect(await count(String(sender.externalId))).toBe(3);
  expect([await count('T0123:U04'), await count('Ana@example.com')]).toEqual([1, 1]);

  const { owner } = service;
  await sql`update access_requests set last_attempt_at = now() - interval '31 days'
    where project_id = ${project.id} and environment_id = ${project.development}`.execute(owner);
  expect(await count('+12025550123')).toBe(2);
  await door.keepDenied(false);
  expect(await count('+12025550123')).toBe(0);
});

test('nothing is written and nothing is an attempt, whoever asks', async () => {
  const { phoneNumber } = await project.user();
  const workspace = await service.keyFor('VIEWER');
  const before = await dumpRows(service.owner);
  for (const call of [project.viewer, project.member, project.administrator, workspace]) {
    for (const text of ['15550009999', String(phoneNumber), 'US.1234567', 'T0:U0', 'ana@example.com', '07911 123456']) {
      expect(await ask(text, project, call)).toMatchObject({ data: { explainAccess: { recentAttempts: 0 } } });
    }
  }
  // What is noted of a stranger who comes later is written after all that was noted before.
  const last = telegram();
  await door.check(last);
  expect(await door.listOnce((found) => found.length > 0)).toMatchObject([{ externalId: last.externalId }]);
  const after = await dumpRows(service.owner);
  expect(after.filter((row) => !before.includes(row) && !row.includes(last.externalId))).toEqual([]);
});

test("another project's users, strangers and blocks are unknown here, and so is the project", async () => {
  const other = await service.project('Other');
  const theirs = createDoor(other);
  await other.user({ phoneNumber: '+447911123456' });
  await theirs.block({ sender: { channel: 'TELEGRAM', externalId: '5550001' } });
  const stranger = whatsApp();
  await theirs.check({ ...stranger, externalId: 'T-opaque' });
  await theirs.listOnce((found) => found.length > 0);
  for (const text of ['+447911123456', '5550001', `+${stranger.phoneNumber}`]) {
    const { decisions, recentAttempts, suggestion } = await explain(text);
    expect(new Set(decisions.map(({ decision }) => decision.reason))).toEqual(new Set(['UNKNOWN_SENDER']));
    expect([recentAttempts, suggestion]).toEqual([0, 'ADD_USER']);
  }
  for (const text of ['07911 123456', 'T-opaque']) expect((await explain(text)).parsedAs).toEqual([]);
  expect(await ask('+447911123456', other, project.viewer)).toEqual({ data: { explainAccess: null } });
  expect(errorCode(await ask('+447911123456', other, project.gateway))).toBe('FORBIDDEN');
});

test('a text that is blank or too long is BAD_USER_INPUT', async () => {
  for (const text of ['', ' \u200b\n', 'x'.repeat(255), '🙂'.repeat(255)]) {
    expect([text, errorCode(await ask(text))]).toEqual([text, 'BAD_USER_INPUT']);
  }
});

describe('of a crowd', () => {
  let texts: [string, SenderInput][];
  let crowded: Project;

  beforeAll(async () => {
    crowded = await service.project('Crowd');
    const crowd = createDoor(crowded);
    const { development, staging, production } = crowded;
    for (const environmentIds of [[development], [staging, production], [development, staging, production]]) {
      for (const phoneNumber of [null, '+5511987654321', '+14155550100']) {
        await crowded.user({ environmentIds, ...(phoneNumber && environmentIds.length === 1 ? { phoneNumber } : {}) });
      }
    }
    await crowd.setMode('APPROVAL', staging);
    const senders = [telegram(), telegram(), whatsApp()];
    for (const sender of senders) await crowd.register(sender);
    await crowd.block({ sender: senders[1] });
    const { data } = await crowded.viewer(`query ($id: ID!) { project(id: $id) { users { nodes { phoneNumber } } } }`, {
      id: crowded.id,
    });
    const numbers = data.project?.users.nodes.flatMap(({ phoneNumber }) => phoneNumber ?? []) ?? [];
    texts = [
      ...numbers.map((text): [string, SenderInput] => [text, { channel: 'WHATSAPP', phoneNumber: text }]),
      ['+551187654321', { channel: 'TELEGRAM', phoneNumber: '551187654321' }],
      ...senders.map((sender): [string, SenderInput] => [
        sender.externalId,
        { channel: sender.channel, externalId: sender.externalId },
      ]),
      ['T9:U9', { channel: 'SLACK', externalId: 'T9:U9' }],
    ];
  });

  test('each is decided as a check decides', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), async ([text, sender]) => {
        const { decisions, parsedAs } = await explain(text, crowded);
        const at = parsedAs.findIndex(({ channel }) => channel === sender.channel);
        for (const environmentId of [crowded.development, crowded.staging, crowded.production]) {
          const { data } = await crowded.member(CHECK_ACCESS_BATCH, { environmentId, senders: [sender] });
          const told = decisions.filter(({ environment }) => environment.id === environmentId);
          expect(told[at]?.decision).toEqual(data.checkAccessBatch[0]);
        }
      }),
      { numRuns: 12 },
    );
  });
});

test('many environments take as many statements as few, and cost what their look-ups cost', async () => {
  const count = () => service.countStatements(() => ask('12025550123'));
  await ask('12025550123');
  const few = await count();
  await sql`insert into environments (project_id, id, name, type, self_registration)
    select ${project.id}, gen_random_uuid(), 'filled ' || n, 'STAGING', 'CLOSED' from generate_series(4, 50) n`.execute(
    service.db,
  );
  expect([await count(), (await explain('12025550123')).decisions.length]).toEqual([few, 150]);
  expect(few).toBeLessThanOrEqual(6);
  const aliases = (length: number) =>
    `query ($id: ID!) { ${Array.from({ length }, (_, at) => `a${at}: explainAccess(projectId: $id, sender: "1") { suggestion }`).join(' ')} }`;
  expect(errorCode(await project.viewer(aliases(20), { id: project.id }))).toBeUndefined();
  expect(errorCode(await project.viewer(aliases(25), { id: project.id }))).toBe('QUERY_TOO_COMPLEX');
});
