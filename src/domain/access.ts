import { lookUpSenders, type SenderKeys, type SenderRow } from '../database/access.ts';
import type { Reader } from '../database/engine/connection.ts';
import type { DenialReason, SelfRegistrationMode } from '../database/tables.ts';
import { type Actor, grantIn, requireRight } from './actor.ts';
import type { Attempt } from './attempt-drafts.ts';
import { CallerError } from './caller-error.ts';
import { type AccessMatch, keysOf, recognise } from './recognition.ts';
import { type Channel, type ParsedSender, parseSender, type Sender, type SenderInput } from './values/sender.ts';

type AccessReason =
  | 'ALLOWED'
  | DenialReason
  | 'AWAITING_APPROVAL'
  | 'BLOCKED'
  | 'INVALID_SENDER'
  | 'UNKNOWN_ENVIRONMENT';

export type AccessDecision = {
  allowed: boolean;
  reason: AccessReason;
  userId: string | null;
  matchedBy: AccessMatch | null;
  selfRegistration: SelfRegistrationMode;
  shouldRegister: boolean;
  /** The attempt to note if the check was for a message: of a sender who is not let in, for a gateway. Null otherwise. */
  attempt: Attempt | null;
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
  const senders = inputs.map((input) => ({ channel: input.channel, parsed: parseSender(input) }));
  const isTheirs = actor.environmentIds === null || actor.environmentIds.includes(environmentId);
  const rows = isTheirs
    ? await lookUpSenders(shortReads, { scope, environmentId, senders: senders.map(senderKeys) })
    : [];
  return senders.map(({ parsed }, index) => decide(actor, environmentId, parsed, rows[index]));
}

// An invalid sender is sent without keys, so that its row still tells the environment's self-registration.
function senderKeys({ channel, parsed }: { channel: Channel; parsed: ParsedSender }): SenderKeys {
  return keysOf('sender' in parsed ? parsed.sender : { channel, externalId: null, phoneNumber: null, email: null });
}

function decide(actor: Actor, environmentId: string, parsed: ParsedSender, row: SenderRow | undefined): AccessDecision {
  if (!row) return { ...refused('UNKNOWN_ENVIRONMENT'), selfRegistration: 'CLOSED', attempt: null };
  const { selfRegistration } = row;
  if (!('sender' in parsed)) return { ...refused('INVALID_SENDER'), selfRegistration, attempt: null };
  const { sender } = parsed;
  const answer = answerWithoutRequest(sender, row);
  if (row.isBlocked) {
    return { ...answer, allowed: false, reason: 'BLOCKED', shouldRegister: false, selfRegistration, attempt: null };
  }
  if (answer.reason === 'ALLOWED') return { ...answer, reason: 'ALLOWED', selfRegistration, attempt: null };
  const attempt = attemptOf(actor, environmentId, sender, row, answer.reason);
  return row.isAwaited
    ? { ...answer, reason: 'AWAITING_APPROVAL', shouldRegister: false, selfRegistration, attempt }
    : { ...answer, reason: answer.reason, selfRegistration, attempt };
}

type Answer<Reason> = Omit<AccessDecision, 'selfRegistration' | 'attempt' | 'reason'> & { reason: Reason };

/** The answer as if nobody were blocked and nobody had knocked. */
function answerWithoutRequest(sender: Sender, row: SenderRow): Answer<'ALLOWED' | DenialReason> {
  const recognition = recognise(sender, row);
  const takesNewcomers = row.selfRegistration !== 'CLOSED';
  if (recognition.status === 'CONFLICT') return refused('IDENTITY_CONFLICT');
  if (recognition.status === 'NOBODY') return { ...refused('UNKNOWN_SENDER'), shouldRegister: takesNewcomers };
  const { userId, matchedBy, isMember, linkableId } = recognition;
  return {
    allowed: isMember,
    reason: isMember ? 'ALLOWED' : 'NOT_IN_ENVIRONMENT',
    userId,
    matchedBy,
    // True exactly when selfRegisterUser would change something.
    shouldRegister: linkableId !== null || (!isMember && takesNewcomers),
  };
}

function refused<Reason extends AccessReason>(reason: Reason): Answer<Reason> {
  return { allowed: false, reason, userId: null, matchedBy: null, shouldRegister: false };
}

// Where newcomers may register, a denied check is no attempt yet: registering is.
function attemptOf(
  actor: Actor,
  environmentId: string,
  sender: Sender,
  { projectId, isAwaited, selfRegistration }: SenderRow,
  reason: DenialReason,
): Attempt | null {
  const isNoted = isAwaited || selfRegistration === 'CLOSED';
  if (!isNoted || grantIn(actor, projectId)?.role !== 'GATEWAY') return null;
  return { kind: isAwaited ? 'AWAITED' : 'DENIED', projectId, environmentId, sender, reason, count: 1 };
}
