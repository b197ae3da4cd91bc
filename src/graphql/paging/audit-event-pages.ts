import { type AuditEventSelection, listAuditEventsByUsers } from '../../database/audit-events.ts';
import type { Reader } from '../../database/engine/connection.ts';
import type { KeysetPage } from '../../database/keyset.ts';
import type { AuditAction, AuditEventRow } from '../../database/tables.ts';
import { type Connection, readConnection } from './connection.ts';
import type { Maybe, PageRequest } from './page-size.ts';

export type AuditEventsRequest = PageRequest & {
  userId?: Maybe<string>;
  actions?: Maybe<readonly AuditAction[]>;
  actorId?: Maybe<string>;
};

export type AuditEventConnection = Connection<AuditEventRow>;

/** Returns the requested page, newest first. Throws BAD_USER_INPUT for a bad cursor or page size. */
export function readAuditEvents(
  projectId: string,
  { userId, actions, actorId, ...request }: AuditEventsRequest,
  list: (selection: AuditEventSelection, page: KeysetPage) => Promise<AuditEventRow[]>,
): Promise<AuditEventConnection> {
  const selection = {
    projectId,
    subjectId: userId ?? null,
    actions: actions ? [...new Set(actions)].sort() : null,
    actorId: actorId ?? null,
  };
  return readConnection(
    {
      name: ['auditEvents', selection],
      positionOf: ({ createdAt, id }) => ({ key: createdAt, id }),
      read: (page) => list(selection, page),
    },
    request,
  );
}

/** A page of what was done to one user. */
export type UserEventsPage = { user: { projectId: string; id: string }; page: KeysetPage };

/** One statement for all of a project who are asked about with the same page. A cursor is of one user, so without one that is everybody. */
export async function listEventsOfUsers(db: Reader, asked: readonly UserEventsPage[]): Promise<AuditEventRow[][]> {
  const found = new Map<object, AuditEventRow[]>();
  const byPage = Map.groupBy(asked, ({ user, page }) => JSON.stringify([user.projectId, page]));
  const readPage = async (each: typeof asked) => {
    const [first] = each;
    if (!first) return;
    const { user, page } = first;
    const userIds = each.map(({ user }) => user.id);
    const lists = await listAuditEventsByUsers(db, user.projectId, userIds, page);
    for (const [index, one] of each.entries()) found.set(one, lists[index] ?? []);
  };
  await Promise.all(Array.from(byPage.values(), readPage));
  return asked.map((each) => found.get(each) ?? []);
}
