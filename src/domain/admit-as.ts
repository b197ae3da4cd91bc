import type { SenderRow } from '../database/access.ts';
import { listBlockedUserIds } from '../database/blocked-senders.ts';
import { listIdentitiesByUsers, markFromBeforePhone } from '../database/channel-identities.ts';
import type { Tx } from '../database/engine/connection.ts';
import type { AccessRequestRow, UserRow } from '../database/tables.ts';
import { clearExpiries } from '../database/user-environments.ts';
import { listUsersByIds } from '../database/users.ts';
import type { Actor } from './actor.ts';
import { identityOf, letIn, listGained } from './admission.ts';
import { identityTaken, tooManyIdentities } from './channel-identities.ts';
import { refuseOthers } from './recognition.ts';
import { problem, refuse, refuseIf } from './refusal.ts';
import { senderBlocked } from './shared-problems.ts';
import { formatInternational } from './values/phone-number.ts';
import { MAXIMUM_IDENTITIES, type Sender } from './values/sender.ts';

type Whom = {
  request: Pick<AccessRequestRow, 'environmentId'>;
  sender: Sender;
  row: SenderRow;
  environmentIds: readonly string[];
};

/**
 * Lets a sender in as the locked user who the owner says they are: links the id, gives the number to a user who has none, and adds the
 * environments, for ever. Refused when the next check would not recognise the sender as this user.
 */
export async function admitAs(
  tx: Tx,
  actor: Actor,
  user: UserRow,
  { request, sender, row, environmentIds }: Whom,
): Promise<{ user: UserRow; outcome: 'LINKED_TO_EXISTING' | 'ENVIRONMENT_ADDED' }> {
  const { idByIdentity, idByPhone } = row;
  const blocked = await listBlockedUserIds(tx, user.projectId, [user.id]);
  refuseIf([blocked.length > 0 && senderBlocked('userId')]);
  if (idByIdentity !== null && idByIdentity !== user.id) {
    const [other] = await listUsersByIds(tx, user.projectId, [idByIdentity]);
    return refuse(identityTaken('userId', other));
  }
  await refuseOthers(tx, user, 'userId', row);
  const isNumberNobodys = sender.phoneNumber !== null && idByPhone === null;
  refuseIf([isNumberNobodys && sender.externalId === null && otherNumber(user)]);

  const gained = await listGained(tx, user, environmentIds);
  const added = identityOf(sender.channel, idByIdentity === null ? sender.externalId : null, 'OWNER');
  const identities = await listIdentitiesByUsers(tx, user.projectId, [user.id]);
  refuseIf([added.length > 0 && identities.length >= MAXIMUM_IDENTITIES && tooManyIdentities()]);
  const changes = isNumberNobodys && user.phoneNumber === null ? { phoneNumber: sender.phoneNumber } : {};
  // The order matters: ids of before are from before the number.
  if ('phoneNumber' in changes) await markFromBeforePhone(tx, user.projectId, [user]);
  const isRenewed = await clearExpiries(tx, user, environmentIds);
  const admitted = await letIn(tx, actor, user, { environmentIds: gained, identities: added, isRenewed }, changes);
  return {
    user: admitted,
    outcome: gained.includes(request.environmentId) ? 'ENVIRONMENT_ADDED' : 'LINKED_TO_EXISTING',
  };
}

function otherNumber({ phoneNumber }: UserRow) {
  if (phoneNumber === null) return undefined;
  const message = `This request came with a phone number alone, and the user has another one, ${formatInternational(phoneNumber)}: change the user's phone number instead`;
  return problem('userId', 'PHONE_NUMBER_MISMATCH', message);
}
