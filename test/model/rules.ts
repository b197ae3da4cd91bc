// Who may talk: sections 4 and 5 of the contract once more, sharing nothing with src/, so that they can judge it.
// "Open:" says what was chosen where the contract leaves a point open.
import { changeNumber, distinct, linked, newUser, owns, unique } from './people.ts';
import { attempt, emailError, find, idError, isMissing, nameErrors, numberError, refuseIf } from './refusals.ts';
import { isSameEmail, isSameId, isSameNumber, kindOf, senderError, senderOf, withoutEmail } from './senders.ts';
import type { Answer, Call, Check, Decision, Id, Identity, Mutations, State, User } from './words.ts';

const MOST_IDENTITIES = 20;

export function check({ environments, users }: State, { environmentId, sender: input }: Check['input']): Decision {
  const selfRegistration = environments[environmentId] ?? 'CLOSED';
  const open = selfRegistration === 'OPEN';
  const no = { allowed: false, user: null, matchedBy: null, selfRegistration, shouldRegister: false };
  if (!environments[environmentId]) return { ...no, reason: 'UNKNOWN_ENVIRONMENT' };
  if (senderError(input)) return { ...no, reason: 'INVALID_SENDER' };
  const sender = senderOf(input);
  const { user, matchedBy, conflict } = recognise(users, sender);
  if (conflict) return { ...no, reason: 'IDENTITY_CONFLICT' };
  if (!user) return { ...no, reason: 'UNKNOWN_SENDER', shouldRegister: open };
  const allowed = user.environments.includes(environmentId);
  const reason = allowed ? 'ALLOWED' : 'NOT_IN_ENVIRONMENT';
  const shouldRegister = canLink(user, sender.id) || (!allowed && open);
  return { ...no, allowed, reason, user: user.id, matchedBy, shouldRegister };
}

/** Identity before number before address; two people, or a number that changed hands, are nobody. */
function recognise(users: User[], { number, id, email }: ReturnType<typeof senderOf>) {
  const byId = users.find((user) => owns(user, id));
  const byNumber = users.find((user) => number && isSameNumber(user.phoneNumber, number));
  const byEmail = users.find((user) => email && isSameEmail(user.email, email));
  const people = [...new Set([byId, byNumber, byEmail].filter((user) => user !== undefined))];
  const kind = kindOf(id);
  const changedHands =
    !byId && byNumber?.identities.some((other) => other.sinceNumber && kind && kindOf(other) === kind);
  const conflict = people.length > 1 || changedHands;
  const matchedBy = byId ? 'IDENTITY' : byNumber ? 'PHONE_NUMBER' : 'EMAIL';
  return { people, changedHands, conflict, user: conflict ? undefined : people[0], matchedBy };
}

/** The state after the call, and its answer; `fresh` names what it makes. */
export function answer(state: State, { name, input }: Call, fresh: string): { state: State; answer: Answer } {
  const mutation = mutations[name] as Mutations<unknown>[typeof name];
  return attempt(state, (draft) => mutation(draft, input, fresh));
}

const mutations: Mutations = {
  createUser({ users, environments }, { environmentIds = [], channelIdentities = [], ...form }, fresh) {
    const ids = distinct(channelIdentities);
    refuseIf(
      numberError(users, form.phoneNumber),
      emailError(users, form.email),
      ...nameErrors({ firstName: null, lastName: null, ...form }),
      environmentIds.length === 0 && 'ENVIRONMENT_REQUIRED',
      isMissing(environments, environmentIds) && 'ENVIRONMENT_NOT_FOUND',
      ids.length > MOST_IDENTITIES && 'TOO_MANY',
      ...ids.map((id) => idError(users, id)),
    );
    const identities = ids.map((id) => linked(id, 'OWNER'));
    users.push({ ...newUser(fresh, form, environmentIds), creationSource: 'INVITED', identities });
    return { user: fresh };
  },

  updateUser({ users, environments }, { id, expectedVersion, environmentIds, ...form }) {
    const user = find(users, id, expectedVersion);
    const others = users.filter((other) => other !== user);
    const next = { ...user, ...form };
    // Who has no number may go on without one.
    const hasNumber = next.phoneNumber !== null || user.phoneNumber !== null;
    const goes = ({ linkedBy }: Identity) =>
      (linkedBy === 'PHONE_NUMBER' && !isSameNumber(next.phoneNumber, user.phoneNumber)) ||
      (linkedBy === 'EMAIL' && !isSameEmail(next.email, user.email));
    const unlinked = user.identities.filter(goes);
    refuseIf(
      hasNumber && numberError(others, next.phoneNumber),
      emailError(others, form.email),
      !hasNumber && user.identities.every(goes) && 'LAST_IDENTITY',
      ...nameErrors(form),
      environmentIds?.length === 0 && 'LAST_ENVIRONMENT',
      isMissing(environments, environmentIds) && 'ENVIRONMENT_NOT_FOUND',
    );
    user.identities = user.identities.filter((identity) => !goes(identity));
    Object.assign(user, form, { phoneNumber: user.phoneNumber });
    changeNumber(user, next.phoneNumber);
    if (environmentIds) user.environments = unique(environmentIds);
    return { user: id, unlinked: unlinked.map(({ externalId }) => externalId) };
  },

  deleteUser(state, { id }) {
    const user = find(state.users, id);
    state.users = state.users.filter((other) => other !== user);
    return { user: id };
  },

  linkChannelIdentity({ users }, { userId, ...id }) {
    const user = find(users, userId);
    if (owns(user, id)) return { user: userId };
    // Open: that it is somebody else's is told before that there are too many.
    refuseIf(idError(users, id));
    refuseIf(!canLink(user, id) && 'TOO_MANY');
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
    // Open: it is a change of the kept one even when nothing comes over.
    user.version += 1;
    if (user.phoneNumber === null) changeNumber(user, merged.phoneNumber);
    // Open: what comes over is linked as of now, so it speaks for the number of the one who is kept.
    for (const identity of merged.identities) user.identities.push({ ...identity, ...linked(identity, 'OWNER') });
    for (const field of ['email', 'firstName', 'middleName', 'lastName'] as const) user[field] ??= merged[field];
    user.environments = unique([...user.environments, ...merged.environments]);
    state.users = state.users.filter((other) => other !== merged);
    return { user: id };
  },

  selfRegisterUser({ users, environments }, { environmentId, sender, ...form }, fresh) {
    // Open: where there is no such place nothing else is judged, as in the check.
    refuseIf(isMissing(environments, [environmentId]) && 'ENVIRONMENT_NOT_FOUND');
    refuseIf(senderError(sender));
    const { number, id } = senderOf(sender);
    const { user, matchedBy, conflict } = recognise(users, senderOf(sender));
    refuseIf(conflict && 'IDENTITY_CONFLICT');
    const open = environments[environmentId] === 'OPEN';
    if (!user) {
      refuseIf(!open && 'SELF_REGISTRATION_CLOSED');
      refuseIf(emailError(users, form.email));
      const identities = id ? [linked(id, id.channel === 'WHATSAPP' && number ? 'PHONE_NUMBER' : 'REGISTRATION')] : [];
      users.push({ ...newUser(fresh, { ...form, phoneNumber: number }, [environmentId]), identities });
      return { user: fresh, outcome: 'CREATED' };
    }
    // Open: the profile of somebody known is not looked at, so an address that is taken is no obstacle.
    const isMember = user.environments.includes(environmentId);
    const links = canLink(user, id);
    refuseIf(!isMember && !open && !links && 'SELF_REGISTRATION_CLOSED');
    if (id && links) user.identities.push(linked(id, matchedBy === 'EMAIL' ? 'EMAIL' : 'PHONE_NUMBER'));
    if (open) user.environments = unique([...user.environments, environmentId]);
    const outcome = open && !isMember ? 'ENVIRONMENT_ADDED' : links ? 'LINKED_TO_EXISTING' : 'ALREADY_REGISTERED';
    return { user: user.id, outcome };
  },

  replaceSender({ users, environments }, { environmentId, previous, current }) {
    refuseIf(isMissing(environments, [environmentId]) && 'ENVIRONMENT_NOT_FOUND');
    refuseIf(previous.channel !== current.channel && 'BAD_USER_INPUT');
    // Open: an address has no part in it, for it does not change hands.
    const [before, now] = [withoutEmail(previous), withoutEmail(current)];
    refuseIf(senderError(before), senderError(now));
    const [from, { number, id }] = [senderOf(before), senderOf(now)];
    refuseIf(from.number === number && from.id?.externalId === id?.externalId && 'BAD_USER_INPUT');
    const { user, people, changedHands } = recognise(users, from);
    refuseIf(people.length > 1 && 'IDENTITY_CONFLICT');
    const owners = recognise(users, { number, id }).people;
    const isWholly = (user: User) => (!number || isSameNumber(user.phoneNumber, number)) && (!id || owns(user, id));
    // Open: what is in part nobody's, or of two users, is unknown too, for there is nobody to give it to.
    const owner = changedHands ? undefined : owners.find(isWholly);
    if (!user) return owner ? { user: owner.id, outcome: 'ALREADY_REPLACED' } : { outcome: 'UNKNOWN_SENDER' };
    refuseIf(owners.some((other) => other !== user) && 'IDENTITY_CONFLICT');
    const replaced = user.identities.find((identity) => from.id && isSameId(identity, from.id));
    if (isWholly(user) && (replaced || !from.id)) return { user: user.id, outcome: 'ALREADY_REPLACED' };
    // An id that stays while the number changes comes with the new one.
    const isLeft = from.id?.externalId !== id?.externalId;
    if (from.id && !replaced && isLeft) user.identities.push(linked(from.id, 'PHONE_NUMBER'));
    if (number && !isSameNumber(user.phoneNumber, number)) changeNumber(user, number);
    if (id && !owns(user, id)) user.identities.push(linked(id, replaced?.linkedBy ?? 'PHONE_NUMBER'));
    refuseIf(user.identities.length > MOST_IDENTITIES && 'TOO_MANY');
    return { user: user.id, outcome: 'REPLACED' };
  },

  createEnvironment({ environments }, { selfRegistration }, fresh) {
    environments[fresh] = selfRegistration;
  },

  updateEnvironment({ environments }, { id, selfRegistration }) {
    refuseIf(isMissing(environments, [id]) && 'NOT_FOUND');
    environments[id] = selfRegistration;
  },

  deleteEnvironment({ users, environments }, { id }) {
    refuseIf(isMissing(environments, [id]) && 'NOT_FOUND');
    refuseIf(users.some((user) => user.environments.every((other) => other === id)) && 'LAST_ENVIRONMENT');
    delete environments[id];
    for (const user of users) user.environments = user.environments.filter((other) => other !== id);
  },
};

function canLink(user: User, id: Id | undefined): boolean {
  return id !== undefined && !owns(user, id) && user.identities.length < MOST_IDENTITIES;
}
