// Random calls. They name people, places and identities by number, such as user:2, until it is known who is there.
import fc from 'fast-check';
import { BAD_IDS, EMAILS, IDS, NAMES, NUMBERS, SENDERS } from './pool.ts';
import { hasKnocked } from './requests.ts';
import { check, PAST } from './rules.ts';
import type { Call, Check, Id, Inputs, Passing, SenderInput, State } from './words.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const NUMBERED = 12;

const mostly = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, weight = 15) =>
  fc.oneof({ weight, arbitrary: usual }, rare);
const oneOf = (kind: string) => fc.nat(NUMBERED - 1).map((at) => `${kind}:${at}`);
const user = mostly(oneOf('user'), fc.constant(NOBODY));
const place = mostly(oneOf('place'), fc.constant(NOBODY));
const identity = mostly(oneOf('identity'), fc.constant(NOBODY));
const id = mostly(fc.constantFrom(...IDS), fc.constantFrom(...BAD_IDS));
const email = fc.constantFrom(...EMAILS);
const name = fc.constantFrom(...NAMES);
const request = mostly(oneOf('request'), fc.constant(NOBODY));
const block = mostly(oneOf('block'), fc.constant(NOBODY));
const invitation = mostly(oneOf('invitation'), fc.constant(NOBODY));
const mode = fc.constantFrom('OPEN', 'APPROVAL', 'CLOSED');
const version = fc.constantFrom('version:read', 'version:read', 'version:stale');
const phoneNumber = fc.constantFrom(...NUMBERS);
const environmentIds = fc.array(place, { minLength: 1, maxLength: 2 });

const anySender = fc.constantFrom(...SENDERS);
// One whom the rules recognise then, if there is one.
const knownSender = anySender.map((sender) => ({ ...sender, known: true }));
const sender = fc.oneof(anySender, knownSender);
const channel = fc.constantFrom('WHATSAPP', 'TELEGRAM', 'SLACK', null);

/** So many ids that there is hardly room for another one. */
const crowd = fc
  .record({ from: fc.constantFrom(800_000_000, 800_000_100), size: fc.constantFrom(18, 19, 20, 21) })
  .map(({ from, size }) =>
    Array.from({ length: size }, (_, at): Id => ({ channel: 'TELEGRAM', externalId: `${from + at}` })),
  );

type Fields = Record<string, fc.Arbitrary<unknown>>;
const form = (given: Fields, optional: Fields = {}) =>
  fc.record({ ...given, ...optional }, { requiredKeys: Object.keys(given), noNullPrototype: true });

const profile = { phoneNumber, firstName: name, lastName: name, environmentIds };
const newcomer = fc.oneof(
  { weight: 4, arbitrary: form(profile, { middleName: name, email }) },
  { weight: 4, arbitrary: form({ ...profile, channelIdentities: mostly(fc.array(id, { maxLength: 2 }), crowd) }) },
);
const registration = form({ environmentId: place, sender }, { firstName: name, lastName: name, email });
const end = fc.constantFrom('2998-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z', null, PAST);
const accessExpiries = fc.array(form({ environmentId: place }, { expiresAt: end }), { minLength: 1, maxLength: 2 });
const changes = {
  phoneNumber: mostly(phoneNumber, fc.constant(null)),
  email: mostly(email, fc.constant(null), 1),
  firstName: mostly(name, fc.constant(null)),
  middleName: mostly(name, fc.constant(null), 1),
  environmentIds: mostly(environmentIds, fc.constant([])),
  accessExpiries,
  expectedVersion: version,
};
const row = fc.oneof(
  newcomer,
  form(
    {},
    {
      ...profile,
      firstName: mostly(name, fc.constant(null)),
      email: changes.email,
      channelIdentities: fc.array(id, { maxLength: 2 }),
    },
  ),
);
const dryRun = fc.boolean();
const users = fc.array(user, { minLength: 1, maxLength: 3 });
const ifExisting = fc.constantFrom('SKIP', 'ADD_ENVIRONMENTS', 'UPDATE', 'UPDATE');
const replacement = fc.oneof(
  { weight: 15, arbitrary: fc.constantFrom('WHATSAPP', 'WHATSAPP', 'TELEGRAM', 'SLACK').chain(replacementOn) },
  form({ environmentId: place, previous: sender, current: sender }),
);

function replacementOn(channel: string) {
  const sender = fc.constantFrom(...SENDERS.filter((sender) => sender.channel === channel));
  const known = sender.map((sender) => ({ ...sender, known: true }));
  return form({ environmentId: place, previous: mostly(known, sender, 3), current: sender });
}

const blocked = fc.oneof(
  form({ userId: user }),
  form({ sender }),
  form({ accessRequestId: request }),
  mostly(form({ sender: knownSender }), form({}, { userId: user, sender })),
);

const INPUTS: { [Name in keyof Inputs]: [weight: number, input: fc.Arbitrary<object>] } = {
  createUser: [4, mostly(newcomer, form({}, { ...profile, email }))],
  updateUser: [
    7,
    fc.oneof(...Object.entries(changes).map(([field, value]) => form({ id: user, [field]: value }, changes))),
  ],
  deleteUser: [2, form({ id: user })],
  createUsers: [
    4,
    form({ rows: fc.array(row, { minLength: 1, maxLength: 4 }) }, { ifExisting, environmentIds, dryRun }),
  ],
  updateUsers: [
    3,
    fc.oneof(
      ...['addEnvironmentIds', 'removeEnvironmentIds'].map((list) =>
        form({ ids: users, [list]: environmentIds }, { addEnvironmentIds: environmentIds, dryRun }),
      ),
    ),
  ],
  deleteUsers: [1, form({ ids: users }, { dryRun })],
  linkChannelIdentity: [4, fc.tuple(user, id).map(([userId, id]) => ({ userId, ...id }))],
  unlinkChannelIdentity: [4, form({ id: identity })],
  mergeUsers: [4, form({ id: user, mergedId: mostly(oneOf('other'), user, 8) }, { expectedVersion: version })],
  selfRegisterUser: [10, registration],
  replaceSender: [8, replacement],
  approveAccessRequest: [
    6,
    form({ id: request }, { userId: user, firstName: name, lastName: name, email, environmentIds }),
  ],
  dismissAccessRequest: [2, form({ id: request })],
  blockSender: [3, blocked],
  unblockSender: [4, form({ id: block })],
  createInvitation: [4, form({ userId: user }, { channel })],
  revokeInvitation: [1, form({ id: invitation })],
  redeemInvitation: [5, form({ environmentId: place, sender, code: invitation })],
  createEnvironment: [1, form({ selfRegistration: mode })],
  updateEnvironment: [3, form({ id: place, selfRegistration: mode })],
  deleteEnvironment: [1, form({ id: place })],
};

const callOf = (name: string) => (input: object) => ({ name, input }) as Call;
const anyCall = (inputs: [string, (typeof INPUTS)[keyof Inputs]][]) =>
  fc.oneof(...inputs.map(([name, [weight, input]]) => ({ weight, arbitrary: input.map(callOf(name)) })));

const passing = form({ id: user }).map((input) => ({ name: 'timePasses', input }) as Passing);
const oneCheck = form({ environmentId: place, sender }).map((input) => ({ name: 'checkAccess', input }) as Check);

/** What some do at once: calls, and checks between them. */
export function randomCallers(callers: number, calls: number): fc.Arbitrary<(Call | Check)[][]> {
  // An environment is removed in steps: it takes nobody more before it is gone, and its users' versions rise later.
  const inputs = Object.entries(INPUTS).filter(([name]) => name !== 'deleteEnvironment');
  const deed = mostly<Call | Check>(anyCall(inputs), oneCheck, 4);
  return fc.array(fc.array(deed, { minLength: 1, maxLength: calls }), {
    minLength: 2,
    maxLength: callers,
    size: 'max',
  });
}

/** Some people to begin with, and what becomes of them. */
export function randomCalls(people: number, calls: number): fc.Arbitrary<(Call | Check | Passing)[]> {
  const arrival = fc.oneof(
    { weight: 4, arbitrary: newcomer.map(callOf('createUser')) },
    { weight: 5, arbitrary: registration.map(callOf('selfRegisterUser')) },
    { weight: 1, arbitrary: blocked.map(callOf('blockSender')) },
    { weight: 1, arbitrary: form({ userId: user }, { channel }).map(callOf('createInvitation')) },
  );
  return fc
    .tuple(
      fc.array(arrival, { maxLength: people, size: 'max' }),
      fc.array(mostly<Call | Check | Passing>(anyCall(Object.entries(INPUTS)), fc.oneof(oneCheck, passing), 8), {
        minLength: 1,
        maxLength: calls,
        size: 'max',
      }),
    )
    .map((parts) => parts.flat());
}

/** The call with those who are there in the places of their numbers. */
export function made<C extends Call | Check | Passing>(call: C, state: State): C {
  const { users, environments, requests, blocks, invitations } = state;
  const open = requests.filter(({ status }) => status !== 'APPROVED');
  const there: Record<string, (string | undefined)[]> = {
    user: users.map(({ id }) => id),
    other: users.map(({ id }) => id),
    place: Object.keys(environments).reverse(),
    identity: users.flatMap(({ identities }) => identities.map(({ id }) => id)),
    request: [...open, ...open, ...requests].map(({ id }) => id),
    block: blocks.map(({ id }) => id),
    invitation: invitations.map(({ id }) => id).reverse(),
  };
  const text = JSON.stringify(call, (_, value) => (value?.known ? knownAs(value, state) : value));
  const named = text.replace(/"(user|other|place|identity|request|block|invitation):(\d+)"/g, (_, kind, at) => {
    const ids = there[kind] ?? [];
    const id = ids[Number(at) % ids.length] ?? NOBODY;
    // Whoever is named is no other.
    there.other = users.map((user) => user.id).filter((other) => other !== id);
    return JSON.stringify(id);
  });
  const read = users.find(({ id }) => named.includes(`"id":"${id}"`))?.version ?? 1;
  return JSON.parse(named.replace('"version:read"', `${read}`).replace('"version:stale"', `${read + 1}`));
}

/** The first of the channel's senders, from this one on, who is somebody now, or has knocked somewhere. */
function knownAs({ known: _, ...sender }: SenderInput & { known: boolean }, state: State): SenderInput {
  const [environmentId = ''] = Object.keys(state.environments);
  const at = SENDERS.findIndex((other) => JSON.stringify(other) === JSON.stringify(sender));
  const senders = [...SENDERS.slice(at), ...SENDERS.slice(0, at)].filter(({ channel }) => channel === sender.channel);
  const isKnown = (sender: SenderInput) =>
    check(state, { environmentId, sender }).user !== null || hasKnocked(state, sender);
  return senders.find(isKnown) ?? sender;
}
