import { type RawBuilder, sql } from 'kysely';
import { WORKSPACE } from './audit-events.ts';
import { isNamedBy, type Scope } from './conditions.ts';
import type { Reader } from './engine/connection.ts';
import type { NodeTable } from './nodes.ts';

/** Tables of a project whose rows a caller names by the id alone. */
type Table = 'environments' | 'users' | 'channelIdentities' | 'accessRequests' | 'blockedSenders' | 'invitations';

/**
 * The project of the scope to which a row belongs. Every statement about such a row names its project, so that a database which is
 * divided by project asks one part of it; only this one and the next look into all of them. A scope of one project is the answer itself, also when
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

/** The same for many ids at once, of rows of any of these tables: one statement. */
export async function findProjectsOf(
  db: Reader,
  tables: readonly NodeTable[],
  scope: Scope,
  ids: readonly string[],
): Promise<(string | undefined)[]> {
  if (scope?.length === 1) return ids.map(() => scope[0]);
  const selects = tables.map((table) => selectProjects(table, scope));
  const { rows } = await sql<{ id: string; projectId: string }>`
    with asked as (select unnest(${ids}::uuid[]) as id) ${sql.join(selects, sql` union all `)}`.execute(db);
  const projects = new Map(rows.map(({ id, projectId }) => [id, projectId]));
  return ids.map((id) => projects.get(id));
}

function selectProjects(table: NodeTable, scope: Scope): RawBuilder<unknown> {
  switch (table) {
    case 'projects':
      return sql`select id, id as project_id from asked join projects using (id) where ${isNamedBy('id', scope)}`;
    case 'accessKeys':
      return sql`select id, coalesce(project_id, ${WORKSPACE}) as project_id from asked join access_keys using (id)
        where ${isNamedBy('projectId', scope)}`;
    case 'auditEvents':
      // The trail has no index that begins with the id, and is the longest table: each project is looked into by itself.
      return sql`select e.id, e.project_id from projects p cross join asked
        join audit_events e on e.project_id = p.id and e.id = asked.id where ${isNamedBy('p.id', scope)}`;
    default:
      return sql`select id, project_id from asked join ${sql.table(table)} using (id)
        where ${isNamedBy('projectId', scope)}`;
  }
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
