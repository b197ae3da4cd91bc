import type { SenderRow } from '../database/access.ts';
import { listIdentitiesByUsers } from '../database/channel-identities.ts';
import { type Tx, transact } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import { endInvitation, findInvitationByCode, type InvitationOfCode, lockInvitation } from '../database/invitations.ts';
import type { EnvironmentRow, UserRow } from '../database/tables.ts';
import { listUsersByIds, lockUser } from '../database/users.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit-events.ts';
import { addIdentities, saveUser, tooManyIdentities } from './channel-identities.ts';
import { gather, isGood, type Wrong, wrong } from './form.ts';
import { hashOfCode } from './invitations.ts';
import { lookUpIn, recognise, refuseOthers } from './recognition.ts';
import { problem, refuse, refuseIf } from './refusal.ts';
import { requireEnvironment } from './self-registration.ts';
import { readSender } from './sender-problem.ts';
import { isBlankPhoneNumber } from './values/phone-number.ts';
import { MAXIMUM_IDENTITIES, type Sender, type SenderInput } from './values/sender.ts';

export type RedeemInvitationInput = { environmentId: string; sender: SenderInput; code: string };

export type Redemption = { user: UserRow; outcome: 'LINKED' | 'ALREADY_LINKED' };

/**
 * Links the sender of a code to the user who was invited. Of many who send one code at once, one succeeds. Whether a code was
 * unknown or is not good for this sender cannot be told from the answer, nor from its time: the statements are the same.
 */
export function redeemInvitation(context: DomainContext, input: RedeemInvitationInput): Promise<Redemption> {
  const { actor, db } = context;
  const scope = requireRight(actor, 'selfRegister');
  const codeHash = hashOfCode(input.code);
  return transact(db, async (tx) => {
    const environment = await requireEnvironment(tx, context, scope, input.environmentId);
    const { sender } = gather({ sender: readSenderWithId(input.sender) });
    const attempt = { environment, sender, codeHash };
    const seen = await judge(tx, attempt);
    if (seen.outcome === 'ALREADY_LINKED') return alreadyLinked(tx, seen.invitation);

    const user = await lockUser(tx, environment.projectId, seen.invitation.userId);
    await lockInvitation(tx, environment.projectId, seen.invitation.id);
    // While this waited for the locks, the code may have been used or revoked, and the user blocked, merged or deleted.
    const { outcome, invitation } = await judge(tx, attempt);
    if (invitation.userId !== user?.id) throw new LostRaceError();
    if (outcome === 'ALREADY_LINKED') return { user, outcome };
    const identities = await listIdentitiesByUsers(tx, user.projectId, [user.id]);
    refuseIf([identities.length >= MAXIMUM_IDENTITIES && tooManyIdentities()]);

    const { channel, externalId } = sender;
    await addIdentities(tx, actor, user, [{ channel, externalId, linkedBy: 'INVITATION' }]);
    await endInvitation(tx, invitation, 'redeemedAt');
    await audit(tx, actor, 'INVITATION_REDEEMED', user, { relatedId: invitation.id });
    return { user: await saveUser(tx, user), outcome };
  });
}

/** A sender with an id; `isNumberInSight` also for a number that no user can have, which `phoneNumber` leaves out. */
type SenderWithId = Sender & { externalId: string; isNumberInSight: boolean };

function readSenderWithId(input: SenderInput): SenderWithId | Wrong {
  const sender = readSender(input, 'sender');
  if (!isGood(sender)) return sender;
  const { externalId } = sender;
  if (externalId !== null) {
    return { ...sender, externalId, isNumberInSight: !isBlankPhoneNumber(input.phoneNumber ?? '') };
  }
  return wrong(
    ['sender', 'externalId'],
    'SENDER_INVALID',
    "An invitation links the sender's id on the channel: give it",
  );
}

type Attempt = { environment: EnvironmentRow; sender: SenderWithId; codeHash: Buffer };

/**
 * What the code does for the sender as things are now. Refuses with INVITATION_INVALID, and with IDENTITY_CONFLICT if the code is
 * good but the sender is another user.
 */
async function judge(
  tx: Tx,
  { environment, sender, codeHash }: Attempt,
): Promise<Pick<Redemption, 'outcome'> & { invitation: InvitationOfCode }> {
  // In this order: who reads a code that was just used finds its sender linked, for both were written at once.
  const invitation = await findInvitationByCode(tx, environment.projectId, codeHash);
  const row = await lookUpIn(tx, environment, sender);
  if (!invitation || !isGoodFor(sender, row, invitation)) return refuseCode();
  const user = { projectId: environment.projectId, id: invitation.userId };
  await refuseOthers(tx, user, 'sender', row);
  return { outcome: row.idByIdentity === null ? 'LINKED' : 'ALREADY_LINKED', invitation };
}

function isGoodFor(sender: SenderWithId, row: SenderRow, invitation: InvitationOfCode): boolean {
  const { channel, status, userId, isUserBlocked } = invitation;
  // A gateway asks again when it did not get the answer.
  const isInForce = status === 'PENDING' || (status === 'REDEEMED' && row.idByIdentity === userId);
  const isOfChannel = channel === null || channel === sender.channel;
  return isInForce && isOfChannel && !row.isBlocked && !isUserBlocked && isNumberTheirs(sender, row, userId);
}

// On WhatsApp a number belongs to one person. With another number in sight, the code was passed on or the person cannot be told.
function isNumberTheirs(sender: SenderWithId, row: SenderRow, userId: string): boolean {
  if (sender.channel !== 'WHATSAPP' || !sender.isNumberInSight) return true;
  const recognised = recognise(sender, row);
  return row.idByPhone === userId && !(recognised.status === 'CONFLICT' && recognised.hasNumberChangedHands);
}

function refuseCode(): never {
  return refuse(
    problem('code', 'INVITATION_INVALID', 'This code is not good: it may be mistyped, used or out of date'),
  );
}

async function alreadyLinked(tx: Tx, { projectId, userId }: InvitationOfCode): Promise<Redemption> {
  const [user] = await listUsersByIds(tx, projectId, [userId]);
  if (!user) throw new LostRaceError();
  return { user, outcome: 'ALREADY_LINKED' };
}
