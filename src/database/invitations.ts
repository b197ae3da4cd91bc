import { sql } from 'kysely';
import { isBlockedUser } from './blocked-senders.ts';
import { isOfProject, isOneOf } from './conditions.ts';
import type { Reader, Tx } from './engine/connection.ts';
import type { Channel, InvitationRow, InvitationStatus, UserRow } from './tables.ts';

export const INVITATION_COLUMNS = [
  'projectId',
  'id',
  'userId',
  'channel',
  'createdAt',
  'expiresAt',
  'redeemedAt',
  'revokedAt',
] as const;

// By the database's clock: the servers' clocks may differ from it, and from each other.
export const invitationStatus = sql<InvitationStatus>`case
  when redeemed_at is not null then 'REDEEMED'
  when revoked_at is not null then 'REVOKED'
  when expires_at <= now() then 'EXPIRED'
  else 'PENDING' end`.as('status');

/** Newest first, at most `most` of each of these users of a project. */
export function listInvitationsByUsers(
  db: Reader,
  projectId: string,
  userIds: readonly string[],
  most: number,
): Promise<InvitationRow[]> {
  return db
    .selectFrom('users as u')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('invitations')
          .select(INVITATION_COLUMNS)
          .select(invitationStatus)
          .where('invitations.projectId', '=', projectId)
          .whereRef('invitations.userId', '=', 'u.id')
          .orderBy('createdAt', 'desc')
          .orderBy('id', 'desc')
          .limit(most)
          .as('i'),
      (join) => join.onTrue(),
    )
    .selectAll('i')
    .where('u.projectId', '=', projectId)
    .where(isOneOf('u.id', userIds))
    .orderBy('i.createdAt', 'desc')
    .orderBy('i.id', 'desc')
    .execute();
}

type NewInvitation = {
  projectId: string;
  id: string;
  userId: string;
  channel: Channel | null;
  codeHash: Buffer;
  /** Null: in 7 days. */
  expiresAt: Date | null;
};

export function insertInvitation(db: Tx, { expiresAt, ...invitation }: NewInvitation): Promise<InvitationRow> {
  return db
    .insertInto('invitations')
    .values({ ...invitation, expiresAt: expiresAt ?? sql<Date>`now() + interval '7 days'` })
    .returning(INVITATION_COLUMNS)
    .returning(invitationStatus)
    .executeTakeFirstOrThrow();
}

/** Revokes the pending invitations of a locked user for the channel; for a null channel, all of them. Returns their ids. */
export async function revokePendingInvitations(
  db: Tx,
  { projectId, id }: UserRow,
  channel: Channel | null,
): Promise<string[]> {
  const revoked = await db
    .updateTable('invitations')
    .set({ revokedAt: sql`now()` })
    .where('projectId', '=', projectId)
    .where('userId', '=', id)
    .where('redeemedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`now()`)
    .$if(channel !== null, (query) => query.where('channel', '=', channel))
    .returning('id')
    .execute();
  return revoked.map((row) => row.id);
}

export type InvitationOfCode = InvitationRow & { isUserBlocked: boolean };

/** The invitation with this code, and whether its user has a blocked phone number or id. */
export function findInvitationByCode(
  db: Tx,
  projectId: string,
  codeHash: Buffer,
): Promise<InvitationOfCode | undefined> {
  return db
    .selectFrom('invitations')
    .select(INVITATION_COLUMNS)
    .select([invitationStatus, isBlockedUser(projectId, sql`invitations.user_id`).as('isUserBlocked')])
    .where('projectId', '=', projectId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst();
}

/** Locks the invitation, so that it ends only once. Whoever also locks its user must do that first. */
export function lockInvitation(db: Tx, projectId: string, id: string): Promise<InvitationRow | undefined> {
  return db
    .selectFrom('invitations')
    .select(INVITATION_COLUMNS)
    .select(invitationStatus)
    .where(isOfProject(projectId))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Ends a locked, pending invitation. */
export function endInvitation(
  db: Tx,
  { projectId, id }: InvitationRow,
  ending: 'redeemedAt' | 'revokedAt',
): Promise<InvitationRow> {
  return db
    .updateTable('invitations')
    .set({ [ending]: sql`now()` })
    .where('projectId', '=', projectId)
    .where('id', '=', id)
    .returning(INVITATION_COLUMNS)
    .returning(invitationStatus)
    .executeTakeFirstOrThrow();
}

/** Moves all invitations from one user of the project to another. */
export async function moveInvitations(db: Tx, from: UserRow, to: UserRow): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ userId: to.id })
    .where('projectId', '=', from.projectId)
    .where('userId', '=', from.id)
    .execute();
}
