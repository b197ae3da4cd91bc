import type { Reader, Tx } from './engine/connection.ts';
import { inOrder, isBetween, type KeysetPage } from './keyset.ts';
import type { AuditEventRow } from './tables.ts';

export type NewAuditEvent = Omit<AuditEventRow, 'createdAt'>;

export async function insertAuditEvent(db: Tx, event: NewAuditEvent): Promise<void> {
  await db.insertInto('auditEvents').values(event).execute();
}

/** A page of the trail, newest first; of what was done to one subject if it is given. */
export function listAuditEvents(
  db: Reader,
  { projectId, subjectId }: { projectId: string; subjectId: string | null },
  { isBackward, limit, ...bounds }: KeysetPage,
): Promise<AuditEventRow[]> {
  const keyset = { column: 'created_at', type: 'timestamptz', isAscending: isBackward, ...bounds } as const;
  return db
    .selectFrom('auditEvents')
    .selectAll()
    .where('projectId', '=', projectId)
    .$if(subjectId !== null, (query) => query.where('subjectId', '=', subjectId))
    .where(isBetween('audit_events', keyset))
    .orderBy(inOrder('audit_events', keyset))
    .limit(limit)
    .execute();
}
