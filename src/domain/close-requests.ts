import { closeAccessRequests } from '../database/access-request-approvals.ts';
import type { Db } from '../database/engine/connection.ts';
import {
  dismissAccessRequests,
  listLateRequests,
  listProjectsWithLateRequests,
  listRequestsByKeys,
  listRequestsOfUsers,
} from '../database/open-requests.ts';
import type { AccessRequestRow, UserRow } from '../database/tables.ts';
import { type Identifier, identifierKey } from './identifiers.ts';
import { senderOf } from './open-requests.ts';
import { listStandings } from './recognition.ts';
import { emailKey } from './values/email-address.ts';

/** Closes the open requests of users of one project who get in by a change just made, without telling the feed. */
export async function closeRequestsOf(db: Db, projectId: string, users: readonly Pick<UserRow, 'id'>[]): Promise<void> {
  if (users.length === 0) return;
  const ids = users.map(({ id }) => id);
  await closeDecided(db, projectId, await listRequestsOfUsers(db, projectId, ids));
}

/**
 * Closes the open requests of senders with one of these identifiers, or addresses, who get in since somebody lost them, or they were
 * unblocked: until then, a sender may have been two users, or nobody's to be let in.
 */
export async function closeRequestsWith(
  db: Db,
  projectId: string,
  identifiers: readonly Identifier[],
  emails: readonly (string | null)[] = [],
): Promise<void> {
  const emailKeys = emails.filter((email) => email !== null).map(emailKey);
  const keys = identifiers.map(identifierKey);
  await closeDecided(db, projectId, await listRequestsByKeys(db, projectId, keys, emailKeys));
}

/**
 * Closes requests that were made in the same moment in which their sender got in, or was blocked, so that neither transaction saw the
 * other. A step of a job: returns how many it closed.
 */
export async function closeLateRequests(db: Db): Promise<number> {
  let closed = 0;
  for (const projectId of await listProjectsWithLateRequests(db)) {
    closed += await closeDecided(db, projectId, await listLateRequests(db, projectId));
  }
  return closed;
}

/** Closes those whose senders are let in now, and dismisses those whose senders are blocked. */
async function closeDecided(db: Db, projectId: string, requests: readonly AccessRequestRow[]): Promise<number> {
  if (requests.length === 0) return 0;
  const standings = await listStandings(
    db,
    projectId,
    requests.map((request) => ({ ...request, sender: senderOf(request) })),
  );
  const decided = requests.map((request, index) => ({ ...request, standing: standings[index] }));
  const closings = decided.flatMap(({ id, standing }) =>
    standing?.admittedAs ? [{ id, userId: standing.admittedAs }] : [],
  );
  const dismissals = decided.filter(({ standing }) => !standing?.admittedAs && standing?.isBlocked);
  const closed = await closeAccessRequests(db, projectId, closings);
  const ids = dismissals.map(({ id }) => id);
  return ids.length === 0 ? closed : closed + (await dismissAccessRequests(db, projectId, ids));
}
