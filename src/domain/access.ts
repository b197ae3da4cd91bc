import { lookUpSenders, type SenderKeys, type SenderRow } from '../database/access.ts';
import type { Db } from '../database/connection.ts';
import type { SelfRegistrationMode } from '../database/tables.ts';
import { type Actor, requireRight } from './actor.ts';
import { phoneMatchKey } from './phone-number.ts';
import { CallerError } from './refusal.ts';
import { type Channel, type ParsedSender, parseSender, type SenderInput } from './sender.ts';

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
  selfRegistration: SelfRegistrationMode;
};

const BATCH_MAXIMUM = 100;

/** May these senders talk here? Answers in their order, by one statement; no unless we are sure. */
export async function checkAccess(
  { actor, shortReads }: { actor: Actor; shortReads: Db },
  environmentId: string,
  inputs: readonly SenderInput[],
): Promise<AccessDecision[]> {
  const scope = requireRight(actor, 'checkAccess');
  if (inputs.length > BATCH_MAXIMUM) {
    throw new CallerError('BAD_USER_INPUT', `At most ${BATCH_MAXIMUM} senders can be checked at once.`);
  }
  if (inputs.length === 0) return [];
  const senders = inputs.map((input) => ({ channel: input.channel, parsed: parseSender(input) }));
  const isTheirs = actor.environmentIds === null || actor.environmentIds.includes(environmentId);
  const rows = isTheirs
    ? await lookUpSenders(shortReads, { scope, environmentId, senders: senders.map(senderKeys) })
    : [];
  return senders.map(({ parsed }, index) => decide(rows[index], 'sender' in parsed));
}

// An invalid sender is looked up by nothing: the environment still has its answer to give.
function senderKeys({ channel, parsed }: { channel: Channel; parsed: ParsedSender }): SenderKeys {
  if (!('sender' in parsed)) return { channel, externalId: null, phoneKey: null };
  const { externalId, phoneNumber } = parsed.sender;
  return { channel, externalId, phoneKey: phoneNumber === null ? null : phoneMatchKey(phoneNumber) };
}

function decide(row: SenderRow | undefined, isValid: boolean): AccessDecision {
  if (!row) return { allowed: false, reason: 'UNKNOWN_ENVIRONMENT', userId: null, selfRegistration: 'CLOSED' };
  const { idByIdentity, idByPhone, isMember, selfRegistration } = row;
  const answer = (reason: AccessReason, userId: string | null = null) => ({
    allowed: reason === 'ALLOWED',
    reason,
    userId,
    selfRegistration,
  });
  if (!isValid) return answer('INVALID_SENDER');
  if (idByIdentity && idByPhone && idByIdentity !== idByPhone) return answer('IDENTITY_CONFLICT');
  const userId = idByIdentity ?? idByPhone;
  if (!userId) return answer('UNKNOWN_SENDER');
  if (!isMember) return answer('NOT_IN_ENVIRONMENT', userId);
  return answer('ALLOWED', userId);
}
