import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { SenderInput } from '../../src/graphql/generated/types.ts';
import { DELETE_ENVIRONMENT, DELETE_USER, READ_APPROVALS } from '../support/documents.ts';
import { createDoor, type Door, telegram, whatsApp } from '../support/door.ts';
import { errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;

beforeEach(async () => {
  project = await service.project();
  door = createDoor(project);
  await door.setMode('APPROVAL');
});

async function knock(sender: SenderInput = telegram()): Promise<string> {
  await door.register(sender);
  const [request] = await door.list({ search: sender.externalId });
  return String(request?.id);
}
const ids = async (...args: Parameters<Door['feed']>) => (await door.feed(...args))?.nodes.map(({ id }) => id);

test('tells approvals, oldest first, by when they were approved, to gateways and to who reads', async () => {
  const [first, second, third, dismissed] = [await knock(), await knock(), await knock(), await knock()];
  const approved = [third, first, second];
  for (const id of approved) await door.approve(id);
  await door.dismiss(dismissed);
  for (const caller of [project.gateway, project.viewer, project.member, project.administrator]) {
    expect(await ids({}, project.staging, caller)).toEqual(approved);
  }
  const feed = await door.feed();
  expect(feed).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false, hasPreviousPage: false } });
  expect(feed?.nodes[0]).toMatchObject({ status: 'APPROVED', user: { id: expect.any(String) }, attempts: 1 });
});

test('tells a gateway when the person last wrote, on which channel and who they are now, and no candidates', async () => {
  const sender = whatsApp();
  const id = await knock(sender);
  const { user } = await door.approve(id);
  const answer = await project.gateway(
    `query ($id: ID!) { decidedAccessRequests(environmentId: $id) { nodes { channel lastAttemptAt environment { id }
      user { id channelIdentities { externalId } phoneNumber } } } }`,
    { id: project.staging },
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data.decidedAccessRequests?.nodes).toEqual([
    {
      ...{ channel: 'WHATSAPP', lastAttemptAt: expect.stringMatching(/Z$/), environment: { id: project.staging } },
      user: {
        ...{ id: user?.id, phoneNumber: `+${sender.phoneNumber}` },
        channelIdentities: [{ externalId: sender.externalId }],
      },
    },
  ]);
  const more = 'query ($id: ID!) { decidedAccessRequests(environmentId: $id) { nodes { candidates { id } } } }';
  expect(errorCode(await project.gateway(more, { id: project.staging }))).toBe('FORBIDDEN');
});

test('is null where there is no such environment for the caller', async () => {
  const other = await service.project('Other');
  const bound = await service.keyFor('GATEWAY', project.id, [project.production]);
  expect(await door.feed({}, randomUUID())).toBeNull();
  expect(await door.feed({}, other.staging)).toBeNull();
  expect(await door.feed({}, project.staging, bound)).toBeNull();
  expect(await ids({}, project.production, bound)).toEqual([]);
  await project.administrator(DELETE_ENVIRONMENT, { input: { id: project.staging } });
  expect(await door.feed()).toBeNull();
});

test('tells of the last seven days, and not of who was deleted again', async () => {
  const [old, young, gone] = [await knock(), await knock(), await knock()];
  for (const id of [old, young]) await door.approve(id);
  const { user } = await door.approve(gone);
  expect(await ids()).toEqual([old, young, gone]);
  await project.member(DELETE_USER, { input: { id: user?.id } });
  const decide = (id: string, ago: string) =>
    sql`update access_requests set decided_at = now() - ${ago}::interval where id = ${id}`.execute(service.owner);
  await decide(young, '6 days 23 hours');
  await decide(old, '7 days 1 minute');
  expect(await ids()).toEqual([young]);
});

test('is read on from a cursor, which stays good when there was nothing more', async () => {
  const [first, second, third] = [await knock(), await knock(), await knock()];
  for (const id of [first, second]) await door.approve(id);
  const page = await door.feed({ first: 1 });
  expect(page).toMatchObject({ nodes: [{ id: first }], pageInfo: { hasNextPage: true } });
  const next = await door.feed({ first: 1, after: page?.pageInfo.endCursor });
  expect(next).toMatchObject({ nodes: [{ id: second }], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
  const after = next?.pageInfo.endCursor;
  // Whoever keeps the last cursor must not begin anew after a quiet minute.
  expect(await door.feed({ after })).toMatchObject({ nodes: [], pageInfo: { endCursor: after } });
  await door.approve(third);
  expect(await ids({ after })).toEqual([third]);
});

describe('is BAD_USER_INPUT', () => {
  test.each([{ first: 0 }, { first: 101 }, { first: -1 }, { after: 'x' }])('%j', async (args) => {
    const answer = await project.gateway(READ_APPROVALS, { id: project.staging, ...args });
    expect(errorCode(answer)).toBe('BAD_USER_INPUT');
  });

  test('for a cursor of another environment', async () => {
    await door.approve(await knock());
    const after = (await door.feed())?.pageInfo.endCursor;
    const answer = await project.gateway(READ_APPROVALS, { id: project.production, after });
    expect(errorCode(answer)).toBe('BAD_USER_INPUT');
  });
});

test('tells each approval exactly once to who reads on while many decide at once', async () => {
  const senders = Array.from({ length: 48 }, () => telegram());
  await Promise.all(senders.map((sender) => door.register(sender)));
  const waiting = (await door.list({ status: 'PENDING' })).map(({ id }) => id);
  expect(waiting).toHaveLength(48);
  const told: unknown[] = [];
  let after: unknown;
  let isOver = false;
  const readOn = async () => {
    const page = await door.feed({ first: 5, after });
    told.push(...(page?.nodes.map(({ id }) => id) ?? []));
    after = page?.pageInfo.endCursor ?? after;
    return page?.nodes.length ?? 0;
  };
  const walk = async () => {
    while (!isOver) await readOn();
    while ((await readOn()) > 0);
  };
  const decide = async (start: number) => {
    // Each is decided by two.
    for (const id of [...waiting.slice(start), ...waiting.slice(0, start)]) await door.approve(id);
  };
  const deciding = Promise.all([decide(0), decide(8), decide(16), decide(24), decide(32), decide(40)]).then(() => {
    isOver = true;
  });
  await Promise.all([deciding, walk()]);
  expect(told).toHaveLength(48);
  expect(told.toSorted()).toEqual(waiting.toSorted());
  expect(await ids({ first: 100 })).toEqual(told);
});
