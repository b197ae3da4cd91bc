import { listAuditEvents } from '../../database/audit-events.ts';
import type { Reader } from '../../database/engine/connection.ts';
import type { AuditEventRow } from '../../database/tables.ts';
import { type Place, readCursor } from './cursor.ts';
import { type Maybe, type PageRequest, pageSize } from './page-size.ts';

export type AuditEventsRequest = Pick<PageRequest, 'first' | 'after'> & { userId?: Maybe<string> };

export type AuditEventConnection = {
  edges: (Place & { node: AuditEventRow })[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
};

/** Returns the requested page, newest first. Throws BAD_USER_INPUT for a bad cursor or page size. */
export async function readAuditEvents(
  db: Reader,
  projectId: string,
  request: AuditEventsRequest,
): Promise<AuditEventConnection> {
  const size = pageSize(request);
  const subjectId = request.userId ?? null;
  const list = JSON.stringify(['auditEvents', projectId, subjectId]);
  const after = readCursor(list, request.after);
  const rows = await listAuditEvents(db, { projectId, subjectId, after, limit: size + 1 });
  const edges = rows.slice(0, size).map((node) => ({
    list,
    position: { key: node.createdAt, id: node.id },
    node,
  }));
  return { edges, hasNextPage: rows.length > size, hasPreviousPage: after !== null };
}
