import { findSenders, lookUpSenders, type SenderKeys, type SenderRow } from '../database/access.ts';
import type { Reader } from '../database/engine/connection.ts';
import { findProjectOf } from '../database/project-of.ts';
import type { DenialReason, SelfRegistrationMode } from '../database/tables.ts';
import { type Actor, mayAskIn, requireRight, strongestRole } from './actor.ts';
import type { Attempt } from './attempt-drafts.ts';
import { CallerError } from './caller-error.ts';
import { type AccessMatch, keysOf, recognise } from './recognition.ts';
import type { CheckedSighting } from './sighting-buffer.ts';
import { type Channel, type ParsedSender, parseSender, type Sender, type SenderInput } from './values/sender.ts';

type AccessReason =
  | 'ALLOWED'
  | DenialReason
  | 'AWAITING_APPROVAL'
  | 'BLOCKED'
  | 'EXPIRED'
  | 'INVALID_SENDER'
  | 'UNKNOWN_ENVIRONMENT';

export type AccessDecision = {
  allowed: boolean;
  reason: AccessReason;
  userId: string | null;
  /** The project of the environment; null without one. */
  projectId: string | null;
  matchedBy: AccessMatch | null;
  selfRegistration: SelfRegistrationMode;
  shouldRegister: boolean;
  /** The attempt to note if the check was for a message: of a sender who is not let in, for a gateway. Null otherwise. */
  attempt: Attempt | null;
  /** The sighting to note if the check was for a message: of a user who is let in, for a gateway. Null otherwise. */
  sighting: CheckedSighting | null;
};

export const LARGEST_BATCH = 100;

/**
 * Whether each of these senders may talk in the environment, in their order, read by one statement. Denies unless sure. Throws
 * FORBIDDEN without the right, BAD_USER_INPUT for more than 100.
 */
export async function checkAccess(
  { actor, shortReads }: { actor: Actor; shortReads: Reader },
  environmentId: string,
  inputs: readonly SenderInput[],
): Promise<AccessDecision[]> {
  const scope = requireRight(actor, 'checkAccess');
  if (inputs.length > LARGEST_BATCH) {
    throw new CallerError('BAD_USER_INPUT', `At most ${LARGEST_BATCH} senders can be checked at once.`);
  }
  if (inputs.length === 0) return [];
  const senders = inputs.map(readGiven);
  const projectId = mayAskIn(actor, environmentId)
    ? await findProjectOf(shortReads, 'environments', scope, environmentId)
    : undefined;
  if (projectId === undefined) return senders.map(() => unknownEnvironment());
  const rows = await lookUpSenders(shortReads, { projectId, environmentId, senders: senders.map(senderKeys) });
  const notedIn = strongestRole(actor) === 'GATEWAY' ? environmentId : null;
  return senders.map(({ parsed }, index) => decide(parsed, rows[index], { projectId, notedIn }));
}

/**
 * What a check of each of these senders answers in each of these environments of a project, read by one statement. It is about no
 * message, so nothing is an attempt. Not for a key that is bound to environments.
 */
export async function checkAccessEverywhere(
  db: Reader,
  { projectId, environmentIds }: { projectId: string; environmentIds: readonly string[] },
  inputs: readonly SenderInput[],
): Promise<AccessDecision[][]> {
  if (inputs.length === 0) return [];
  const given = inputs.map(readGiven);
  const senders = given.map(senderKeys);
  const rows = await findSenders(
    db,
    projectId,
    environmentIds.map((environmentId) => ({ environmentId, senders })),
  );
  return environmentIds.map((_, place) =>
    given.map(({ parsed }, index) => decide(parsed, rows[place]?.[index], { projectId, notedIn: null })),
  );
}

type Given = { channel: Channel; parsed: ParsedSender };

function readGiven(input: SenderInput): Given {
  return { channel: input.channel, parsed: parseSender(input) };
}

// An invalid sender is sent without keys, so that its row still tells the environment's self-registration.
function senderKeys({ channel, parsed }: Given): SenderKeys {
  return keysOf('sender' in parsed ? parsed.sender : { channel, externalId: null, phoneNumber: null, email: null });
}

/** `notedIn` is the environment in which attempts and sightings are noted; null for a check that is not for a message. */
type Place = { projectId: string; notedIn: string | null };

function unknownEnvironment(): AccessDecision {
  return refused('UNKNOWN_ENVIRONMENT', { projectId: null, selfRegistration: 'CLOSED' });
}

function decide(parsed: ParsedSender, row: SenderRow | undefined, { projectId, notedIn }: Place): AccessDecision {
  if (!row) return unknownEnvironment();
  const place = { projectId, selfRegistration: row.selfRegistration };
  if (!('sender' in parsed)) return refused('INVALID_SENDER', place);
  const decision = decideWithoutRequest(parsed.sender, row, place);
  if (row.isBlocked) return { ...decision, allowed: false, reason: 'BLOCKED', shouldRegister: false };
  if (decision.reason === 'EXPIRED') return decision;
  if (decision.reason === 'ALLOWED') {
    const { userId } = decision;
    const { channel } = parsed.sender;
    if (notedIn === null || userId === null) return decision;
    return { ...decision, sighting: { projectId, environmentId: notedIn, userId, channel } };
  }
  // A sender in conflict has a request of their own alone: that of somebody whose number or id they gave is not theirs.
  const isAwaited = row.isAwaitedExactly || (row.isAwaited && decision.reason !== 'IDENTITY_CONFLICT');
  // Where newcomers may register, a denied check is no attempt yet: registering is.
  const isAttempt = isAwaited || row.selfRegistration === 'CLOSED';
  const kind = isAwaited ? 'AWAITED' : 'DENIED';
  const attempt: Attempt | null =
    notedIn !== null && isAttempt
      ? { kind, environmentId: notedIn, sender: parsed.sender, reason: decision.reason, count: 1 }
      : null;
  if (isAwaited) return { ...decision, reason: 'AWAITING_APPROVAL', shouldRegister: false, attempt };
  return attempt === null ? decision : { ...decision, attempt };
}

/** The decision as if nobody were blocked and nobody had knocked. */
function decideWithoutRequest(
  sender: Sender,
  row: SenderRow,
  place: Pick<AccessDecision, 'projectId' | 'selfRegistration'>,
): Omit<AccessDecision, 'reason'> & { reason: 'ALLOWED' | 'EXPIRED' | DenialReason } {
  const recognition = recognise(sender, row);
  const takesNewcomers = place.selfRegistration !== 'CLOSED';
  if (recognition.status === 'CONFLICT') return refused('IDENTITY_CONFLICT', place);
  if (recognition.status === 'NOBODY') return refused('UNKNOWN_SENDER', place, takesNewcomers);
  const { userId, matchedBy, isMember, isExpired, linkableId } = recognition;
  return {
    allowed: isMember && !isExpired,
    reason: isExpired ? 'EXPIRED' : isMember ? 'ALLOWED' : 'NOT_IN_ENVIRONMENT',
    ...place,
    userId,
    matchedBy,
    // True exactly when selfRegisterUser would change something.
    shouldRegister: !isExpired && (linkableId !== null || (!isMember && takesNewcomers)),
    attempt: null,
    sighting: null,
  };
}

function refused<Reason extends AccessReason>(
  reason: Reason,
  place: Pick<AccessDecision, 'projectId' | 'selfRegistration'>,
  shouldRegister = false,
): Omit<AccessDecision, 'reason'> & { reason: Reason } {
  const nobody = { userId: null, matchedBy: null, attempt: null, sighting: null };
  return { allowed: false, reason, ...place, shouldRegister, ...nobody };
}
