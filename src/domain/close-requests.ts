import { closeAccessRequests } from '../database/access-request-approvals.ts';
import type { Db } from '../database/engine/connection.ts';
import { listLateRequests, listRequestsOfUser } from '../database/open-requests.ts';
import type { AccessRequestRow, UserRow } from '../database/tables.ts';
import { listStandings } from './recognition.ts';
import type { Sender } from './values/sender.ts';

/** The sender of an open request, as a check would be asked about them. */
export function senderOf({ channel, externalId, phoneNumber, email, emailKey }: AccessRequestRow): Sender {
  // An address without a key was typed by somebody: it recognises nobody.
  return { channel, externalId, phoneNumber, email: emailKey === null ? null : email };
}

/** Closes the open requests of a user who gets in by a change just made, without telling the feed. */
export async function closeRequestsOf(db: Db, user: Pick<UserRow, 'projectId' | 'id'>): Promise<void> {
  await closeAdmitted(db, await listRequestsOfUser(db, user));
}

/**
 * Closes requests that were made in the same moment in which their sender got in, so that neither transaction saw the other. A step of a
 * job: returns how many it closed.
 */
export async function closeLateRequests(db: Db): Promise<number> {
  return closeAdmitted(db, await listLateRequests(db));
}

async function closeAdmitted(db: Db, requests: readonly AccessRequestRow[]): Promise<number> {
  if (requests.length === 0) return 0;
  const standings = await listStandings(
    db,
    requests.map((request) => ({ ...request, sender: senderOf(request) })),
  );
  let closed = 0;
  for (const [index, { projectId, id }] of requests.entries()) {
    const admittedAs = standings[index]?.admittedAs;
    if (admittedAs) closed += await closeAccessRequests(db, { projectId, id: admittedAs }, [id]);
  }
  return closed;
}
