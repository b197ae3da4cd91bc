// Who a sender is, and who is kept out.
import { isOver, owns } from './people.ts';
import { isSameEmail, isSameNumber, kindOf, numberKey, type Sender } from './senders.ts';
import type { Id, State, User } from './words.ts';

/** Identity before number before address; two people, or a number that changed hands, are nobody. */
export function recognise(users: User[], { number, id, email }: Sender) {
  const byId = users.find((user) => owns(user, id));
  const byNumber = users.find((user) => number && isSameNumber(user.phoneNumber, number));
  const byEmail = users.find((user) => email && isSameEmail(user.email, email));
  const people = [...new Set([byId, byNumber, byEmail].filter((user) => user !== undefined))];
  const kind = kindOf(id);
  const changedHands =
    !byId && byNumber?.identities.some((other) => other.sinceNumber !== false && kind && kindOf(other) === kind);
  const conflict = people.length > 1 || changedHands;
  const matchedBy = byId ? 'IDENTITY' : byNumber ? 'PHONE_NUMBER' : 'EMAIL';
  return { people, byNumber, changedHands, conflict, user: conflict ? undefined : people[0], matchedBy };
}

export function identifiersOf(numbers: (string | null | undefined)[], ids: (Id | undefined)[]): string[] {
  const keys = numbers.map((number) => numberKey(number) ?? []);
  return [...keys, ...ids.map((id) => (id ? `${id.channel} ${id.externalId}` : []))].flat();
}

export function identifiersOfUser({ phoneNumber, identities }: User): string[] {
  return identifiersOf([phoneNumber], identities);
}

export function isAnyBlocked({ blocks }: Pick<State, 'blocks'>, identifiers: string[]): boolean {
  return blocks.some(({ identifier }) => identifiers.includes(identifier));
}

export function isUserBlocked(state: State, user: User): boolean {
  return isAnyBlocked(state, identifiersOfUser(user));
}

/** Any identifier that is given, or one of whom it leads to. Open: of two people one is enough. */
export function isSenderBlocked(state: State, sender: Sender): boolean {
  const { people } = recognise(state.users, sender);
  return (
    isAnyBlocked(state, identifiersOf([sender.number], [sender.id])) ||
    people.some((user) => isUserBlocked(state, user))
  );
}

/** The user as whom this sender may talk in the environment. */
export function admittedAs(state: State, environmentId: string, sender: Sender): User | undefined {
  const { user } = recognise(state.users, sender);
  const isIn = user?.environments.includes(environmentId) && !isOver(user.ends[environmentId]);
  return isIn && !isSenderBlocked(state, sender) ? user : undefined;
}
