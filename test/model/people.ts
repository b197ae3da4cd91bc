// The small words in which the rules are told.
import { isId, isSameEmail, isSameId, isSameNumber, stored } from './senders.ts';
import type { Answer, Id, Identity, Origin, Profile, Result, State, User } from './words.ts';

/** Does the work on a copy. A refusal changes nothing, and a change raises a user's version by one. */
export function attempt(state: State, work: (draft: State) => Result | undefined): { state: State; answer: Answer } {
  const draft = structuredClone(state);
  try {
    const answer = { errors: [], ...work(draft) };
    for (const user of draft.users) {
      const before = state.users.find(({ id }) => id === user.id);
      if (before && JSON.stringify(before) !== JSON.stringify(user)) user.version = before.version + 1;
    }
    return { state: inOrder(draft), answer };
  } catch (error) {
    if (error instanceof RefusedError) return { state, answer: { errors: error.codes } };
    throw error;
  }
}

/** What came about in another order is the same. */
function inOrder({ environments, users }: State): State {
  const sorted = users.map((user) => ({
    ...user,
    identities: user.identities.sort(by(({ externalId }) => externalId)),
  }));
  return { environments, users: sorted.sort(by(({ id }) => id)) };
}

function by<T>(text: (thing: T) => string) {
  return (one: T, other: T) => (text(one) < text(other) ? -1 : 1);
}

class RefusedError extends Error {
  override name = 'RefusedError';
  codes: string[];

  constructor(codes: string[]) {
    super(codes.join());
    this.codes = codes;
  }
}

export function refuse(...codes: string[]): never {
  throw new RefusedError(codes);
}

/** Refuses with all that is wrong at once, in the order of the form. */
export function refuseIf(...wrong: (string | false | undefined)[]): void {
  const codes = wrong.filter((code) => typeof code === 'string');
  if (codes.length > 0) refuse(...codes);
}

export function find(users: User[], id: string, expectedVersion?: number): User {
  const user = users.find((user) => user.id === id) ?? refuse('NOT_FOUND');
  const isStale = expectedVersion !== undefined && expectedVersion !== user.version;
  return isStale ? refuse(`VERSION_CONFLICT of=${id}`) : user;
}

export function numberError(users: User[], number: string | null | undefined) {
  if (!number) return 'PHONE_NUMBER_REQUIRED';
  const owner = users.find(({ phoneNumber }) => isSameNumber(phoneNumber, number));
  return owner && `PHONE_NUMBER_TAKEN of=${owner.id}`;
}

export function emailError(users: User[], address: string | null | undefined) {
  const owner = users.find(({ email }) => address && isSameEmail(email, address));
  return owner && `EMAIL_TAKEN of=${owner.id}`;
}

export function nameErrors({ firstName, lastName }: Partial<Profile>) {
  return [firstName === null && 'FIRST_NAME_REQUIRED', lastName === null && 'LAST_NAME_REQUIRED'];
}

export function idError(users: User[], id: Id) {
  const owner = users.find((user) => owns(user, id));
  return isId(id) ? owner && `IDENTITY_TAKEN of=${owner.id}` : 'SENDER_INVALID';
}

export function isMissing(environments: State['environments'], ids: string[] = []): boolean {
  return ids.some((id) => !environments[id]);
}

export function owns(user: User, id: Id | undefined): boolean {
  return user.identities.some((identity) => id && isSameId(identity, id));
}

export function linked({ channel, externalId }: Id, linkedBy: Origin): Identity {
  return { channel, externalId, linkedBy, sinceNumber: true };
}

export function newUser(id: string, form: Partial<Profile>, environmentIds: string[]): User {
  const profile = { phoneNumber: null, email: null, firstName: null, middleName: null, lastName: null, ...form };
  const environments = unique(environmentIds);
  const phoneNumber = profile.phoneNumber ? stored(profile.phoneNumber) : null;
  return { ...profile, phoneNumber, id, version: 1, creationSource: 'SELF_REGISTERED', environments, identities: [] };
}

export function unique<T>(values: T[]): T[] {
  return [...new Set(values)].sort();
}
