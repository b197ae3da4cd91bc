import { lookUpSenders, type SenderKeys, type SenderRow } from '../database/access.ts';
import type { Reader } from '../database/engine/connection.ts';
import type { SelfRegistrationMode } from '../database/tables.ts';
import { type Actor, requireRight } from './actor.ts';
import { CallerError } from './caller-error.ts';
import { type AccessMatch, keysOf, type Recognition, recognise } from './recognition.ts';
import { type Channel, type ParsedSender, parseSender, type SenderInput } from './values/sender.ts';

export type AccessReason =
  | 'ALLOWED'
  | 'UNKNOWN_SENDER'
  | 'NOT_IN_ENVIRONMENT'
  | 'IDENTITY_CONFLICT'
  | 'INVALID_SENDER'
  | 'UNKNOWN_ENVIRONMENT';

export type AccessDecision = {
  allowed: boolean;
  reason: AccessReason;
  userId: string | null;
  matchedBy: AccessMatch | null;
  selfRegistration: SelfRegistrationMode;
  shouldRegister: boolean;
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
  return senders.map(({ parsed }, index) => decide(parsed, rows[index]));
}

// An invalid sender is sent without keys, so that its row still tells the environment's self-registration.
function senderKeys({ channel, parsed }: { channel: Channel; parsed: ParsedSender }): SenderKeys {
  return keysOf('sender' in parsed ? parsed.sender : { channel, externalId: null, phoneNumber: null, email: null });
}

function decide(parsed: ParsedSender, row: SenderRow | undefined): AccessDecision {
  if (!row) return { ...refused('UNKNOWN_ENVIRONMENT'), selfRegistration: 'CLOSED' };
  const { selfRegistration } = row;
  if (!('sender' in parsed)) return { ...refused('INVALID_SENDER'), selfRegistration };
  return { ...answer(recognise(parsed.sender, row), selfRegistration === 'OPEN'), selfRegistration };
}

type Answer = Omit<AccessDecision, 'selfRegistration'>;

function answer(recognition: Recognition, isOpen: boolean): Answer {
  if (recognition.status === 'CONFLICT') return refused('IDENTITY_CONFLICT');
  if (recognition.status === 'NOBODY') return { ...refused('UNKNOWN_SENDER'), shouldRegister: isOpen };
  const { userId, matchedBy, isMember, linkableId } = recognition;
  return {
    allowed: isMember,
    reason: isMember ? 'ALLOWED' : 'NOT_IN_ENVIRONMENT',
    userId,
    matchedBy,
    // True exactly when selfRegisterUser would change something.
    shouldRegister: linkableId !== null || (!isMember && isOpen),
  };
}

function refused(reason: AccessReason): Answer {
  return { allowed: false, reason, userId: null, matchedBy: null, shouldRegister: false };
}
