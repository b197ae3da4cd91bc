// Who knocked and was not let in.
import { changeNumber, linked, newUser, owns, setEnds, unique } from './people.ts';
import { admittedAs, isSenderBlocked, isUserBlocked, recognise } from './recognise.ts';
import { canLink, emailError, find, isMissing, MOST_IDENTITIES, refuse, refuseIf } from './refusals.ts';
import { isSameEmail, isSameId, isSameNumber, type Sender, senderErrors, senderOf } from './senders.ts';
import type { Channel, Profile, Request, Result, SenderInput, Some, State, User } from './words.ts';

export const deciding: Some<'approveAccessRequest' | 'dismissAccessRequest'> = {
  approveAccessRequest(state, { id, userId, environmentIds = [], ...form }, fresh) {
    const { users, environments } = state;
    const request = findRequest(state, id);
    refuseIf(request.status === 'APPROVED' && 'ALREADY_DECIDED');
    const lacking = isMissing(environments, environmentIds) && 'ENVIRONMENT_NOT_FOUND';
    const named = userId ? find(users, userId) : undefined;
    const sender = senderOfRequest(request);
    // Open: of what hinders, this is told first.
    refuseIf(isSenderBlocked(state, sender) && 'SENDER_BLOCKED');
    const places = unique([request.environment, ...environmentIds]);
    if (named) refuseIf(lacking);
    const result = named ? admitAs(state, named, request) : admit(state, request, form, fresh, lacking);
    const user = find(users, result.user);
    user.environments = unique([...user.environments, ...places]);
    // Whom the owner lets in is let in for ever.
    setEnds(user, { ...user.ends, ...Object.fromEntries(places.map((place) => [place, null])) });
    close(request, user.id);
    return result;
  },

  dismissAccessRequest(state, { id }) {
    const request = findRequest(state, id);
    refuseIf(request.status !== 'PENDING' && 'ALREADY_DECIDED');
    request.status = 'DISMISSED';
    return undefined;
  },
};

function findRequest({ requests }: State, id: string): Request {
  const request = requests.find((request) => request.id === id);
  return request ?? refuse('NOT_FOUND');
}

/** As the user who the owner says it is. */
function admitAs(state: State, user: User, request: Request): Result {
  const { number, id } = senderOfRequest(request);
  const { people, byNumber } = recognise(state.users, senderOfRequest(request));
  refuseIf(isUserBlocked(state, user) && 'SENDER_BLOCKED');
  const owner = state.users.find((other) => owns(other, id));
  refuseIf(owner && owner !== user && `IDENTITY_TAKEN of=${owner.id}`);
  refuseIf(people.some((other) => other !== user) && 'IDENTITY_CONFLICT');
  refuseIf(!id && !byNumber && user.phoneNumber !== null && 'PHONE_NUMBER_MISMATCH');
  const isNew = id && !owns(user, id);
  refuseIf(isNew && user.identities.length >= MOST_IDENTITIES && 'TOO_MANY');
  // Open: who has no number yet gets the one that came.
  if (number && user.phoneNumber === null) changeNumber(user, number);
  if (isNew) user.identities.push(linked(id, 'OWNER'));
  const isMember = user.environments.includes(request.environment);
  return { user: user.id, outcome: isMember ? 'LINKED_TO_EXISTING' : 'ENVIRONMENT_ADDED' };
}

/** As whoever a check recognises, or as somebody new. */
function admit(
  { users }: State,
  request: Request,
  form: Partial<Profile>,
  fresh: string,
  lacking: string | false,
): Result {
  const sender = senderOfRequest(request);
  const { user, conflict, matchedBy } = recognise(users, sender);
  refuseIf(conflict && 'IDENTITY_CONFLICT');
  if (!user) {
    refuseIf(emailError(users, form.email), lacking);
    const { firstName, lastName } = request;
    // Open: an address that was typed once is the new user's, unless it is somebody's, or the owner says otherwise.
    const typed = request.isEmailConfirmed || emailError(users, request.email) ? null : request.email;
    const profile = { firstName, lastName, email: typed, ...form };
    users.push(newcomer(fresh, request.channel, sender, profile, request.environment));
    return { user: fresh, outcome: 'CREATED' };
  }
  refuseIf(lacking);
  const links = canLink(user, sender.id);
  if (sender.id && links) user.identities.push(linked(sender.id, matchedBy === 'EMAIL' ? 'EMAIL' : 'PHONE_NUMBER'));
  if (!user.environments.includes(request.environment)) return { user: user.id, outcome: 'ENVIRONMENT_ADDED' };
  return { user: user.id, outcome: links ? 'LINKED_TO_EXISTING' : 'ALREADY_REGISTERED' };
}

/** On WhatsApp a number comes with the id, so the id stands on it. */
export function newcomer(
  fresh: string,
  channel: Channel,
  { number, id }: Sender,
  form: Partial<Profile>,
  environmentId: string,
): User {
  const identities = id ? [linked(id, channel === 'WHATSAPP' && number ? 'PHONE_NUMBER' : 'REGISTRATION')] : [];
  return { ...newUser(fresh, { ...form, phoneNumber: number ?? null }, [environmentId]), identities };
}

export function senderOfRequest({ channel, phoneNumber, externalId, email, isEmailConfirmed }: Request): Sender {
  return {
    number: phoneNumber ?? undefined,
    id: externalId === null ? undefined : { channel, externalId },
    email: isEmailConfirmed ? (email ?? undefined) : undefined,
  };
}

/**
 * The open requests of this sender: by the id, then by the number. One of a sender in conflict is found by all that they gave together, first
 * of all, and a sender in conflict finds no other.
 */
function openRequests({ users, requests }: State, environmentId: string, sender: Sender): Request[] {
  const { number, id } = sender;
  const open = requests.filter(({ status, environment }) => status !== 'APPROVED' && environment === environmentId);
  const [inConflict, others] = [open.filter(isInConflict), open.filter((request) => !isInConflict(request))];
  const exact = [...inConflict, ...others].find((request) => isExactly(senderOfRequest(request), sender));
  if (recognise(users, sender).conflict) return exact ? [exact] : [];
  const byId = others.find((request) => {
    const known = senderOfRequest(request).id;
    return id && known && isSameId(known, id);
  });
  const byNumber = others.find(({ phoneNumber }) => number && isSameNumber(phoneNumber, number));
  return [...new Set([exact, byId, byNumber].filter((request) => request !== undefined))];
}

function isInConflict({ reason }: Request): boolean {
  return reason === 'IDENTITY_CONFLICT';
}

function isExactly(one: Sender, other: Sender): boolean {
  const isOneId = one.id?.channel === other.id?.channel && one.id?.externalId === other.id?.externalId;
  return isOneId && isSameNumber(one.number, other.number) && isSameEmail(one.email, other.email);
}

export function isAwaited(state: State, environmentId: string, sender: Sender): boolean {
  return state.environments[environmentId] === 'APPROVAL' && openRequests(state, environmentId, sender).length > 0;
}

export function hasKnocked(state: State, input: SenderInput): boolean {
  const places = Object.keys(state.environments);
  return (
    senderErrors(input).length === 0 && places.some((place) => openRequests(state, place, senderOf(input)).length > 0)
  );
}

type Attempt = { channel: Channel; reason: string; isAsked: boolean; form?: Partial<Profile> };

/** Notes it on the one request of the sender. Answers whether they had asked before. */
export function noteAttempt(state: State, environmentId: string, sender: Sender, attempt: Attempt): boolean {
  const found = openRequests(state, environmentId, sender);
  const wasAsked = found.some(({ isAsked }) => isAsked);
  const fresh = newRequest(environmentId, attempt.channel);
  // Open: of those that turn out to be one person's, the one found first stays. It is dismissed if one of them was.
  const [kept = fresh, ...others] = found;
  for (const other of others) join(kept, other);
  state.requests = [...state.requests.filter((request) => !found.includes(request)), kept];

  const { id, number, email } = sender;
  const { channel, form = {} } = attempt;
  if (id || kept.externalId === null) Object.assign(kept, { channel, externalId: id?.externalId ?? null });
  kept.phoneNumber = number ?? kept.phoneNumber;
  // Open: what was typed never takes the place of what Slack said.
  if (email) Object.assign(kept, { email, isEmailConfirmed: true });
  else if (!kept.isEmailConfirmed) kept.email = form.email ?? kept.email;
  kept.firstName = form.firstName ?? kept.firstName;
  kept.lastName = form.lastName ?? kept.lastName;
  kept.reason = attempt.reason;
  kept.isAsked = wasAsked || attempt.isAsked;
  kept.attempts += 1;
  return wasAsked;
}

function newRequest(environment: string, channel: Channel): Request {
  const nothing = { phoneNumber: null, externalId: null, email: null, firstName: null, lastName: null, user: null };
  const isNot = { isEmailConfirmed: false, isAsked: false };
  return { environment, channel, ...nothing, ...isNot, reason: '', attempts: 0, status: 'PENDING' };
}

function join(kept: Request, other: Request): void {
  kept.attempts += other.attempts;
  kept.phoneNumber ??= other.phoneNumber;
  if (other.status === 'DISMISSED') kept.status = 'DISMISSED';
  kept.firstName ??= other.firstName;
  kept.lastName ??= other.lastName;
  const { email, isEmailConfirmed } = [kept, other].find((one) => one.isEmailConfirmed) ?? kept;
  Object.assign(kept, { email: email ?? other.email, isEmailConfirmed });
}

/** Whoever got in otherwise waits no more. */
export function closeRequests(state: State): void {
  for (const request of state.requests.filter(({ status }) => status !== 'APPROVED')) {
    const user = admittedAs(state, request.environment, senderOfRequest(request));
    if (user) close(request, user.id);
  }
}

/** Nothing of the person is left in it. */
function close(request: Request, user: string): void {
  const nothing = { phoneNumber: null, externalId: null, email: null, firstName: null, lastName: null };
  Object.assign(request, { ...nothing, isEmailConfirmed: false, status: 'APPROVED', user });
}
