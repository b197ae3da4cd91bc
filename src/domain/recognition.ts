import { findSenders, type SenderKeys, type SenderRow } from '../database/access.ts';
import type { Reader, Tx } from '../database/engine/connection.ts';
import { listUsersByIds } from '../database/users.ts';
import { problem, refuse } from './refusal.ts';
import { emailKey } from './values/email-address.ts';
import { phoneMatchKey } from './values/phone-number.ts';
import { MAXIMUM_IDENTITIES, type Sender, whatsAppIdKind } from './values/sender.ts';

export type AccessMatch = 'IDENTITY' | 'PHONE_NUMBER' | 'EMAIL';

/** Who a sender is: one user, nobody we know, or a conflict (two users, or a phone number that changed hands). */
export type Recognition = { status: 'NOBODY' } | Conflict | RecognisedUser;

/** Who has a sender's id, phone number and e-mail address. */
type OwnerOfEach = Pick<SenderRow, 'idByIdentity' | 'idByPhone' | 'idByEmail'>;
type Owners = OwnerOfEach & Pick<SenderRow, 'linkedIds'>;

/** `userIds` are the users found by id, phone number and e-mail address, in this order. */
type Conflict = { status: 'CONFLICT'; userIds: string[]; owners: OwnerOfEach; hasNumberChangedHands: boolean };

export type RecognisedUser = {
  status: 'USER';
  userId: string;
  matchedBy: AccessMatch;
  /** The given id if it is not linked yet; null also when the user has no room for one more. */
  linkableId: string | null;
  isMember: boolean;
  /** Of a member: whether the time in the environment is over. */
  isExpired: boolean;
};

/**
 * Recognises a sender by the id, else by the phone number, else by the e-mail address; a conflict if they lead to different
 * users.
 */
export function recognise(sender: Sender, row: SenderRow): Recognition {
  const { idByIdentity, idByPhone, idByEmail, isMember, isExpired, linkedIds } = row;
  const conflict = conflictOf(sender, row);
  if (conflict) return conflict;
  const userId = idByIdentity ?? idByPhone ?? idByEmail;
  if (userId === null) return { status: 'NOBODY' };
  return {
    status: 'USER',
    userId,
    matchedBy: idByIdentity ? 'IDENTITY' : idByPhone ? 'PHONE_NUMBER' : 'EMAIL',
    linkableId: idByIdentity === null && (linkedIds ?? []).length < MAXIMUM_IDENTITIES ? sender.externalId : null,
    isMember,
    isExpired,
  };
}

/** Why a sender is recognised as nobody, though somebody has the id, the phone number or the e-mail address. */
export function conflictOf(sender: Sender, owners: Owners): Conflict | undefined {
  const { idByIdentity, idByPhone, idByEmail } = owners;
  const userIds = [...new Set([idByIdentity, idByPhone, idByEmail].filter((id) => id !== null))];
  const isOfSeveral = userIds.length > 1;
  if (!isOfSeveral && !hasNumberChangedHands(sender, owners)) return undefined;
  return { status: 'CONFLICT', userIds, owners, hasNumberChangedHands: !isOfSeveral };
}

// WhatsApp gives a new id only with a new number. So when this number comes with another id than its user has had since getting
// the number, the sender is probably its next holder.
function hasNumberChangedHands(
  { channel, externalId }: Sender,
  { idByIdentity, idByPhone, linkedIds }: Owners,
): boolean {
  if (channel !== 'WHATSAPP' || externalId === null || idByIdentity !== null || idByPhone === null) return false;
  const kind = whatsAppIdKind(externalId);
  return kind !== 'OTHER' && (linkedIds ?? []).some((id) => id !== null && whatsAppIdKind(id) === kind);
}

/** The keys by which a sender is looked up. */
export function keysOf({ channel, externalId, phoneNumber, email }: Sender): SenderKeys {
  return {
    channel,
    externalId,
    phoneKey: phoneNumber === null ? null : phoneMatchKey(phoneNumber),
    emailKey: email === null ? null : emailKey(email),
  };
}

/** The access check's look-up, inside a transaction, for a held environment. */
export async function lookUpIn(tx: Tx, environment: InProject, sender: Sender): Promise<SenderRow> {
  const [row] = await lookUpAllIn(tx, environment, [sender]);
  return row;
}

type InProject = { projectId: string; id: string };
type RowPerSender<Senders extends readonly Sender[]> = { [At in keyof Senders]: SenderRow };

/** The same for several senders in one statement: what it tells of them was true at one moment. */
export async function lookUpAllIn<Senders extends readonly [Sender, ...Sender[]]>(
  tx: Tx,
  { projectId, id }: InProject,
  senders: Senders,
): Promise<RowPerSender<Senders>> {
  const [rows = []] = await findSenders(tx, projectId, [{ environmentId: id, senders: senders.map(keysOf) }]);
  if (rows.length !== senders.length) throw new Error('A held environment was not found.');
  return rows as unknown as RowPerSender<Senders>;
}

type Standing = {
  isBlocked: boolean;
  /** The user as whom the sender is let in; null when they are not. */
  admittedAs: string | null;
};

/** How each sender stands with an environment of the project now, in one statement; undefined where there is no such environment. */
export async function listStandings(
  db: Reader,
  projectId: string,
  asked: readonly { environmentId: string; sender: Sender }[],
): Promise<(Standing | undefined)[]> {
  const found = await findSenders(
    db,
    projectId,
    asked.map(({ environmentId, sender }) => ({ environmentId, senders: [keysOf(sender)] })),
  );
  return asked.map(({ sender }, index) => {
    const row = found[index]?.[0];
    if (!row) return undefined;
    const recognition = recognise(sender, row);
    const isIn = recognition.status === 'USER' && recognition.isMember && !recognition.isExpired;
    const isAdmitted = !row.isBlocked && isIn;
    return { isBlocked: row.isBlocked, admittedAs: isAdmitted ? recognition.userId : null };
  });
}

/** Refuses because of who the sender is recognised as. */
export function refuseConflict(
  tx: Tx,
  projectId: string,
  field: string,
  { userIds, owners, hasNumberChangedHands }: Omit<Conflict, 'status'>,
): Promise<never> {
  const message = hasNumberChangedHands
    ? 'This phone number is of a user who writes with another id: it may have changed hands'
    : `Different users have ${listParts(owners)}`;
  return refuseBecauseOf(tx, { projectId, field, userIds, message });
}

/** Refuses if one of those found by the sender's id, phone number and e-mail address is somebody else than the user. */
export async function refuseOthers(
  tx: Tx,
  { projectId, id }: InProject,
  field: string,
  { idByIdentity, idByPhone, idByEmail }: OwnerOfEach,
): Promise<void> {
  const otherThan = (owner: string | null) => (owner === id ? null : owner);
  const others = {
    idByIdentity: otherThan(idByIdentity),
    idByPhone: otherThan(idByPhone),
    idByEmail: otherThan(idByEmail),
  };
  const userIds = Object.values(others).filter((each) => each !== null);
  const message = `${new Set(userIds).size > 1 ? 'Other users have' : 'Another user has'} ${listParts(others)}`;
  if (userIds.length > 0) await refuseBecauseOf(tx, { projectId, field, userIds, message });
}

const list = new Intl.ListFormat('en-GB');

/** Names what somebody has. */
function listParts({ idByIdentity, idByPhone, idByEmail }: OwnerOfEach): string {
  const parts = [
    idByPhone !== null && 'the phone number',
    idByIdentity !== null && 'the id',
    idByEmail !== null && 'the e-mail address',
  ];
  return list.format(parts.filter((part) => part !== false));
}

type ConflictToTell = { projectId: string; field: string; userIds: readonly string[]; message: string };

async function refuseBecauseOf(tx: Tx, { projectId, field, userIds, message }: ConflictToTell): Promise<never> {
  const [user] = await listUsersByIds(tx, projectId, userIds.slice(-1));
  return refuse(problem(field, 'IDENTITY_CONFLICT', message, user));
}
