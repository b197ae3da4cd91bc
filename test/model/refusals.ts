// How the rules refuse: with every code at once, and nothing done.
import { owns } from './people.ts';
import { isId, isSameEmail, isSameNumber } from './senders.ts';
import type { Answer, Id, Profile, Result, State, User } from './words.ts';

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
    identities: user.identities.toSorted(by(({ externalId }) => externalId)),
  }));
  return { environments, users: sorted.toSorted(by(({ id }) => id)) };
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

/** Refuses with all that is wrong, in the order of the form. */
export function refuseIf(...wrong: (string | false | undefined)[]): void {
  const codes = wrong.filter((code) => typeof code === 'string');
  if (codes.length > 0) throw new RefusedError(codes);
}

export function find(users: User[], id: string | undefined, expectedVersion?: number): User {
  const user = users.find((user) => user.id === id);
  if (!user) throw new RefusedError(['NOT_FOUND']);
  refuseIf(expectedVersion !== undefined && expectedVersion !== user.version && `VERSION_CONFLICT of=${id}`);
  return user;
}

export function isMissing(environments: State['environments'], ids: string[] = []): boolean {
  return ids.some((id) => !environments[id]);
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
