// How the rules refuse: with every code at once, and nothing done.
import { followBlocks } from './blocks.ts';
import { owns } from './people.ts';
import { identifiersOf, isAnyBlocked } from './recognise.ts';
import { closeRequests } from './requests.ts';
import { isId, isSameEmail, isSameNumber } from './senders.ts';
import type { Answer, Id, Profile, Result, State, User } from './words.ts';

export const MOST_IDENTITIES = 20;

/**
 * Does the work on a copy. A refusal changes nothing, and a change raises a user's version by one; blocks and requests follow what
 * becomes of people.
 */
export function attempt(state: State, work: (draft: State) => Result | undefined): { state: State; answer: Answer } {
  const draft = structuredClone(state);
  try {
    const answer = { errors: [], ...work(draft) };
    followBlocks(state, draft);
    closeRequests(draft);
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
function inOrder({ environments, users, requests, blocks, invitations }: State): State {
  const sorted = users.map((user) => ({
    ...user,
    identities: user.identities.toSorted(by(({ externalId }) => externalId)),
  }));
  return {
    environments,
    users: sorted.toSorted(by(({ id }) => id)),
    requests: requests.toSorted(by((request) => JSON.stringify(request))),
    blocks: blocks.toSorted(by(({ identifier }) => identifier)),
    invitations: invitations.toSorted(by(({ id }) => id)),
  };
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

/** Why the work is refused; it is done on a copy. */
export function refusalsOf(state: State, work: (draft: State) => unknown): string[] {
  try {
    work(structuredClone(state));
    return [];
  } catch (error) {
    if (error instanceof RefusedError) return error.codes;
    throw error;
  }
}

/** Refuses with all that is wrong, in the order of the form. */
export function refuseIf(...wrong: (string | false | undefined)[]): void {
  const codes = wrong.filter((code) => typeof code === 'string');
  if (codes.length > 0) throw new RefusedError(codes);
}

export function refuse(code: string): never {
  throw new RefusedError([code]);
}

export function find(users: User[], id: string | undefined, expectedVersion?: number): User {
  const user = users.find((user) => user.id === id);
  if (!user) return refuse('NOT_FOUND');
  refuseIf(expectedVersion !== undefined && expectedVersion !== user.version && `VERSION_CONFLICT of=${id}`);
  return user;
}

export function isMissing(environments: State['environments'], ids: string[] = []): boolean {
  return ids.some((id) => !environments[id]);
}

/** Of another number than the user's own. */
export function numberErrors({ users, blocks }: Kept, number: string | null | undefined, user?: User) {
  if (!number) return ['PHONE_NUMBER_REQUIRED'];
  if (user && isSameNumber(user.phoneNumber, number)) return [];
  const owner = users.find(({ phoneNumber }) => isSameNumber(phoneNumber, number));
  return [
    owner && `PHONE_NUMBER_TAKEN of=${owner.id}`,
    isAnyBlocked({ blocks }, identifiersOf([number], [])) && 'PHONE_NUMBER_BLOCKED',
  ];
}

type Kept = Pick<State, 'users' | 'blocks'>;

export function emailError(users: User[], address: string | null | undefined) {
  const owner = users.find(({ email }) => address && isSameEmail(email, address));
  return owner && `EMAIL_TAKEN of=${owner.id}`;
}

export function nameErrors({ firstName, lastName }: Partial<Profile>) {
  return [firstName === null && 'FIRST_NAME_REQUIRED', lastName === null && 'LAST_NAME_REQUIRED'];
}

export function idErrors({ users, blocks }: Kept, id: Id) {
  if (!isId(id)) return ['SENDER_INVALID'];
  const owner = users.find((user) => owns(user, id));
  return [
    owner && `IDENTITY_TAKEN of=${owner.id}`,
    isAnyBlocked({ blocks }, identifiersOf([], [id])) && 'SENDER_BLOCKED',
  ];
}

export function canLink(user: User, id: Id | undefined): boolean {
  return id !== undefined && !owns(user, id) && user.identities.length < MOST_IDENTITIES;
}
