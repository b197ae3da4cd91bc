import { beforeAll, describe, expect, test } from '@jest/globals';
import { LINK_IDENTITY } from '../support/documents.ts';
import { createDoor, type Door, telegram, whatsApp } from '../support/door.ts';
import { type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;

beforeAll(async () => {
  project = await service.project();
  door = createDoor(project);
  await door.setMode('APPROVAL');
});

const find = async ({ externalId }: { externalId: string }) => (await door.list({ search: externalId }))[0];

describe('where newcomers need approval', () => {
  test('a stranger asks once, is told once, waits, and is let in', async () => {
    const sender = whatsApp();
    expect(await door.check(sender)).toMatchObject({
      allowed: false,
      reason: 'UNKNOWN_SENDER',
      selfRegistration: 'APPROVAL',
      shouldRegister: true,
    });
    const waiting = {
      allowed: false,
      reason: 'AWAITING_APPROVAL',
      user: null,
      matchedBy: null,
      selfRegistration: 'APPROVAL',
      shouldRegister: false,
    };
    const profile = { firstName: 'Dora', lastName: 'Diaz', email: 'dora@example.com' };
    expect(await door.register(sender, profile)).toEqual({
      user: null,
      outcome: 'REQUESTED',
      decision: waiting,
      userErrors: [],
    });
    expect(await door.check(sender)).toEqual(waiting);
    const again = await door.register(sender);
    expect(again).toEqual({ user: null, outcome: 'ALREADY_REQUESTED', decision: waiting, userErrors: [] });
    const [request] = await door.listOnce(([found]) => found?.attempts === 3, { search: sender.externalId });
    expect(request).toEqual({
      ...{ id: expect.any(String), environment: { id: project.staging }, channel: 'WHATSAPP' },
      ...{ phoneNumber: `+${sender.phoneNumber}`, externalId: sender.externalId, ...profile },
      ...{ reason: 'UNKNOWN_SENDER', attempts: 3, status: 'PENDING', decidedAt: null, user: null, candidates: [] },
      ...{ firstAttemptAt: expect.stringMatching(/Z$/), lastAttemptAt: expect.stringMatching(/Z$/) },
    });

    const approved = await door.approve(request?.id, { email: profile.email });
    expect(approved).toMatchObject({
      outcome: 'CREATED',
      userErrors: [],
      user: {
        ...{ ...profile, phoneNumber: `+${sender.phoneNumber}`, creationSource: 'SELF_REGISTERED' },
        environments: [{ id: project.staging }],
        channelIdentities: [{ channel: 'WHATSAPP', externalId: sender.externalId, linkedBy: 'PHONE_NUMBER' }],
      },
      accessRequest: {
        ...{ id: request?.id, status: 'APPROVED', attempts: 3, decidedAt: expect.stringMatching(/Z$/), candidates: [] },
        ...{ phoneNumber: null, externalId: null, email: null, firstName: null, lastName: null },
        user: { id: approved.user?.id },
      },
    });
    expect(await door.check(sender)).toMatchObject({
      allowed: true,
      reason: 'ALLOWED',
      user: { id: approved.user?.id },
    });
    const trail = await project.trail(String(approved.user?.id));
    expect(trail).toMatchObject([
      { action: 'ACCESS_REQUEST_APPROVED', actorName: 'MEMBER', relatedId: request?.id },
      { action: 'USER_SELF_REGISTERED' },
    ]);
  });

  test('a user who is no member asks, an id not known yet is linked beside it, and is let in', async () => {
    const user = await project.user();
    const sender = whatsApp(String(user.phoneNumber));
    expect(await door.check(sender)).toMatchObject({ reason: 'NOT_IN_ENVIRONMENT', shouldRegister: true });
    const asked = await door.register(sender);
    expect(asked).toMatchObject({ user: null, outcome: 'REQUESTED', userErrors: [] });
    expect(asked.decision).toMatchObject({
      reason: 'AWAITING_APPROVAL',
      user: { id: user.id },
      matchedBy: 'IDENTITY',
      shouldRegister: false,
    });
    const request = await find(sender);
    expect(request).toMatchObject({ reason: 'NOT_IN_ENVIRONMENT', candidates: [{ id: user.id }] });
    expect((await door.register(sender)).outcome).toBe('ALREADY_REQUESTED');
    const approved = await door.approve(request?.id);
    expect(approved).toMatchObject({ outcome: 'ENVIRONMENT_ADDED', user: { id: user.id, creationSource: 'INVITED' } });
    expect(approved.user?.environments.map(({ id }) => id)).toEqual([project.development, project.staging]);
    expect(await door.check(sender)).toMatchObject({ reason: 'ALLOWED' });
  });

  test('who was dismissed is answered as before, does not open the request again, and may still be let in', async () => {
    const sender = telegram();
    await door.register(sender);
    const request = await find(sender);
    expect(await door.dismiss(request?.id)).toMatchObject({
      accessRequest: { id: request?.id, status: 'DISMISSED', decidedAt: expect.stringMatching(/Z$/), user: null },
      userErrors: [],
    });
    expect((await project.trail())[0]).toMatchObject({ action: 'ACCESS_REQUEST_DISMISSED', subjectId: request?.id });
    expect(await door.check(sender)).toMatchObject({ reason: 'AWAITING_APPROVAL', shouldRegister: false });
    expect(await door.register(sender)).toMatchObject({ user: null, outcome: 'ALREADY_REQUESTED' });
    const [later] = await door.listOnce(([found]) => found?.attempts === 3, { search: sender.externalId });
    expect(later).toMatchObject({ status: 'DISMISSED', attempts: 3 });
    expect(await door.list({ search: sender.externalId, status: 'PENDING' })).toEqual([]);
    expect((await door.dismiss(request?.id)).userErrors).toEqual([refusal('ALREADY_DECIDED', ['id'])]);
    expect(await door.approve(request?.id)).toMatchObject({ outcome: 'CREATED', userErrors: [] });
    expect(await door.check(sender)).toMatchObject({ reason: 'ALLOWED' });
    expect((await door.approve(request?.id)).userErrors).toEqual([refusal('ALREADY_DECIDED', ['id'])]);
    expect((await door.dismiss(request?.id)).userErrors).toEqual([refusal('ALREADY_DECIDED', ['id'])]);
  });

  test('an environment tells how many wait', async () => {
    const other = await service.project('Counted');
    const there = createDoor(other);
    await there.setMode('APPROVAL');
    for (const sender of [telegram(), telegram(), telegram()]) await there.register(sender);
    const [first, second] = await there.list();
    await there.dismiss(first?.id);
    const count = async () => {
      const { data } = await other.viewer(
        'query ($id: ID!) { project(id: $id) { environments { id pendingAccessRequestCount } } }',
        { id: other.id },
      );
      return data.project?.environments.map((each) => [each.id, each.pendingAccessRequestCount]);
    };
    const nobody = [other.development, other.production].map((id) => [id, 0]);
    expect(await count()).toEqual(expect.arrayContaining([[other.staging, 2], ...nobody]));
    await there.approve(second?.id);
    expect(await count()).toEqual(expect.arrayContaining([[other.staging, 1], ...nobody]));
  });

  test('there is one request of a person in each environment', async () => {
    const sender = telegram();
    await door.setMode('APPROVAL', project.development);
    for (const each of [project.staging, project.development]) await door.register(sender, {}, each);
    const requests = await door.list({ search: sender.externalId });
    expect(requests.map(({ environment }) => environment.id).toSorted()).toEqual(
      [project.staging, project.development].toSorted(),
    );
    const [here] = await door.list({ search: sender.externalId, environmentIds: [project.staging] });
    await door.approve(here?.id);
    expect(await door.check(sender)).toMatchObject({ reason: 'ALLOWED' });
    expect(await door.check(sender, project.development)).toMatchObject({ reason: 'AWAITING_APPROVAL' });
    await door.setMode('CLOSED', project.development);
  });

  test('a conflict of two users is no request, and is told by what they were found', async () => {
    const [ana, bill] = [await project.user(), await project.user()];
    const sender = telegram();
    await project.member(LINK_IDENTITY, { input: { userId: ana.id, ...sender } });
    const answer = await door.register({ ...sender, phoneNumber: bill.phoneNumber });
    expect(answer).toMatchObject({
      user: null,
      outcome: null,
      decision: { reason: 'IDENTITY_CONFLICT', shouldRegister: false },
      userErrors: [{ code: 'IDENTITY_CONFLICT', message: 'Different users have the phone number and the id' }],
    });
    expect(await find(sender)).toBeUndefined();
  });

  test('long names are cut, and an address that is none is refused', async () => {
    const sender = telegram();
    expect((await door.register(sender, { email: 'dora' })).userErrors).toEqual([
      refusal('EMAIL_INVALID', ['email'], 'Invalid Email'),
    ]);
    await door.register(sender, { firstName: 'x'.repeat(300) });
    expect((await find(sender))?.firstName).toBe('x'.repeat(100));
  });

  test('what a later attempt tells counts, and what it does not tell stays', async () => {
    const sender = whatsApp();
    await door.register(sender, { firstName: 'Dora', lastName: 'Diaz' });
    await door.register({ ...sender, phoneNumber: null }, { firstName: 'Theodora' });
    expect(await find(sender)).toMatchObject({
      phoneNumber: `+${sender.phoneNumber}`,
      firstName: 'Theodora',
      lastName: 'Diaz',
    });
  });
});

describe('the mode decides the answer, and the request stays', () => {
  test('who waits registers where it is OPEN, and the request is closed as theirs, outside the feed', async () => {
    const sender = telegram();
    await door.register(sender);
    const request = await find(sender);
    await door.dismiss(request?.id);
    await door.setMode('OPEN');
    expect(await door.check(sender)).toMatchObject({ reason: 'UNKNOWN_SENDER', shouldRegister: true });
    const { user, outcome } = await door.register(sender);
    expect(outcome).toBe('CREATED');
    await door.setMode('APPROVAL');
    const closed = (await door.list()).find(({ id }) => id === request?.id);
    expect(closed).toMatchObject({ status: 'APPROVED', user: { id: user?.id }, externalId: null });
    expect((await door.feed({ first: 100 }))?.nodes.map(({ id }) => id)).not.toContain(request?.id);
  });

  test('who waits is unknown where it is CLOSED, and waits again afterwards', async () => {
    const sender = telegram();
    await door.register(sender);
    await door.setMode('CLOSED');
    expect(await door.check(sender)).toMatchObject({ reason: 'UNKNOWN_SENDER', shouldRegister: false });
    expect(await door.register(sender)).toMatchObject({ userErrors: [{ code: 'SELF_REGISTRATION_CLOSED' }] });
    await door.setMode('APPROVAL');
    expect(await door.check(sender)).toMatchObject({ reason: 'AWAITING_APPROVAL' });
    expect(await door.register(sender)).toMatchObject({ outcome: 'ALREADY_REQUESTED' });
  });
});

test('under APPROVAL two hundred webhooks at once of one stranger make one request, and each counts', async () => {
  const sender = whatsApp();
  const receive = async () => {
    const { shouldRegister } = await door.check(sender);
    return shouldRegister ? (await door.register(sender)).outcome : 'CHECKED';
  };
  const outcomes = await Promise.all(Array.from({ length: 200 }, receive));
  expect(outcomes.filter((outcome) => outcome === 'REQUESTED')).toHaveLength(1);
  expect(outcomes).not.toContain(null);
  const requests = await door.listOnce(([found]) => (found?.attempts ?? 0) >= 200, { search: sender.externalId });
  expect(requests).toMatchObject([{ attempts: 200 }]);
});
