import { isNamedBy, type Scope } from './conditions.ts';
import type { Reader } from './engine/connection.ts';

/** Tables of a project whose rows a caller names by the id alone. */
type Table = 'environments' | 'users' | 'channelIdentities' | 'accessRequests' | 'blockedSenders' | 'invitations';

/**
 * The project of the scope to which a row belongs. Every statement about such a row names its project, so that a database which is
 * divided by project asks one part of it; only this one looks into all of them. A scope of one project is the answer itself, also when
 * the row does not exist.
 */
export async function findProjectOf(db: Reader, table: Table, scope: Scope, id: string): Promise<string | undefined> {
  if (scope?.length === 1) return scope[0];
  const row = await db
    .selectFrom(table)
    .select('projectId')
    .where(isNamedBy('projectId', scope))
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.projectId;
}

/** Reads or locks a row in its project; undefined when the scope has no such row. */
export async function inItsProject<Db extends Reader, Row>(
  db: Db,
  table: Table,
  scope: Scope,
  id: string,
  find: (db: Db, projectId: string, id: string) => Promise<Row | undefined>,
): Promise<Row | undefined> {
  const projectId = await findProjectOf(db, table, scope, id);
  return projectId === undefined ? undefined : find(db, projectId, id);
}
