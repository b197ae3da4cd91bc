import { type InsertResult, sql } from 'kysely';
import { compileOnce } from './engine/compile-once.ts';
import type { Db, Tx } from './engine/connection.ts';
import type { AuditEventRow } from './tables.ts';

export type NewAuditEvent = Omit<AuditEventRow, 'createdAt'>;

export async function insertAuditEvent(db: Tx, event: NewAuditEvent): Promise<void> {
  await insertEventRow(db, event);
}

const insertEventRow = compileOnce<NewAuditEvent, InsertResult>((db, parameter) =>
  db
    .insertInto('auditEvents')
    .values({
      projectId: parameter('projectId'),
      id: parameter('id'),
      action: parameter('action'),
      actorId: parameter('actorId'),
      actorName: parameter('actorName'),
      subjectId: parameter('subjectId'),
      relatedId: parameter('relatedId'),
      changedFields: parameter('changedFields'),
    })
    .compile(),
);

export type AuditEventPage = {
  projectId: string;
  subjectId: string | null;
  after: { key: string | Date; id: string } | null;
  limit: number;
};

export function listAuditEvents(db: Db, page: AuditEventPage): Promise<AuditEventRow[]> {
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
