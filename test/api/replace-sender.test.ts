import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { KyselyPlugin } from 'kysely';
import type { Actor } from '../../src/domain/actor.ts';
import { replaceSender } from '../../src/domain/replace-sender.ts';
import type { CreateUserInput, SenderInput } from '../../src/graphql/generated/types.ts';
import {
  BLOCK_SENDER,
  CHECK_ACCESS,
  CREATE_USER,
  LINK_IDENTITY,
  READ_USER,
  REPLACE_SENDER,
  SELF_REGISTER,
} from '../support/documents.ts';
import { errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;

beforeAll(async () => {
  project = await service.project();
});

type Part = Omit<SenderInput, 'channel'>;
const whatsApp = (part: Part): SenderInput => ({ channel: 'WHATSAPP', ...part });

async function replace(previous: SenderInput, current: SenderInput, environmentId: unknown = project.production) {
  return (await project.gateway(REPLACE_SENDER, { input: { environmentId, previous, current } })).data.replaceSender;
}
async function check(sender: SenderInput) {
  return (await project.gateway(CHECK_ACCESS, { environmentId: project.production, sender })).data.checkAccess;
}
async function register(sender: SenderInput) {
  const { data } = await project.gateway(SELF_REGISTER, { input: { environmentId: project.production, sender } });
  return String(data.selfRegisterUser.user?.id);
}
async function read(id: unknown) {
  return (await project.viewer(READ_USER, { id })).data.user;
}
const invite = (fields: Partial<CreateUserInput> = {}) =>
  project.user({ environmentIds: [project.production], ...fields });

let round = 0;
type Person = Awaited<ReturnType<typeof ana>>;

/** Ana, whom WhatsApp knows by a number and an id, and what it calls her after she changes her number. */
async function ana() {
  round += 1;
  const [oldNumber, newNumber] = [`1555900${1000 + round}`, `1555901${1000 + round}`];
  const [oldId, newId] = [`US.9${round}1`, `US.9${round}2`];
  const { id } = await invite({ phoneNumber: `+${oldNumber}` });
  return { id, oldNumber, newNumber, oldId, newId };
}

test('the block of somebody who is no user follows them, but to nobody else', async () => {
  const bob = await invite();
  const [was, id] = ['15559040001', 'US.40001'];
  await project.member(BLOCK_SENDER, { input: { projectId: project.id, sender: whatsApp({ phoneNumber: was }) } });
  const current = whatsApp({ phoneNumber: bob.phoneNumber, externalId: id });
  expect(await replace(whatsApp({ phoneNumber: was }), current)).toMatchObject({ outcome: 'UNKNOWN_SENDER' });
  expect(await check(whatsApp({ phoneNumber: bob.phoneNumber }))).toMatchObject({ reason: 'ALLOWED' });
  expect(await check(whatsApp({ externalId: id }))).toMatchObject({ reason: 'BLOCKED' });
});

describe('a number that the channel changed', () => {
  test('is followed by both events in either order, or by one alone; the old one’s next holder is a stranger', async () => {
    const events = {
      number: async ({ oldNumber, newNumber }: Person) =>
        replace(whatsApp({ phoneNumber: oldNumber }), whatsApp({ phoneNumber: newNumber })),
      id: async ({ oldId, newId }: Person) => replace(whatsApp({ externalId: oldId }), whatsApp({ externalId: newId })),
    };
    for (const order of [['number', 'id'], ['id', 'number'], ['number'], ['id']] as const) {
      const person = await ana();
      const { id, oldNumber, newNumber, oldId, newId } = person;
      await register(whatsApp({ phoneNumber: oldNumber, externalId: oldId }));
      for (const event of order) {
        expect(await events[event](person)).toMatchObject({ outcome: 'REPLACED', user: { id }, userErrors: [] });
      }
      expect(await check(whatsApp({ phoneNumber: newNumber, externalId: newId }))).toMatchObject({
        allowed: true,
        user: { id },
      });
      const nextHolder = await check(whatsApp({ phoneNumber: oldNumber, externalId: `US.8${round}3` }));
      expect([nextHolder.allowed, nextHolder.user]).toEqual([false, null]);
    }
  });

  test('takes the old one’s place, the new id comes on the grounds of the old one, which stays, and the trail tells it', async () => {
    const { id, oldNumber, newNumber, oldId, newId } = await ana();
    await register(whatsApp({ phoneNumber: oldNumber, externalId: oldId }));
    const { user } = await replace(
      whatsApp({ phoneNumber: oldNumber, externalId: oldId }),
      whatsApp({ phoneNumber: newNumber, externalId: newId }),
    );
    expect(user).toMatchObject({
      id,
      phoneNumber: `+${newNumber}`,
      version: 3,
      channelIdentities: [
        { externalId: oldId, linkedBy: 'PHONE_NUMBER' },
        { externalId: newId, linkedBy: 'PHONE_NUMBER' },
      ],
    });
    expect((await project.trail(id))[0]).toMatchObject({
      action: 'SENDER_REPLACED',
      changedFields: ['phoneNumber', 'channelIdentities'],
    });
    // A late webhook still carries the old id.
    expect(await check(whatsApp({ externalId: oldId }))).toMatchObject({ allowed: true, user: { id } });
  });

  test('is the new id’s alone once both came, in whatever order: the new number’s next holder is a conflict', async () => {
    const events = {
      number: ({ oldNumber, newNumber }: Person) =>
        replace(whatsApp({ phoneNumber: oldNumber }), whatsApp({ phoneNumber: newNumber })),
      id: ({ oldId, newId }: Person) => replace(whatsApp({ externalId: oldId }), whatsApp({ externalId: newId })),
      'number and id': ({ oldNumber, newNumber, newId }: Person) =>
        replace(whatsApp({ phoneNumber: oldNumber }), whatsApp({ phoneNumber: newNumber, externalId: newId })),
    };
    const orders = [['number', 'id'], ['id', 'number'], ['id', 'number and id'], ['number and id']] as const;
    for (const order of orders) {
      const person = await ana();
      const { oldNumber, newNumber, oldId } = person;
      await register(whatsApp({ phoneNumber: oldNumber, externalId: oldId }));
      for (const event of order) await events[event](person);
      const nextHolder = whatsApp({ phoneNumber: newNumber, externalId: `US.8${round}4` });
      expect([order, await check(nextHolder)]).toMatchObject([order, { allowed: false, reason: 'IDENTITY_CONFLICT' }]);
    }
  });

  test('leaves the ids of two changes ago behind: none of them speaks against who comes with the newest number', async () => {
    for (const [first, second] of [
      ['number', 'id'],
      ['id', 'number'],
    ] as const) {
      const { id, oldNumber, newNumber, oldId, newId } = await ana();
      const newest = `1555903${1000 + round}`;
      await register(whatsApp({ phoneNumber: oldNumber, externalId: oldId }));
      for (const event of [first, second]) {
        if (event === 'id') await replace(whatsApp({ externalId: oldId }), whatsApp({ externalId: newId }));
        else await replace(whatsApp({ phoneNumber: oldNumber }), whatsApp({ phoneNumber: newNumber }));
      }
      await replace(whatsApp({ phoneNumber: newNumber }), whatsApp({ phoneNumber: newest }));
      const now = await check(whatsApp({ phoneNumber: newest, externalId: `US.9${round}5` }));
      expect(now).toMatchObject({ allowed: true, user: { id } });
    }
  });

  test('takes an id that stays along: the new number is the id’s, too', async () => {
    const { oldNumber, newNumber, oldId } = await ana();
    await register(whatsApp({ phoneNumber: oldNumber, externalId: oldId }));
    await replace(
      whatsApp({ phoneNumber: oldNumber, externalId: oldId }),
      whatsApp({ phoneNumber: newNumber, externalId: oldId }),
    );
    const nextHolder = whatsApp({ phoneNumber: newNumber, externalId: `US.8${round}6` });
    expect(await check(nextHolder)).toMatchObject({ allowed: false, reason: 'IDENTITY_CONFLICT' });
  });

  test('links an old id that was not linked yet, as from the old number’s time: it does not speak against the new id', async () => {
    const { id, oldNumber, newNumber, oldId, newId } = await ana();
    await replace(whatsApp({ phoneNumber: oldNumber, externalId: oldId }), whatsApp({ phoneNumber: newNumber }));
    expect(await check(whatsApp({ externalId: oldId }))).toMatchObject({ user: { id } });
    expect(await check(whatsApp({ phoneNumber: newNumber, externalId: newId }))).toMatchObject({
      allowed: true,
      user: { id },
    });
  });

  test('gives one to whoever has none yet', async () => {
    const id = await register(whatsApp({ externalId: 'US.97001' }));
    const answer = await replace(
      whatsApp({ externalId: 'US.97001' }),
      whatsApp({ externalId: 'US.97002', phoneNumber: '15559700001' }),
    );
    expect(answer).toMatchObject({ outcome: 'REPLACED', user: { id, phoneNumber: '+15559700001' } });
  });

  test('is followed for non-members as well', async () => {
    const { id } = await invite({ phoneNumber: '+15559710001', environmentIds: [project.staging] });
    const answer = await replace(whatsApp({ phoneNumber: '15559710001' }), whatsApp({ phoneNumber: '15559710002' }));
    expect(answer).toMatchObject({ outcome: 'REPLACED', user: { id, environments: [{ id: project.staging }] } });
  });
});

describe('nothing changes', () => {
  test('when it was replaced before, also by two at once', async () => {
    const { id, oldNumber, newNumber } = await ana();
    const change = () => replace(whatsApp({ phoneNumber: oldNumber }), whatsApp({ phoneNumber: newNumber }));
    const outcomes = (await Promise.all([change(), change(), change()])).map(({ outcome }) => outcome);
    expect(outcomes.toSorted()).toEqual(['ALREADY_REPLACED', 'ALREADY_REPLACED', 'REPLACED']);
    expect(await change()).toMatchObject({ outcome: 'ALREADY_REPLACED', user: { id } });
    expect(await read(id)).toMatchObject({ version: 2, phoneNumber: `+${newNumber}` });
  });

  test('when nobody here was that sender', async () => {
    expect(await replace(whatsApp({ phoneNumber: '15559720001' }), whatsApp({ phoneNumber: '15559720002' }))).toEqual({
      user: null,
      outcome: 'UNKNOWN_SENDER',
      userErrors: [],
    });
  });

  test('when the previous number changed hands', async () => {
    const { id, oldNumber, newNumber, oldId } = await ana();
    await register(whatsApp({ phoneNumber: oldNumber, externalId: oldId }));
    const nextHolder = whatsApp({ phoneNumber: oldNumber, externalId: `US.8${round}9` });
    expect((await replace(nextHolder, whatsApp({ phoneNumber: newNumber }))).outcome).toBe('UNKNOWN_SENDER');
    expect(await read(id)).toMatchObject({ phoneNumber: `+${oldNumber}` });
    // Nor is it said whose the current one is.
    await invite({ phoneNumber: `+${newNumber}` });
    expect(await replace(nextHolder, whatsApp({ phoneNumber: newNumber }))).toEqual({
      user: null,
      outcome: 'UNKNOWN_SENDER',
      userErrors: [],
    });
  });

  test('when the previous or the current sender is of two users, or the current one is another user’s; it is told by what', async () => {
    const person = await ana();
    const taken = await invite({ phoneNumber: `+${person.newNumber}` });
    await register(whatsApp({ externalId: person.newId }));
    const previous = whatsApp({ phoneNumber: person.oldNumber });
    const before = await read(person.id);
    expect((await replace(previous, whatsApp({ phoneNumber: person.newNumber }))).userErrors).toEqual([
      refusal('IDENTITY_CONFLICT', ['current'], /^Another user has the phone number$/, taken.id),
    ]);
    expect((await replace(previous, whatsApp({ externalId: person.newId }))).userErrors).toMatchObject([
      { code: 'IDENTITY_CONFLICT', field: ['current'], message: 'Another user has the id' },
    ]);
    const mixed = whatsApp({ phoneNumber: person.oldNumber, externalId: person.newId });
    expect((await replace(mixed, whatsApp({ phoneNumber: '15559730001' }))).userErrors).toMatchObject([
      {
        code: 'IDENTITY_CONFLICT',
        field: ['previous'],
        message: 'Different users have the phone number and the id',
      },
    ]);
    expect(await read(person.id)).toEqual(before);
  });

  test('when the user has 20 identities already', async () => {
    const { id, oldNumber, newId } = await ana();
    for (let count = 0; count < 20; count += 1) {
      await project.member(LINK_IDENTITY, {
        input: { userId: id, channel: 'TELEGRAM', externalId: String(9_740_000 + count) },
      });
    }
    const { userErrors } = await replace(whatsApp({ phoneNumber: oldNumber }), whatsApp({ externalId: newId }));
    expect(userErrors).toMatchObject([{ code: 'TOO_MANY' }]);
  });
});

test('what is no sender is told at its field, an unknown environment at its own', async () => {
  const bad = await replace(whatsApp({ externalId: '@ana' }), whatsApp({ phoneNumber: 'x' }));
  expect(bad.userErrors).toMatchObject([
    { code: 'SENDER_INVALID', field: ['previous', 'externalId'] },
    { field: ['current', 'phoneNumber'] },
  ]);
  const nowhere = await replace(whatsApp({ externalId: 'US.1' }), whatsApp({ externalId: 'US.2' }), randomUUID());
  expect(nowhere.userErrors).toEqual([refusal('ENVIRONMENT_NOT_FOUND', ['environmentId'])]);
});

test.each<[string, SenderInput, SenderInput]>([
  ['two channels', whatsApp({ externalId: 'US.1' }), { channel: 'TELEGRAM', externalId: '1' }],
  ['the same twice', whatsApp({ phoneNumber: '15559750001' }), whatsApp({ phoneNumber: '+1 555 975 0001' })],
])('is the caller’s mistake: %s', async (_, previous, current) => {
  const input = { environmentId: project.production, previous, current };
  expect(errorCode(await project.gateway(REPLACE_SENDER, { input }))).toBe('BAD_USER_INPUT');
});

test('takes a GATEWAY key', async () => {
  const input = {
    environmentId: project.production,
    previous: whatsApp({ externalId: 'US.1' }),
    current: whatsApp({ externalId: 'US.2' }),
  };
  expect(errorCode(await project.administrator(REPLACE_SENDER, { input }))).toBe('FORBIDDEN');
});

test('against a user who is added with the new number at once: one of the two has it, the other is told', async () => {
  for (let again = 0; again < 5; again += 1) {
    const { id, oldNumber, newNumber } = await ana();
    const input = project.form({ phoneNumber: `+${newNumber}`, environmentIds: [project.production] });
    const [replaced, created] = await Promise.all([
      replace(whatsApp({ phoneNumber: oldNumber }), whatsApp({ phoneNumber: newNumber })),
      project.member(CREATE_USER, { input }),
    ]);
    const { user, userErrors } = created.data.createUser;
    if (user) expect(replaced.userErrors).toMatchObject([{ code: 'IDENTITY_CONFLICT', field: ['current'] }]);
    else {
      expect(userErrors).toMatchObject([{ code: 'PHONE_NUMBER_TAKEN', conflictingUser: { id } }]);
      expect(replaced.outcome).toBe('REPLACED');
    }
  }
});

test('a user who is added between two of its statements was there before it, or came after it', async () => {
  for (let statement = 1; statement <= 5; statement += 1) {
    const { newNumber, oldId } = replaceable();
    let asked = 0;
    const addUser: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        asked += 1;
        if (asked === statement) await invite({ phoneNumber: `+${newNumber}` });
        return result;
      },
    };
    const { outcome } = await replaceSender(
      { actor: GATEWAY, db: service.db.withPlugin(addUser) },
      {
        environmentId: String(project.production),
        previous: whatsApp({ phoneNumber: newNumber, externalId: oldId }),
        current: whatsApp({ phoneNumber: newNumber }),
      },
    );
    // As the new user's the previous id would have been linked.
    expect([statement, outcome]).toEqual([statement, expect.stringMatching(/^(REPLACED|UNKNOWN_SENDER)$/)]);
  }
});

const GATEWAY: Actor = {
  kind: 'accessKey',
  id: randomUUID(),
  name: 'gateway',
  grants: { id: null, role: 'GATEWAY' },
  environmentIds: null,
};

function replaceable() {
  round += 1;
  return { newNumber: `1555902${1000 + round}`, oldId: `US.8${round}1` };
}
