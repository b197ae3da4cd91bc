// Who may talk: sections 4 and 5 of the contract once more, sharing nothing with src/, so that they can judge it.
// "Open:" says what was chosen where the contract leaves a point open.
import { block, blocking } from './blocks.ts';
import { inviting } from './invitations.ts';
import { changingMany } from './many.ts';
import { changeNumber, followNumber, isOver, leave, linked, owns, setEnds, unique } from './people.ts';
import {
  identifiersOf,
  identifiersOfUser,
  isAnyBlocked,
  isSenderBlocked,
  isUserBlocked,
  recognise,
} from './recognise.ts';
import {
  attempt,
  canLink,
  emailError,
  find,
  idErrors,
  isMissing,
  MOST_IDENTITIES,
  refuse,
  refuseIf,
} from './refusals.ts';
import { deciding, isAwaited, newcomer, noteAttempt } from './requests.ts';
import { isId, isSameId, isSameNumber, senderErrors, senderOf, withoutEmail } from './senders.ts';
import { changing } from './users.ts';
import type { Answer, Call, Check, Decision, Mutations, Passing, State, User } from './words.ts';

export function check(state: State, { environmentId, sender: input }: Check['input']): Decision {
  const selfRegistration = state.environments[environmentId] ?? 'CLOSED';
  const no = { allowed: false, user: null, matchedBy: null, selfRegistration, shouldRegister: false };
  if (!state.environments[environmentId]) return { ...no, reason: 'UNKNOWN_ENVIRONMENT' };
  if (senderErrors(input).length > 0) return { ...no, reason: 'INVALID_SENDER' };
  const sender = senderOf(input);
  const { user, matchedBy } = recognise(state.users, sender);
  const known = user ? { ...no, user: user.id, matchedBy } : no;
  if (isSenderBlocked(state, sender)) return { ...known, reason: 'BLOCKED' };
  const reason = reasonOf(state, environmentId, input);
  if (reason === 'EXPIRED') return { ...known, reason };
  const links = user !== undefined && canLink(user, sender.id);
  if (reason === 'ALLOWED') return { ...known, reason, allowed: true, shouldRegister: links };
  if (isAwaited(state, environmentId, sender)) return { ...known, reason: 'AWAITING_APPROVAL' };
  if (reason === 'IDENTITY_CONFLICT') return { ...known, reason };
  return { ...known, reason, shouldRegister: links || selfRegistration !== 'CLOSED' };
}

/** As if nobody were blocked or waited. */
function reasonOf({ users }: State, environmentId: string, sender: Check['input']['sender']): string {
  const { user, conflict } = recognise(users, senderOf(sender));
  if (conflict) return 'IDENTITY_CONFLICT';
  if (!user) return 'UNKNOWN_SENDER';
  if (isOver(user.ends[environmentId])) return 'EXPIRED';
  return user.environments.includes(environmentId) ? 'ALLOWED' : 'NOT_IN_ENVIRONMENT';
}

/** The state after the call, and its answer; `fresh` names what it makes. */
export function answer(state: State, call: Call | Check | Passing, fresh: string): { state: State; answer: Answer } {
  if (call.name === 'timePasses') return { state: passed(state, call.input.id), answer: { errors: [] } };
  if (call.name === 'checkAccess') return attempt(state, (draft) => noteCheck(draft, call.input));
  const mutation = mutations[call.name] as Mutations<unknown>[Call['name']];
  return attempt(state, (draft) => mutation(draft, call.input, fresh));
}

export const PAST = '2020-01-01T00:00:00.000Z';

/** It is no change of the user. */
function passed(state: State, id: string): State {
  const later = structuredClone(state);
  for (const user of later.users) if (user.id === id) for (const place in user.ends) user.ends[place] = PAST;
  return later;
}

/** Of a gateway. Where somebody can ask, that they wrote is no attempt yet. */
function noteCheck(state: State, { environmentId, sender: input }: Check['input']): undefined {
  const { reason, selfRegistration } = check(state, { environmentId, sender: input });
  const isDenied = ['UNKNOWN_SENDER', 'NOT_IN_ENVIRONMENT', 'IDENTITY_CONFLICT'].includes(reason);
  if (reason !== 'AWAITING_APPROVAL' && !(isDenied && selfRegistration === 'CLOSED')) return;
  const without = reasonOf(state, environmentId, input);
  noteAttempt(state, environmentId, senderOf(input), { channel: input.channel, reason: without, isAsked: false });
}

const mutations: Mutations = {
  ...changing,
  ...changingMany,
  ...deciding,
  ...blocking,
  ...inviting,

  linkChannelIdentity(state, { userId, ...id }) {
    const user = find(state.users, userId);
    if (owns(user, id)) return { user: userId };
    // That a bad id would also be one too many is not told.
    if (!isId(id)) return refuse('SENDER_INVALID');
    refuseIf(...idErrors(state, id), !canLink(user, id) && 'TOO_MANY');
    user.identities.push(linked(id, 'OWNER'));
    return { user: userId };
  },

  unlinkChannelIdentity({ users }, { id }) {
    const owner = users.find(({ identities }) => identities.some((identity) => identity.id === id));
    const user = find(users, owner?.id);
    refuseIf(!user.phoneNumber && user.identities.length === 1 && 'LAST_IDENTITY');
    user.identities = user.identities.filter((identity) => identity.id !== id);
    return { user: user.id };
  },

  mergeUsers(state, { id, mergedId, expectedVersion }) {
    refuseIf(id === mergedId && 'BAD_USER_INPUT');
    const merged = find(state.users, mergedId);
    const user = find(state.users, id, expectedVersion);
    refuseIf(user.identities.length + merged.identities.length > MOST_IDENTITIES && 'TOO_MANY');
    // Open: all that either of them had is blocked, if any of it was.
    if (isUserBlocked(state, user) || isUserBlocked(state, merged)) {
      block(state, [user, merged].flatMap(identifiersOfUser));
    }
    // Open: it is a change of the kept one even when nothing comes over.
    user.version += 1;
    // Open: what comes over is linked as of now, so it speaks for the number of the one who is kept; for its own one as before.
    const hadNumber = user.phoneNumber !== null;
    if (!hadNumber) changeNumber(user, merged.phoneNumber);
    for (const identity of merged.identities) {
      const sinceNumber = hadNumber && identity.sinceNumber !== null ? true : identity.sinceNumber;
      user.identities.push({ ...identity, linkedBy: 'OWNER', sinceNumber });
    }
    for (const field of ['email', 'firstName', 'middleName', 'lastName'] as const) user[field] ??= merged[field];
    const had = user.environments;
    user.environments = unique([...had, ...merged.environments]);
    setEnds(user, { ...merged.ends, ...user.ends, ...longerEnds(user, merged, had) });
    leave(state, merged, id);
    for (const invitation of state.invitations) if (invitation.user === mergedId) invitation.user = id;
    return { user: id };
  },

  selfRegisterUser(state, { environmentId, sender, ...form }, fresh) {
    const { users, environments } = state;
    // Open: where there is no such place nothing else is judged, as in the check.
    refuseIf(isMissing(environments, [environmentId]) && 'ENVIRONMENT_NOT_FOUND');
    refuseIf(...senderErrors(sender));
    const { id } = senderOf(sender);
    refuseIf(isSenderBlocked(state, senderOf(sender)) && 'SENDER_BLOCKED');
    const { user, matchedBy, conflict } = recognise(users, senderOf(sender));
    refuseIf(conflict && 'IDENTITY_CONFLICT');
    const mode = environments[environmentId];
    const ask = (reason: string) => {
      const attempt = { channel: sender.channel, reason, isAsked: true, form };
      const wasAsked = noteAttempt(state, environmentId, senderOf(sender), attempt);
      return { outcome: wasAsked ? 'ALREADY_REQUESTED' : 'REQUESTED' };
    };
    if (!user) {
      refuseIf(mode === 'CLOSED' && 'SELF_REGISTRATION_CLOSED');
      if (mode === 'APPROVAL') return ask('UNKNOWN_SENDER');
      refuseIf(emailError(users, form.email));
      users.push(newcomer(fresh, sender.channel, senderOf(sender), form, environmentId));
      return { user: fresh, outcome: 'CREATED' };
    }
    // Nobody renews their own time, nor links an id meanwhile.
    if (isOver(user.ends[environmentId])) return { user: user.id, outcome: 'ALREADY_REGISTERED' };
    // Open: the profile of somebody known is not looked at, so an address that is taken is no obstacle.
    const isMember = user.environments.includes(environmentId);
    const waits = !isMember && isAwaited(state, environmentId, senderOf(sender));
    // Open: who waits is linked when they are let in.
    const links = canLink(user, id) && !waits;
    refuseIf(!isMember && mode === 'CLOSED' && !links && 'SELF_REGISTRATION_CLOSED');
    if (id && links) user.identities.push(linked(id, matchedBy === 'EMAIL' ? 'EMAIL' : 'PHONE_NUMBER'));
    if (!isMember && mode === 'APPROVAL') return ask('NOT_IN_ENVIRONMENT');
    if (mode === 'OPEN') user.environments = unique([...user.environments, environmentId]);
    const added = mode === 'OPEN' && !isMember;
    return {
      user: user.id,
      outcome: added ? 'ENVIRONMENT_ADDED' : links ? 'LINKED_TO_EXISTING' : 'ALREADY_REGISTERED',
    };
  },

  replaceSender(state, { environmentId, previous, current }) {
    const { users, environments } = state;
    refuseIf(isMissing(environments, [environmentId]) && 'ENVIRONMENT_NOT_FOUND');
    refuseIf(previous.channel !== current.channel && 'BAD_USER_INPUT');
    // Open: an address has no part in it, for it does not change hands.
    const [before, now] = [withoutEmail(previous), withoutEmail(current)];
    refuseIf(...senderErrors(before), ...senderErrors(now));
    const [from, { number, id }] = [senderOf(before), senderOf(now)];
    refuseIf(from.number === number && from.id?.externalId === id?.externalId && 'BAD_USER_INPUT');
    const { user, people, changedHands } = recognise(users, from);
    refuseIf(people.length > 1 && 'IDENTITY_CONFLICT');
    const owners = recognise(users, { number, id }).people;
    const isWholly = (user: User) => (!number || isSameNumber(user.phoneNumber, number)) && (!id || owns(user, id));
    // Open: what is in part nobody's, or of two users, is unknown too, for there is nobody to give it to.
    const owner = changedHands ? undefined : owners.find(isWholly);
    if (!user && owner) return { user: owner.id, outcome: 'ALREADY_REPLACED' };
    if (!user) {
      // The block of somebody who is no user follows, too.
      const had = identifiersOf([from.number], [from.id]);
      // Nobody else is blocked by it.
      const isTaken = users.some((other) => isSameNumber(other.phoneNumber, number));
      const free = identifiersOf([isTaken ? null : number], [users.some((other) => owns(other, id)) ? undefined : id]);
      if (isAnyBlocked(state, had)) block(state, free);
      return { outcome: 'UNKNOWN_SENDER' };
    }
    refuseIf(owners.some((other) => other !== user) && 'IDENTITY_CONFLICT');
    // Open: who is blocked already may get what is blocked.
    refuseIf(isSenderBlocked(state, { number, id }) && !isSenderBlocked(state, from) && 'SENDER_BLOCKED');
    const had = identifiersOfUser(user);
    const isBlocked = isSenderBlocked(state, from);
    const replaced = user.identities.find((identity) => from.id && isSameId(identity, from.id));
    if (isWholly(user) && (replaced || !from.id)) return { user: user.id, outcome: 'ALREADY_REPLACED' };
    // An id that stays while the number changes comes with the new one.
    const isLeft = from.id?.externalId !== id?.externalId;
    if (from.id && !replaced && isLeft) user.identities.push(linked(from.id, 'PHONE_NUMBER'));
    if (number && !isSameNumber(user.phoneNumber, number)) followNumber(user, number, id);
    // What comes alone awaits its number, unless that came first.
    const sinceNumber = number || replaced?.sinceNumber === false ? true : null;
    if (id && !owns(user, id)) {
      user.identities.push({ ...linked(id, replaced?.linkedBy ?? 'PHONE_NUMBER'), sinceNumber });
    }
    refuseIf(user.identities.length > MOST_IDENTITIES && 'TOO_MANY');
    // Open: by whatever of the sender it was, also what is not the user's.
    const got = identifiersOfUser(user).filter((identifier) => !had.includes(identifier));
    if (isBlocked) block(state, got);
    return { user: user.id, outcome: 'REPLACED' };
  },

  createEnvironment({ environments }, { selfRegistration }, fresh) {
    environments[fresh] = selfRegistration;
  },

  updateEnvironment({ environments }, { id, selfRegistration }) {
    refuseIf(isMissing(environments, [id]) && 'NOT_FOUND');
    environments[id] = selfRegistration;
  },

  deleteEnvironment(state, { id }) {
    const { users, environments } = state;
    refuseIf(isMissing(environments, [id]) && 'NOT_FOUND');
    refuseIf(users.some((user) => user.environments.every((other) => other === id)) && 'LAST_ENVIRONMENT');
    delete environments[id];
    for (const user of users) {
      user.environments = user.environments.filter((other) => other !== id);
      setEnds(user, user.ends);
    }
    state.requests = state.requests.filter(({ environment }) => environment !== id);
  },
};

/** Of the environments that both had: the later end, or none. */
function longerEnds(user: User, merged: User, had: string[]) {
  const both = merged.environments.filter((place) => had.includes(place));
  return Object.fromEntries(
    both.map((place) => {
      const [one, other] = [user.ends[place], merged.ends[place]];
      return [place, one && other ? (one > other ? one : other) : null];
    }),
  );
}
