import type { SenderRow } from '../database/access.ts';
import {
  insertIdentities,
  listIdentitiesByUsers,
  markFromPhone,
  type NewIdentityOfUser,
} from '../database/channel-identities.ts';
import { type Tx, transact } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import type { EnvironmentRow, UserRow } from '../database/tables.ts';
import { listUsersByIds, lockUser } from '../database/users.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit-events.ts';
import { CallerError } from './caller-error.ts';
import { saveUser, tooManyIdentities } from './channel-identities.ts';
import { closeRequestsWith } from './close-requests.ts';
import { followBlocks } from './follow-blocks.ts';
import { gather } from './form.ts';
import { identifiersOf, identifiersOfSender } from './identifiers.ts';
import { lookUpAllIn, recognise, refuseConflict, refuseOthers } from './recognition.ts';
import { refuseIf } from './refusal.ts';
import { requireEnvironment } from './self-registration.ts';
import { readSender } from './sender-problem.ts';
import { senderBlocked } from './shared-problems.ts';
import { MAXIMUM_IDENTITIES, type Sender, type SenderInput } from './values/sender.ts';

export type ReplaceSenderInput = { environmentId: string; previous: SenderInput; current: SenderInput };

export type Replacement = { user: UserRow | null; outcome: 'REPLACED' | 'ALREADY_REPLACED' | 'UNKNOWN_SENDER' };

/**
 * Follows a person whose number or id the channel changed. A new number replaces the old one; a new id is added beside the old
 * one, since ids never change hands. The channel may send two events for one change, in either order, or only one.
 */
export function replaceSender(context: DomainContext, input: ReplaceSenderInput): Promise<Replacement> {
  const { actor, db } = context;
  const scope = requireRight(actor, 'selfRegister');
  return transact(db, async (tx) => {
    const environment = await requireEnvironment(tx, context, scope, input.environmentId);
    const { previous, current } = readSenders(input);
    // At one moment: of two looks a user who is added between them would be seen by the second alone.
    const [seenPrevious, seenCurrent] = await lookUpAllIn(tx, environment, [previous, current]);
    const before = await lockPrevious(tx, environment, { previous, current }, seenPrevious);
    if (!before) {
      // Whoever comes with a number that changed hands is nobody whose change could have been made before.
      const replacement =
        recognise(previous, seenPrevious).status === 'NOBODY'
          ? await findReplaced(tx, environment, current, seenCurrent)
          : UNKNOWN;
      // The block of somebody who is no user follows them, too, but to nobody else.
      if (replacement.outcome === 'UNKNOWN_SENDER') {
        const free = withoutOthers(current, seenCurrent);
        const move = { user: null, from: identifiersOfSender(previous), to: identifiersOfSender(free) };
        await followBlocks(tx, actor, environment.projectId, [move]);
      }
      return replacement;
    }
    const { user, isIdLinked, isBlocked, now } = before;
    await refuseOthers(tx, user, 'current', { ...now, idByEmail: null });
    // A user who is blocked already may get a blocked number or id: it stays blocked.
    refuseIf([now.isBlocked && !isBlocked && senderBlocked('current')]);
    const isNumberNew = current.phoneNumber !== null && now.idByPhone === null;
    const { former, present } = await newIdentities(
      tx,
      user,
      { previous, current },
      {
        // An id that stays while the number changes need not be linked twice.
        former: isIdLinked || previous.externalId === current.externalId ? null : previous.externalId,
        present: now.idByIdentity ? null : current.externalId,
      },
    );
    const isIdNew = former.length + present.length > 0;
    if (!isNumberNew && !isIdNew) return { user, outcome: 'ALREADY_REPLACED' };
    const identities = await listIdentitiesByUsers(tx, user.projectId, [user.id]);
    const had = [...identifiersOf(user, identities), ...identifiersOfSender(previous)];
    const phoneNumber = isNumberNew ? current.phoneNumber : null;
    const got = identifiersOf({ phoneNumber }, [...former, ...present]);
    await followBlocks(tx, actor, user.projectId, [{ user, from: had, to: got }]);
    // The order matters: the old id is from before the new number, the new id comes with it.
    await insertIdentities(tx, user.projectId, former);
    if (isNumberNew) await markFromPhone(tx, user, current);
    await insertIdentities(tx, user.projectId, present);
    const replaced = await saveUser(tx, user, isNumberNew ? { phoneNumber: current.phoneNumber } : {});
    if (isNumberNew) await closeRequestsWith(tx, user.projectId, identifiersOf(user, []));
    const changedFields = [...(isNumberNew ? ['phoneNumber'] : []), ...(isIdNew ? ['channelIdentities'] : [])];
    await audit(tx, actor, 'SENDER_REPLACED', user, { changedFields });
    return { user: replaced, outcome: 'REPLACED' };
  });
}

// Channels do not change e-mail addresses, so these are ignored.
function readSenders(input: ReplaceSenderInput): { previous: Sender; current: Sender } {
  if (input.previous.channel !== input.current.channel) {
    throw new CallerError('BAD_USER_INPUT', 'previous and current must be on the same channel.');
  }
  const { previous, current } = gather({
    previous: readSender({ ...input.previous, email: null }, 'previous'),
    current: readSender({ ...input.current, email: null }, 'current'),
  });
  if (previous.externalId === current.externalId && previous.phoneNumber === current.phoneNumber) {
    throw new CallerError('BAD_USER_INPUT', 'previous and current are the same sender.');
  }
  return { previous, current };
}

/**
 * Finds and locks the previous sender's user by the id, else by the number, and looks who the current one is at the same moment: so a
 * block is seen of both or of neither. Undefined when there is no such user, or the number is not theirs any more.
 */
async function lockPrevious(
  tx: Tx,
  environment: EnvironmentRow,
  { previous, current }: { previous: Sender; current: Sender },
  found: SenderRow,
): Promise<{ user: UserRow; isIdLinked: boolean; isBlocked: boolean; now: SenderRow } | undefined> {
  const seen = recognise(previous, found);
  if (seen.status === 'NOBODY' || (seen.status === 'CONFLICT' && seen.hasNumberChangedHands)) return undefined;
  if (seen.status === 'CONFLICT') return refuseConflict(tx, environment.projectId, 'previous', seen);
  const user = await lockUser(tx, environment.projectId, seen.userId);
  // While this waited for the lock, the user may have been deleted, merged, or replaced by the same event.
  const [row, now] = await lookUpAllIn(tx, environment, [previous, current]);
  if (!user || (row.idByIdentity ?? row.idByPhone) !== user.id) throw new LostRaceError();
  const isIdLinked = previous.externalId === null || row.idByIdentity !== null;
  return { user, isIdLinked, isBlocked: row.isBlocked, now };
}

/** What of a sender is nobody's. */
function withoutOthers(sender: Sender, { idByIdentity, idByPhone }: SenderRow): Sender {
  return {
    ...sender,
    externalId: idByIdentity === null ? sender.externalId : null,
    phoneNumber: idByPhone === null ? sender.phoneNumber : null,
  };
}

/** For when nobody is the previous sender any more: if one user fully matches the current one, the change was made before. */
async function findReplaced(
  tx: Tx,
  { projectId }: EnvironmentRow,
  current: Sender,
  { idByIdentity, idByPhone }: SenderRow,
): Promise<Replacement> {
  const found = [
    ...(current.externalId === null ? [] : [idByIdentity]),
    ...(current.phoneNumber === null ? [] : [idByPhone]),
  ];
  const [id] = new Set(found).size === 1 ? found : [];
  const [user] = id ? await listUsersByIds(tx, projectId, [id]) : [];
  return user ? { user, outcome: 'ALREADY_REPLACED' } : UNKNOWN;
}

const UNKNOWN: Replacement = { user: null, outcome: 'UNKNOWN_SENDER' };

/**
 * The identities to link: the new id, with the same origin as the one it replaces, and the old id if it was not linked. A new id that comes
 * alone awaits its number, unless that one made the old id one of before.
 */
async function newIdentities(
  tx: Tx,
  user: UserRow,
  { previous, current }: { previous: Sender; current: Sender },
  ids: { former: string | null; present: string | null },
): Promise<{ former: NewIdentityOfUser[]; present: NewIdentityOfUser[] }> {
  const { channel } = previous;
  const linked = await listIdentitiesByUsers(tx, user.projectId, [user.id]);
  const replaced = linked.find((each) => each.channel === channel && each.externalId === previous.externalId);
  const mine = { userId: user.id, channel, linkedBy: replaced?.linkedBy ?? 'PHONE_NUMBER' } as const;
  const sincePhone = current.phoneNumber !== null || replaced?.sincePhone === false ? true : null;
  const former = ids.former === null ? [] : [{ ...mine, externalId: ids.former }];
  const present = ids.present === null ? [] : [{ ...mine, externalId: ids.present, sincePhone }];
  const count = linked.length + former.length + present.length;
  refuseIf([count > MAXIMUM_IDENTITIES && tooManyIdentities()]);
  return { former, present };
}
