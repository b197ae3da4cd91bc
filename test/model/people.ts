// The small words in which the rules are told.
import { isId, isSameId, isSameNumber, stored } from './senders.ts';
import type { Id, Identity, Origin, Profile, State, User } from './words.ts';

export function owns(user: User, id: Id | undefined): boolean {
  return id !== undefined && user.identities.some((identity) => isSameId(identity, id));
}

export function linked({ channel, externalId }: Id, linkedBy: Origin): Identity {
  return { channel, externalId, linkedBy, sinceNumber: true };
}

export function newUser(id: string, form: Partial<Profile>, environmentIds: string[]): User {
  const profile = { email: null, firstName: null, middleName: null, lastName: null, ...form };
  const phoneNumber = profile.phoneNumber ? stored(profile.phoneNumber) : null;
  const environments = unique(environmentIds);
  return {
    ...profile,
    phoneNumber,
    id,
    version: 1,
    creationSource: 'SELF_REGISTERED',
    environments,
    ends: {},
    identities: [],
  };
}

/** With these ends, as far as the user has the environments. */
export function setEnds(user: User, ends: Record<string, string | null | undefined>): void {
  const kept = Object.entries(ends).filter(([place, end]) => end && user.environments.includes(place));
  user.ends = Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1))) as User['ends'];
}

export function isOver(end: string | null | undefined): boolean {
  return Boolean(end && end <= new Date().toISOString());
}

/** Ids from before the number's last change do not speak against another one. */
export function changeNumber(user: User, number: string | null): void {
  if (!isSameNumber(user.phoneNumber, number)) for (const identity of user.identities) identity.sinceNumber = false;
  user.phoneNumber = number && stored(number);
}

/** As the channel tells it: the new number is that of the id beside it, and of those that await one. */
export function followNumber(user: User, number: string, id: Id | undefined): void {
  for (const identity of user.identities) {
    identity.sinceNumber = identity.sinceNumber === null || (id !== undefined && isSameId(identity, id));
  }
  user.phoneNumber = stored(number);
}

/** Open: an id given twice is one, as an environment is. What is no id is told each time. */
export function distinct(ids: Id[]): Id[] {
  return ids.filter((id, at) => !isId(id) || ids.findIndex((other) => isSameId(id, other)) === at);
}

export function unique<T>(values: T[]): T[] {
  return [...new Set(values)].sort();
}

/** Takes somebody out; what they were approved for becomes the heir's. */
export function leave(state: State, user: User, heir: string | null = null): void {
  state.users = state.users.filter((other) => other !== user);
  for (const request of state.requests) if (request.user === user.id) request.user = heir;
}
