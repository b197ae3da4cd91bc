import { moveAccessRequests } from '../database/access-request-approvals.ts';
import { listIdentitiesByUsers, markFromBeforePhone, moveIdentities } from '../database/channel-identities.ts';
import { transact } from '../database/engine/connection.ts';
import { moveInvitations } from '../database/invitations.ts';
import { findProjectOf } from '../database/project-of.ts';
import { moveSightings } from '../database/sightings.ts';
import type { UserRow } from '../database/tables.ts';
import { uniteMemberships } from '../database/user-environments.ts';
import { deleteUserRows, lockUsers } from '../database/users.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit-events.ts';
import { CallerError } from './caller-error.ts';
import { saveUser, tooManyIdentities } from './channel-identities.ts';
import { closeRequestsWith } from './close-requests.ts';
import { followBlocks } from './follow-blocks.ts';
import { identifiersOf } from './identifiers.ts';
import { problem, refuse, refuseIf } from './refusal.ts';
import { notFound } from './shared-problems.ts';
import { PROFILE_FIELDS, type Profile } from './user-form.ts';
import { staleVersion } from './users.ts';
import { MAXIMUM_IDENTITIES } from './values/sender.ts';

export type MergeUsersInput = { id: string; mergedId: string; expectedVersion?: number | null };
export type MergedUsers = { user: UserRow; deletedUserId: string };

/**
 * Merges two users: identities, environments, sightings and invitations are united, empty fields of the kept user are filled from the
 * other, and the other is deleted. The identities that move count as linked by the owner, from now on.
 */
export function mergeUsers({ actor, db }: DomainContext, input: MergeUsersInput): Promise<MergedUsers> {
  const scope = requireRight(actor, 'writeUsers');
  if (input.id === input.mergedId) throw new CallerError('BAD_USER_INPUT', 'A user cannot be merged with itself.');
  return transact(db, async (tx) => {
    const projectId = await findProjectOf(tx, 'users', scope, input.id);
    if (projectId === undefined) return refuse(notFound('user'));
    const users = await lockUsers(tx, projectId, [input.id, input.mergedId]);
    const user = users.find(({ id }) => id === input.id);
    const merged = users.find(({ id }) => id === input.mergedId);
    if (!user) return refuse(notFound('user'));
    if (!merged) return refuse(problem('mergedId', 'NOT_FOUND', 'There is no such user in this project'));
    refuseIf([staleVersion(user, input.expectedVersion)]);
    const identities = await listIdentitiesByUsers(tx, projectId, [user.id, merged.id]);
    refuseIf([identities.length > MAXIMUM_IDENTITIES && tooManyIdentities()]);

    const theirs = [
      identifiersOf(user, []),
      identifiersOf(merged, []),
      identifiersOf({ phoneNumber: null }, identities),
    ].flat();
    await followBlocks(tx, actor, projectId, [{ user, from: theirs, to: theirs }]);
    await moveAccessRequests(tx, merged, user);
    await uniteMemberships(tx, merged, user);
    await moveSightings(tx, merged, user);
    // Must run before the other's identities come, which may be of the number.
    const missing = missingFields(user, merged);
    if (missing.phoneNumber) await markFromBeforePhone(tx, projectId, [user]);
    await moveIdentities(tx, merged, user, 'OWNER');
    await moveInvitations(tx, merged, user);
    // Must run before its phone number and e-mail address can become the kept user's: both are unique.
    await deleteUserRows(tx, projectId, [merged.id]);
    const kept = await saveUser(tx, user, missing);
    await closeRequestsWith(tx, projectId, identifiersOf(merged, []), [merged.email]);
    await audit(tx, actor, 'USERS_MERGED', user, { relatedId: merged.id });
    await audit(tx, actor, 'USER_DELETED', merged);
    return { user: kept, deletedUserId: merged.id };
  });
}

function missingFields(user: UserRow, merged: UserRow): Partial<Profile> {
  return Object.fromEntries(
    PROFILE_FIELDS.filter((field) => user[field] === null).map((field) => [field, merged[field]]),
  );
}
