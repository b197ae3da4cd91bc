import { closeAccessRequests } from '../database/access-request-approvals.ts';
import type { Db } from '../database/engine/connection.ts';
import {
  dismissAccessRequests,
  listLateRequests,
  listRequestsByKeys,
  listRequestsOfUser,
} from '../database/open-requests.ts';
import type { AccessRequestRow, UserRow } from '../database/tables.ts';
import { type Identifier, identifierKey } from './identifiers.ts';
import { senderOf } from './open-requests.ts';
import { listStandings } from './recognition.ts';
import { emailKey } from './values/email-address.ts';

/** Closes the open requests of a user who gets in by a change just made, without telling the feed. */
export async function closeRequestsOf(db: Db, user: Pick<UserRow, 'projectId' | 'id'>): Promise<void> {
  await closeDecided(db, await listRequestsOfUser(db, user));
}

/**
 * Closes the open requests of senders with one of these identifiers, or this address, who get in since somebody lost them, or they
 * were unblocked: until then, a sender may have been two users, or nobody's to be let in.
 */
export async function closeRequestsWith(
  db: Db,
  projectId: string,
  identifiers: readonly Identifier[],
  email: string | null = null,
): Promise<void> {
  if (identifiers.length === 0 && email === null) return;
  const keys = identifiers.map(identifierKey);
  await closeDecided(db, await listRequestsByKeys(db, projectId, keys, email && emailKey(email)));
}

/**
 * Closes requests that were made in the same moment in which their sender got in, or was blocked, so that neither transaction saw the
 * other. A step of a job: returns how many it closed.
 */
export async function closeLateRequests(db: Db): Promise<number> {
  return closeDecided(db, await listLateRequests(db));
}

/** Closes those whose senders are let in now, and dismisses those whose senders are blocked. */
async function closeDecided(db: Db, requests: readonly AccessRequestRow[]): Promise<number> {
  if (requests.length === 0) return 0;
  const standings = await listStandings(
    db,
    requests.map((request) => ({ ...request, sender: senderOf(request) })),
  );
  let closed = 0;
  for (const [index, { projectId, id }] of requests.entries()) {
    const standing = standings[index];
    if (standing?.admittedAs) closed += await closeAccessRequests(db, { projectId, id: standing.admittedAs }, [id]);
    else if (standing?.isBlocked) closed += await dismissAccessRequests(db, { projectId }, [id]);
  }
  return closed;
}
