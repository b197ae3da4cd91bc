import { ACCESS_REQUEST_COLUMNS } from './access-requests.ts';
import { listAuditEvents } from './audit-events.ts';
import type { Reader } from './engine/connection.ts';
import type { Position } from './position.ts';
import type { AccessRequestRow, AuditEventRow, UserRow } from './tables.ts';

/** The requests that were approved as this user, newest first. */
export function listRequestsApprovedAs(db: Reader, { projectId, id }: UserRow): Promise<AccessRequestRow[]> {
  return db
    .selectFrom('accessRequests')
    .select(ACCESS_REQUEST_COLUMNS)
    .where('projectId', '=', projectId)
    .where('userId', '=', id)
    .orderBy('lastAttemptAt', 'desc')
    .execute();
}

const PAGE = 1000;

/** All that was done to the user, newest first; however much it is, no statement reads more than a page of it. */
export async function listWholeTrail(db: Reader, { projectId, id }: UserRow): Promise<AuditEventRow[]> {
  const events: AuditEventRow[] = [];
  let after: Position | null = null;
  for (;;) {
    const bounds = { isBackward: false, after, before: null, limit: PAGE };
    const selection = { projectId, subjectId: id, actions: null, actorId: null };
    const page: AuditEventRow[] = await listAuditEvents(db, selection, bounds);
    events.push(...page);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return events;
    after = { key: last.createdAt, id: last.id };
  }
}
