import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { createRequestRetention } from '../../src/database/open-requests.ts';
import type { SenderInput } from '../../src/graphql/generated/types.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { createDoor, type Door, telegram, until, whatsApp } from '../support/door.ts';
import { dumpRows } from '../support/dump.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const metrics = createMetrics();
const service = useService(undefined, { metrics });
let project: Project;
let door: Door;

beforeEach(async () => {
  project = await service.project();
  door = createDoor(project);
});

async function countUnnoted(): Promise<number> {
  const metric = await metrics.registry.getSingleMetric('access_attempts_unnoted_total')?.get();
  return metric?.values[0]?.value ?? 0;
}

/** Requests of Staging that wait, all of them from yesterday. */
async function addRequests(count: number) {
  await sql`
    insert into access_requests (project_id, id, environment_id, channel, external_id, search_text, reason, is_asked, attempts,
      first_attempt_at, last_attempt_at)
    select ${project.id}, gen_random_uuid(), ${project.staging}, 'TELEGRAM', (8000000 + n)::text, '', 'UNKNOWN_SENDER', true, 1,
      now() - interval '1 day', now() - interval '1 day'
    from generate_series(1, ${count}::int) as n`.execute(service.owner);
}

/** Asks again for as long as there is no room: for a moment a process remembers that there was none. */
const onceThereIsRoom = (sender: SenderInput) =>
  until(
    () => door.register(sender),
    ({ outcome }) => outcome !== null,
  );

const TOO_MANY = {
  user: null,
  outcome: null,
  decision: { allowed: false, reason: 'UNKNOWN_SENDER' },
  userErrors: [{ code: 'TOO_MANY' }],
};

describe('a thousand requests wait', () => {
  beforeEach(() => addRequests(999));

  test('and no stranger asks for more, until one is decided', async () => {
    await door.setMode('APPROVAL');
    const last = telegram();
    expect((await door.register(last)).outcome).toBe('REQUESTED');
    const further = telegram();
    expect(await door.register(further)).toMatchObject(TOO_MANY);
    expect(await door.check(further)).toMatchObject({ reason: 'UNKNOWN_SENDER', shouldRegister: true });
    // Those who wait count on.
    expect(await door.register(last)).toMatchObject({ outcome: 'ALREADY_REQUESTED' });
    expect(await door.list({ search: last.externalId })).toMatchObject([{ attempts: 2 }]);
    const [waiting] = await door.list({ search: last.externalId });
    await door.dismiss(waiting?.id);
    expect((await onceThereIsRoom(further)).outcome).toBe('REQUESTED');
  });

  test('and a new id of somebody who is known is linked all the same', async () => {
    await door.setMode('APPROVAL');
    await door.register(telegram());
    const user = await project.user({ environmentIds: [project.development] });
    const sender = whatsApp(String(user.phoneNumber));
    expect(await door.register(sender)).toMatchObject({
      ...{ user: { id: user.id }, outcome: 'LINKED_TO_EXISTING', userErrors: [] },
      decision: { allowed: false, reason: 'NOT_IN_ENVIRONMENT', matchedBy: 'IDENTITY' },
    });
    expect(await door.list({ search: sender.externalId })).toEqual([]);
    const refused = await door.register(sender);
    expect(refused).toMatchObject({ user: null, outcome: null, userErrors: [{ code: 'TOO_MANY' }] });
  });

  test('and nobody who is allowed, or registers elsewhere, notices', async () => {
    await door.setMode('APPROVAL');
    await door.register(telegram());
    const user = await project.user({ environmentIds: [project.staging] });
    const sender = whatsApp(String(user.phoneNumber));
    expect(await door.check(sender)).toMatchObject({ reason: 'ALLOWED', shouldRegister: true });
    expect((await door.register(sender)).outcome).toBe('LINKED_TO_EXISTING');
    expect((await door.register(telegram(), {}, project.production)).outcome).toBe('CREATED');
    await door.setMode('APPROVAL', project.development);
    expect((await door.register(telegram(), {}, project.development)).outcome).toBe('REQUESTED');
  });

  test('and further strangers who are denied are counted in a metric alone', async () => {
    const before = await countUnnoted();
    const [last, further] = [telegram(), telegram()];
    await door.check(last);
    await door.listOnce((found) => found.length === 1, { search: last.externalId });
    for (let time = 0; time < 3; time += 1) {
      expect(await door.check(further)).toMatchObject({ reason: 'UNKNOWN_SENDER' });
    }
    expect(await until(countUnnoted, (count) => count >= before + 3)).toBe(before + 3);
    expect(await door.list({ search: further.externalId })).toEqual([]);
    await door.check(last);
    expect(await door.listOnce(([found]) => found?.attempts === 2, { search: last.externalId })).toHaveLength(1);
  });
});

describe('in a minute sixty new strangers are noted', () => {
  const count = async () => (await door.list()).length;

  test('who ask, also several at once', async () => {
    await door.setMode('APPROVAL');
    const before = await countUnnoted();
    const asked = [];
    for (let ten = 0; ten < 7; ten += 1) {
      const strangers = Array.from({ length: 10 }, telegram);
      asked.push(...(await Promise.all(strangers.map((sender) => door.register(sender)))));
    }
    expect(asked.filter(({ outcome }) => outcome === 'REQUESTED')).toHaveLength(60);
    const refused = asked.filter(({ outcome }) => outcome === null);
    for (const each of refused) expect(each).toMatchObject(TOO_MANY);
    expect(refused).toHaveLength(10);
    expect(await countUnnoted()).toBe(before + 10);
    expect(await count()).toBe(60);
    await service.owner
      .updateTable('accessRequests')
      .set({ firstAttemptAt: sql`now() - interval '61 seconds'` })
      .execute();
    expect((await onceThereIsRoom(telegram())).outcome).toBe('REQUESTED');
  });

  test('who are denied, the first ones of a batch, and the others are counted in a metric alone', async () => {
    const before = await countUnnoted();
    const all = Array.from({ length: 75 }, telegram);
    await door.checkBatch(all);
    expect(await until(countUnnoted, (unnoted) => unnoted >= before + 15)).toBe(before + 15);
    expect(await count()).toBe(60);
    expect(await door.list({ search: all[59]?.externalId })).toHaveLength(1);
    expect(await door.list({ search: all[60]?.externalId })).toEqual([]);
  });
});

test('a project has a hundred thousand blocks at most, and twice is none more', async () => {
  await sql`
    insert into blocked_senders (project_id, id, channel, external_id, search_text, blocked_by)
    select ${project.id}, gen_random_uuid(), 'TELEGRAM', (9000000 + n)::text, '', 'Ana' from generate_series(1, 99999) as n`.execute(
    service.owner,
  );
  const sender = whatsApp();
  const tooMany = { blockedSenders: [], userErrors: [{ code: 'TOO_MANY', field: null }] };
  expect(await door.block({ sender })).toMatchObject(tooMany);
  const last = { ...sender, phoneNumber: null };
  expect((await door.block({ sender: last })).blockedSenders).toHaveLength(1);
  expect((await door.block({ sender: last })).blockedSenders).toHaveLength(1);
  expect(await door.block({ sender: telegram() })).toMatchObject(tooMany);
});

describe('thirty days after the last attempt', () => {
  const forget = createLoop();
  /** Runs the job's steps until nothing is left to do. */
  function createLoop() {
    return async () => {
      const step = createRequestRetention(service.db);
      while ((await step()) > 0);
    };
  }
  const age = (id: unknown, interval: string) =>
    sql`update access_requests set last_attempt_at = now() - ${interval}::interval, first_attempt_at = now() - interval '90 days'
      where id = ${id}`.execute(service.owner);
  const inAnyTable = async (texts: string[]) => {
    const rows = (await dumpRows(service.owner)).join('\n').toLowerCase();
    return texts.filter((text) => rows.includes(text.toLowerCase()));
  };

  test.each(['PENDING', 'DISMISSED'])('nothing of the person is in any table: %s', async (status) => {
    await door.setMode('APPROVAL');
    const sender: SenderInput = { ...whatsApp('+12025550166'), externalId: 'US.KANARI' };
    const profile = { firstName: 'Kanarienvogel', lastName: 'Vogelsang', email: 'kanari@vogel.example' };
    await door.register(sender, profile);
    const [request] = await door.list({ search: 'kanarienvogel' });
    if (status === 'DISMISSED') await door.dismiss(request?.id);
    const texts = ['2025550166', 'US.KANARI', ...Object.values(profile)];
    await age(request?.id, '29 days 23 hours');
    await forget();
    expect(await inAnyTable(texts)).toEqual(texts);
    await age(request?.id, '30 days 1 minute');
    await forget();
    expect(await inAnyTable(texts)).toEqual([]);
    expect(await door.list()).toEqual([]);
    // It is as if they had never written.
    expect(await door.check(sender)).toMatchObject({ reason: 'UNKNOWN_SENDER', shouldRegister: true });
  });

  test('an approved request is gone as well, and the user stays', async () => {
    await door.setMode('APPROVAL');
    const sender = telegram();
    await door.register(sender);
    const [request] = await door.list();
    await door.approve(request?.id);
    await age(request?.id, '31 days');
    await forget();
    expect(await door.list()).toEqual([]);
    expect(await door.check(sender)).toMatchObject({ reason: 'ALLOWED' });
  });

  test('a new attempt makes it younger, and many are gone in steps', async () => {
    await door.setMode('APPROVAL');
    await addRequests(250);
    const sender = telegram();
    await door.register(sender);
    await service.owner
      .updateTable('accessRequests')
      .where('projectId', '=', project.id)
      .set({ lastAttemptAt: sql`now() - interval '31 days'` })
      .execute();
    expect((await door.register(sender)).outcome).toBe('ALREADY_REQUESTED');
    await forget();
    expect(await door.list()).toMatchObject([{ externalId: sender.externalId, attempts: 2 }]);
  });
});
