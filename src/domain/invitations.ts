import { hash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { listBlockedUserIds } from '../database/blocked-senders.ts';
import { type Tx, transact } from '../database/engine/connection.ts';
import { endInvitation, insertInvitation, lockInvitation, revokePendingInvitations } from '../database/invitations.ts';
import { inItsProject } from '../database/project-of.ts';
import { listProjectsByIds } from '../database/projects.ts';
import type { Channel, InvitationRow, ProjectRow, UserRow } from '../database/tables.ts';
import { lockUser } from '../database/users.ts';
import { readExpiry } from './access-keys.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit-events.ts';
import { gather, isGood, type Wrong, wrong } from './form.ts';
import { refuse } from './refusal.ts';
import { notFound } from './shared-problems.ts';

/** The most invitations of a user in a list: the newest. */
export const LISTED_INVITATIONS = 20;

const MOST_DAYS = 30;

export type CreateInvitationInput = { userId: string; channel?: Channel | null; expiresAt?: Date | null };

type InvitationLinks = { telegram: string | null; whatsApp: string | null };
type CreatedInvitation = { invitation: InvitationRow; code: string; links: InvitationLinks };

/** Invites a user. The code is returned only here; only its hash is stored. Older invitations that this one replaces are revoked. */
export function createInvitation(
  { actor, db }: DomainContext,
  input: CreateInvitationInput,
): Promise<CreatedInvitation> {
  const scope = requireRight(actor, 'writeUsers');
  const channel = input.channel ?? null;
  return transact(db, async (tx) => {
    // The lock also keeps two new invitations from overlooking each other.
    const user = await inItsProject(tx, 'users', scope, input.userId, lockUser);
    if (!user) return refuse(notFound('user', 'userId'));
    const { projectId, id: userId } = user;
    const { expiresAt } = gather({ user: await refuseBlocked(tx, user), expiresAt: readEnd(input.expiresAt) });
    for (const id of await revokePendingInvitations(tx, user, channel)) {
      await audit(tx, actor, 'INVITATION_REVOKED', user, { relatedId: id });
    }
    const code = `um-${randomBytes(16).toString('base64url')}`;
    const fields = { projectId, id: uuid(), userId, channel, codeHash: hashOfCode(code), expiresAt };
    const invitation = await insertInvitation(tx, fields);
    await audit(tx, actor, 'INVITATION_CREATED', user, { relatedId: invitation.id });
    const [project] = await listProjectsByIds(tx, [projectId], [projectId]);
    return { invitation, code, links: linksFor(code, channel, project) };
  });
}

async function refuseBlocked(tx: Tx, user: UserRow): Promise<UserRow | Wrong> {
  const blocked = await listBlockedUserIds(tx, user.projectId, [user.id]);
  const message = 'This user is blocked, and a blocked person cannot use an invitation: unblock them first';
  return blocked.length > 0 ? wrong('userId', 'SENDER_BLOCKED', message) : user;
}

function readEnd(given: Date | null | undefined): Date | null | Wrong {
  const expiresAt = readExpiry(given);
  const latest = Date.now() + MOST_DAYS * 24 * 60 * 60 * 1000;
  const isTooFar = isGood(expiresAt) && expiresAt !== null && expiresAt.getTime() > latest;
  return isTooFar ? wrong('expiresAt', 'EXPIRY_TOO_FAR', `An invitation lasts at most ${MOST_DAYS} days`) : expiresAt;
}

/** Every text has a hash, so a code is never looked at before it is looked up. */
export function hashOfCode(code: string): Buffer {
  return hash('sha256', code, 'buffer');
}

// Codes are made of characters that stand for themselves in a link, and numbers are stored with a '+' in front.
function linksFor(code: string, channel: Channel | null, project: ProjectRow | undefined): InvitationLinks {
  const { telegramBot = null, whatsAppNumber = null } = project ?? {};
  const isFor = (wanted: Channel) => channel === null || channel === wanted;
  return {
    telegram: telegramBot !== null && isFor('TELEGRAM') ? `https://t.me/${telegramBot}?start=${code}` : null,
    whatsApp:
      whatsAppNumber !== null && isFor('WHATSAPP') ? `https://wa.me/${whatsAppNumber.slice(1)}?text=${code}` : null,
  };
}

/** Revokes an invitation. One that has ended already stays as it is. */
export function revokeInvitation({ actor, db }: DomainContext, input: { id: string }): Promise<InvitationRow> {
  const scope = requireRight(actor, 'writeUsers');
  return transact(db, async (tx) => {
    const invitation = await inItsProject(tx, 'invitations', scope, input.id, lockInvitation);
    if (!invitation) return refuse(notFound('invitation'));
    if (invitation.status !== 'PENDING') return invitation;
    const subject = { projectId: invitation.projectId, id: invitation.userId };
    await audit(tx, actor, 'INVITATION_REVOKED', subject, { relatedId: invitation.id });
    return endInvitation(tx, invitation, 'revokedAt');
  });
}
