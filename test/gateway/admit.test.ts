import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createGateway, type Gateway, type Profile, type Sender } from '../../src/gateway/gateway.ts';
import { createDoor, type Door, telegram, whatsApp } from '../support/door.ts';
import { type Listener, listen, passOn } from '../support/listener.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;
let listener: Listener;
/** At Staging, which is closed. */
let gateway: Gateway;
let open: Gateway;
let approving: Gateway;
/** What the answers to requests wait for. */
let gates: (() => unknown)[] = [];

beforeAll(async () => {
  listener = await listen(async (response, heard) => {
    await gates.shift()?.();
    return passOn(service, response, heard);
  });
  project = await service.project();
  door = createDoor(project);
  await door.setMode('OPEN', project.production);
  await door.setMode('APPROVAL', project.development);
  const key = await service.secretFor('GATEWAY', project.id);
  const at = (environmentId: string) => createGateway({ url: listener.url, key, environmentId });
  [gateway, open, approving] = [at(project.staging), at(project.production), at(project.development)];
});
afterAll(() => listener.close());
afterEach(() => {
  gates = [];
  listener.take();
});

const operations = () => listener.take().map(({ operation }) => operation);

/** A member of Staging, as WhatsApp names them: by number alone. */
async function member(): Promise<Sender & { id: string }> {
  const { id, phoneNumber } = await project.user({ environmentIds: [project.staging] });
  return { id, channel: 'WHATSAPP', phoneNumber };
}

/** Keeps the answer to the next request until it is let go. */
function holdNext(): () => void {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  gates.push(() => held);
  return () => letGo();
}

describe('A sender', () => {
  test('who is a member may talk, after one request', async () => {
    const { id, ...sender } = await member();
    expect(await gateway.admit(sender)).toEqual({
      allowed: true,
      reason: 'ALLOWED',
      user: expect.objectContaining({ id, fullName: 'Ana Lima', phoneNumber: sender.phoneNumber }),
      outcome: null,
    });
    expect(operations()).toEqual(['GatewayCheck']);
  });

  test('who was invited by number is linked to the id they write with, once', async () => {
    const { id, phoneNumber } = await member();
    const sender = whatsApp(String(phoneNumber));
    const { allowed, outcome, user } = await gateway.admit(sender);
    expect({ allowed, outcome, id: user?.id }).toEqual({ allowed: true, outcome: 'LINKED_TO_EXISTING', id });
    expect(operations()).toEqual(['GatewayCheck', 'GatewayRegister']);
    // WhatsApp hides the number from now on.
    expect(await gateway.admit({ ...sender, phoneNumber: null })).toMatchObject({ allowed: true, outcome: null });
    expect(operations()).toEqual(['GatewayCheck']);
  });

  test('whom nobody knows is registered where it is open, under the names that the channel tells', async () => {
    const names = { firstName: 'Bea', middleName: 'Maria', lastName: 'Sol' };
    const { user, ...decision } = await open.admit(telegram(), names);
    expect(decision).toEqual({ allowed: true, reason: 'ALLOWED', outcome: 'CREATED' });
    expect(user).toMatchObject({ fullName: 'Bea Maria Sol', firstName: 'Bea', lastName: 'Sol' });
  });

  test('whom nobody knows asks once where approval is needed, and is told no where it is closed', async () => {
    const sender = telegram();
    const waiting = { allowed: false, reason: 'AWAITING_APPROVAL', user: null };
    expect(await approving.admit(sender)).toEqual({ ...waiting, outcome: 'REQUESTED' });
    expect(await approving.admit(sender)).toEqual({ ...waiting, outcome: null });
    const unknown = { allowed: false, reason: 'UNKNOWN_SENDER', user: null, outcome: null };
    expect(await gateway.admit(telegram())).toEqual(unknown);
  });

  test('whose registration is refused gets the decision that stands beside the refusal', async () => {
    const { id, phoneNumber } = await project.user();
    const sender = whatsApp(String(phoneNumber));
    const no = { allowed: false, reason: 'NOT_IN_ENVIRONMENT', user: expect.objectContaining({ id }) };
    expect(await gateway.admit(sender)).toEqual({ ...no, outcome: 'LINKED_TO_EXISTING' });
    const stranger = telegram();
    gates.push(
      () => {},
      () => door.block({ sender: stranger }),
    );
    expect(await open.admit(stranger)).toEqual({ allowed: false, reason: 'BLOCKED', user: null, outcome: null });
    expect(operations().slice(-2)).toEqual(['GatewayCheck', 'GatewayRegister']);
  });
});

describe('Names never keep anybody out', () => {
  const throwing = Object.defineProperty({}, 'firstName', {
    get() {
      throw new Error('no name');
    },
  });
  test.each<[string, unknown, string | null]>([
    ['none', undefined, null],
    ['null', null, null],
    ['a text', 'Ana', null],
    ['numbers', { firstName: 1, lastName: {} }, null],
    ['one of a megabyte', { firstName: 'é'.repeat(1_000_000) }, 'é'.repeat(100)],
    ['half a surrogate pair', { firstName: 'A\ud83d' }, 'A\ufffd'],
    ['a NUL', { firstName: '\0Ana\0' }, 'Ana'],
    ['a getter that throws', throwing, null],
    ['a prototype', JSON.parse('{ "__proto__": { "firstName": "Mallory" } }'), null],
  ])('%s', async (_, profile, firstName) => {
    const { allowed, user } = await open.admit(telegram(), profile as Profile);
    expect([allowed, user?.firstName ?? null]).toEqual([true, firstName]);
  });
});

describe('What is no sender', () => {
  const hostile = () => {
    throw new Error('hostile');
  };
  const circular: Record<string, unknown> = { channel: 'TELEGRAM' };
  circular.externalId = circular;
  const good = telegram();
  let sender: Sender;
  beforeAll(async () => {
    sender = await member();
  });
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'TELEGRAM:1'],
    ['a number', 1],
    ['a list', [good]],
    ['a function', hostile],
    ['an empty object', {}],
    ['an unknown channel', { ...good, channel: 'SIGNAL' }],
    ['a channel alone', { channel: 'TELEGRAM' }],
    ['a name of the prototype as channel', { ...good, channel: '__proto__' }],
    ['an inherited sender', Object.create(good)],
    ['an id of a prototype', JSON.parse('{ "channel": "TELEGRAM", "__proto__": { "externalId": "1" } }')],
    ['a group', { channel: 'TELEGRAM', externalId: -1 }],
    ['an id that is no whole number', { channel: 'TELEGRAM', externalId: 1.5 }],
    ['an id as an object', { channel: 'TELEGRAM', externalId: { toString: () => '1' } }],
    ['one that holds itself', circular],
    ['a NUL', { ...good, phoneNumber: '\0' }],
    ['half a surrogate pair', { ...good, externalId: '\ud83d' }],
    ['a megabyte', { ...good, externalId: '1'.repeat(1_000_000) }],
    ['many bytes', { ...good, email: '\u0001'.repeat(400) }],
    ['a getter that throws', Object.defineProperty({ ...good }, 'phoneNumber', { get: hostile, enumerable: true })],
    ['a proxy that throws', new Proxy({}, { get: hostile, has: hostile, getOwnPropertyDescriptor: hostile })],
  ])('is told no, and spoils nobody else: %s', async (_, bad) => {
    const [no, yes] = await Promise.all([gateway.admit(bad as Sender), gateway.admit(sender)]);
    expect(no).toEqual({ allowed: false, reason: 'INVALID_SENDER', user: null, outcome: null });
    expect(yes.allowed).toBe(true);
    expect(await gateway.checkMany([bad as Sender, sender])).toMatchObject([{ allowed: false }, { allowed: true }]);
  });

  test('Telegram writes its ids as numbers: they are taken', async () => {
    const externalId = 4_503_599_627_370_495;
    expect(await open.admit({ channel: 'TELEGRAM', externalId } as unknown as Sender)).toMatchObject({
      allowed: true,
    });
    const text = { channel: 'TELEGRAM', externalId: String(externalId) } as const;
    expect(await open.admit(text)).toMatchObject({ allowed: true, outcome: null });
  });
});

describe('Many at once', () => {
  test('travel as one request; more than a hundred as more', async () => {
    const senders = await Promise.all(Array.from({ length: 16 }, member));
    const answers = await Promise.all(senders.map((sender) => gateway.admit(sender)));
    expect(answers.map(({ user }) => user?.id)).toEqual(senders.map(({ id }) => id));
    expect(operations()).toEqual(['GatewayCheck']);
    const crowd = Array.from({ length: 250 }, (_, index) => senders[index % 16] ?? telegram());
    const checks = await gateway.checkMany(crowd);
    expect(checks.map(({ user }) => user?.id)).toEqual(crowd.map((sender) => 'id' in sender && sender.id));
    expect(listener.take().map(({ variables }) => variables.senders?.length)).toEqual([100, 100, 50]);
  });

  test('who come while a request is under way travel together in the next', async () => {
    const { id: _, ...sender } = await member();
    const letGo = holdNext();
    const first = gateway.admit(sender);
    await oneIsUnderWay();
    const others = Array.from({ length: 15 }, () => gateway.admit(sender));
    letGo();
    await Promise.all([first, ...others]);
    expect(listener.take().map(({ variables }) => variables.senders?.length)).toEqual([1, 15]);
  });

  test('sixteen who ask again and again make a sixteenth of the requests', async () => {
    const { id: _, ...sender } = await member();
    const talk = async () => {
      for (let count = 0; count < 10; count += 1) expect(await gateway.admit(sender)).toMatchObject({ allowed: true });
    };
    const connections = listener.connections();
    await Promise.all(Array.from({ length: 16 }, talk));
    expect(operations()).toHaveLength(10);
    // Kept alive.
    expect(listener.connections() - connections).toBeLessThan(2);
  });

  test('nobody waits for long behind a request that is not answered', async () => {
    const { id: _, ...sender } = await member();
    const letGo = holdNext();
    const first = gateway.admit(sender);
    await oneIsUnderWay();
    expect(await gateway.admit(sender)).toMatchObject({ allowed: true });
    letGo();
    expect(await first).toMatchObject({ allowed: true });
  });

  test('one newcomer in two webhooks is registered once, and both are answered', async () => {
    const sender = telegram();
    const answers = await Promise.all([open.admit(sender), open.admit(sender)]);
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, true]);
    expect(new Set(answers.map(({ user }) => user?.id)).size).toBe(1);
    expect(operations()).toEqual(['GatewayCheck', 'GatewayRegister', 'GatewayRegister']);
  });

  test('no list of senders is an empty one', async () => {
    expect(await gateway.checkMany([])).toEqual([]);
    expect(await gateway.checkMany(undefined as unknown as Sender[])).toEqual([]);
  });
});

/** What is asked for leaves at the end of this turn of the event loop. */
async function oneIsUnderWay() {
  await new Promise(setImmediate);
}
