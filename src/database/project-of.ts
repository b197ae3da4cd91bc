import { sql } from 'kysely';
import { WORKSPACE } from './audit-events.ts';
import { isNamedBy, isOneOf, type Scope } from './conditions.ts';
import type { Reader } from './engine/connection.ts';

// Every statement about a row of a project names the project, so that a database which is divided by project asks one part of it; only
// these, which find the project of what a caller names by its id alone, look into all of them. A scope of one project is the answer
// itself, also when the row does not exist.

/** Tables of a project whose rows a caller names by the id alone. */
type Table = 'environments' | 'users' | 'channelIdentities' | 'accessRequests' | 'blockedSenders' | 'invitations';

/** The project of the scope to which a row belongs. */
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

/** The same for several users, in the order of their ids. */
export async function findProjectsOfUsers(
  db: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<(string | undefined)[]> {
  if (scope?.length === 1) return ids.map(() => scope[0]);
  const rows = await db
    .selectFrom('users')
    .select(['id', 'projectId'])
    .where(isNamedBy('projectId', scope))
    .where(isOneOf('id', ids))
    .execute();
  return projectsOf(ids, rows);
}

/** The same for rows of whichever tables have an id; WORKSPACE for the access keys of the whole workspace. */
export async function findProjectsOfNodes(
  db: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<(string | undefined)[]> {
  if (scope?.length === 1) return ids.map(() => scope[0]);
  const found = [
    sql`select id, id as project_id from asked join projects using (id) where ${isNamedBy('id', scope)}`,
    sql`select id, coalesce(project_id, ${WORKSPACE}) from asked join access_keys using (id)
      where ${isNamedBy('projectId', scope)}`,
    ...INDEXED.map(
      (table) => sql`select id, project_id from asked join ${sql.table(table)} using (id)
        where ${isNamedBy('projectId', scope)}`,
    ),
  ];
  // The trail has no index that begins with the id, so what is not found elsewhere is looked for in each project. Without `offset 0`
  // the planner may rather read the whole trail.
  const { rows } = await sql<Found>`
    with asked as (select unnest(${ids}::uuid[]) as id), found as (${sql.join(found, sql` union all `)})
    select * from found union all
    select event.* from projects as p cross join lateral (
      select id, project_id from audit_events
      where project_id = p.id and id = any(array(select id from asked except select id from found)) offset 0) as event
    where ${isNamedBy('p.id', scope)}`.execute(db);
  return projectsOf(ids, rows);
}

/** Tables with an index that begins with the id. */
const INDEXED = [
  'accessRequests',
  'blockedSenders',
  'channelIdentities',
  'environments',
  'invitations',
  'projectMembers',
  'users',
] as const;

type Found = { id: string; projectId: string };

function projectsOf(ids: readonly string[], rows: readonly Found[]): (string | undefined)[] {
  const projects = new Map(rows.map(({ id, projectId }) => [id, projectId]));
  return ids.map((id) => projects.get(id));
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
