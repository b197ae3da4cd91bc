import { closeAccessRequests } from '../database/access-request-approvals.ts';
import { lockAccessRequest } from '../database/access-requests.ts';
import type { Db, Tx } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import {
  dismissAccessRequests,
  listLateRequests,
  listRequestsByKeys,
  listRequestsOfUser,
} from '../database/open-requests.ts';
import type { AccessRequestRow, UserRow } from '../database/tables.ts';
import { type Identifier, identifierKey } from './identifiers.ts';
import { listStandings } from './recognition.ts';
import { refuse, refuseIf } from './refusal.ts';
import { alreadyDecided, notFound } from './shared-problems.ts';
import { emailKey } from './values/email-address.ts';
import type { Sender } from './values/sender.ts';

/** The sender of an open request, as a check would be asked about them. */
export function senderOf({ channel, externalId, phoneNumber, email, emailKey }: AccessRequestRow): Sender {
  // An address without a key was typed by somebody: it recognises nobody.
  return { channel, externalId, phoneNumber, email: emailKey === null ? null : email };
}

/** Locks a request that was seen open; `field` tells its refusals. */
export async function lockOpenRequest(
  tx: Tx,
  seen: AccessRequestRow,
  field: 'id' | 'accessRequestId',
): Promise<AccessRequestRow> {
  const request = await lockAccessRequest(tx, [seen.projectId], seen.id);
  if (!request) return refuse(notFound('request', field));
  refuseIf([request.status === 'APPROVED' && alreadyDecided(field)]);
  // While this waited for a lock, an attempt may have brought another number or id.
  if (JSON.stringify(senderOf(seen)) !== JSON.stringify(senderOf(request))) throw new LostRaceError();
  return request;
}

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
