import { listAuditEvents } from '../../database/audit-events.ts';
import type { Reader } from '../../database/engine/connection.ts';
import type { AuditEventRow } from '../../database/tables.ts';
import { type Connection, readConnection } from './connection.ts';
import type { Maybe, PageRequest } from './page-size.ts';

export type AuditEventsRequest = Pick<PageRequest, 'first' | 'after'> & { userId?: Maybe<string> };

export type AuditEventConnection = Connection<AuditEventRow>;

/** Returns the requested page, newest first. Throws BAD_USER_INPUT for a bad cursor or page size. */
export function readAuditEvents(
  db: Reader,
  projectId: string,
  { first, after, userId }: AuditEventsRequest,
): Promise<AuditEventConnection> {
  const subjectId = userId ?? null;
  return readConnection(
    {
      name: ['auditEvents', projectId, subjectId],
      positionOf: ({ createdAt, id }) => ({ key: createdAt, id }),
      read: (page) => listAuditEvents(db, { projectId, subjectId }, page),
    },
    { first, after },
  );
}
