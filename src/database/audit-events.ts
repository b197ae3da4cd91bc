import { sql } from 'kysely';
import type { Reader, Tx } from './engine/connection.ts';
import type { Position } from './position.ts';
import type { AuditEventRow } from './tables.ts';

export type NewAuditEvent = Omit<AuditEventRow, 'createdAt'>;

export async function insertAuditEvent(db: Tx, event: NewAuditEvent): Promise<void> {
  await db.insertInto('auditEvents').values(event).execute();
}

export type AuditEventPage = {
  projectId: string;
  subjectId: string | null;
  after: Position | null;
  limit: number;
};

export function listAuditEvents(db: Reader, page: AuditEventPage): Promise<AuditEventRow[]> {
  return db
    .selectFrom('auditEvents')
    .selectAll()
    .where('projectId', '=', page.projectId)
    .$if(page.subjectId !== null, (query) => query.where('subjectId', '=', page.subjectId ?? ''))
    .$if(page.after !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${page.after?.key}::timestamptz, ${page.after?.id}::uuid)`),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute();
}
