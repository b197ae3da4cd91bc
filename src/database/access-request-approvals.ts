import { sql } from 'kysely';
import { ACCESS_REQUEST_COLUMNS, isFree } from './access-requests.ts';
import { isOneOf } from './conditions.ts';
import { countRows } from './count-rows.ts';
import type { Db, Reader, Tx } from './engine/connection.ts';
import { inOrder, isBetween, type KeysetPage } from './keyset.ts';
import type { AccessRequestRow, UserRow } from './tables.ts';

/** A page of the approvals of the last 7 days, in the order in which they were committed. */
export function listApprovals(
  db: Reader,
  environment: InProject,
  { isBackward, limit, ...bounds }: KeysetPage,
): Promise<AccessRequestRow[]> {
  const keyset = { column: 'feed_position', type: 'bigint', isAscending: !isBackward, ...bounds } as const;
  return db
    .selectFrom('accessRequests as r')
    .select(ACCESS_REQUEST_COLUMNS)
    .where(isToldBy(environment))
    .where(isBetween('r', keyset))
    .orderBy(inOrder('r', keyset))
    .limit(limit)
    .execute();
}

/** Counts no further than `upTo` if it is given. */
export function countApprovals(db: Reader, environment: InProject, upTo: number | null): Promise<number> {
  return countRows(db, sql`select from access_requests r where ${isToldBy(environment)}`, upTo);
}

type InProject = { projectId: string; id: string };

// Of somebody who was deleted again there is nothing to tell.
function isToldBy({ projectId, id }: InProject) {
  return sql<boolean>`r.project_id = ${projectId} and r.environment_id = ${id} and r.feed_position is not null
    and r.decided_at > now() - interval '7 days'
    and exists (select from users u where u.project_id = ${projectId} and u.id = r.user_id)`;
}

// What an approved request is left with: nothing of the person.
const EMPTIED = {
  phoneNumber: null,
  phoneKey: null,
  externalId: null,
  email: null,
  emailKey: null,
  firstName: null,
  lastName: null,
  searchText: '',
} as const;

/**
 * Approves a locked request and puts it at the end of the environment's feed. The environment is locked until the transaction ends, so
 * that approvals are committed in the order of their positions, and whoever reads the feed misses none.
 */
export async function markApproved(db: Tx, request: AccessRequestRow, userId: string): Promise<AccessRequestRow> {
  const { projectId, id, environmentId } = request;
  await db
    .selectFrom('environments')
    .select('id')
    .where('projectId', '=', projectId)
    .where('id', '=', environmentId)
    .forNoKeyUpdate()
    .execute();
  return db
    .updateTable('accessRequests')
    .set({ ...EMPTIED, status: 'APPROVED', decidedAt: sql`now()`, userId, feedPosition: nextPosition(request) })
    .where('projectId', '=', projectId)
    .where('id', '=', id)
    .returning(ACCESS_REQUEST_COLUMNS)
    .executeTakeFirstOrThrow();
}

// In microseconds, and not counted: the last request of the feed may be deleted, and a position must not be given twice.
function nextPosition({ projectId, environmentId }: AccessRequestRow) {
  return sql<string>`greatest((extract(epoch from statement_timestamp()) * 1000000)::bigint, (
    select coalesce(max(last.feed_position), 0) + 1 from access_requests last
    where last.project_id = ${projectId} and last.environment_id = ${environmentId} and last.feed_position is not null))`;
}

/** Closes open requests of people of one project who got in otherwise, outside the feed. Returns how many. */
export async function closeAccessRequests(
  db: Db,
  projectId: string,
  closings: readonly { id: string; userId: string }[],
): Promise<number> {
  if (closings.length === 0) return 0;
  const ids = closings.map(({ id }) => id);
  const userIds = closings.map(({ userId }) => userId);
  const emptied = Object.entries(EMPTIED).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const { numAffectedRows = 0n } = await sql`
    -- Nobody is let in as a user who is just being deleted. Users are locked before requests, as everywhere.
    with people as materialized (
      select id from users where project_id = ${projectId} and ${isOneOf('id', userIds)} order by id for key share
    ), closing as materialized (
      select * from unnest(${ids}::uuid[], ${userIds}::uuid[]) as c (id, user_id) where user_id in (select id from people)
    )
    update access_requests set status = 'APPROVED', decided_at = now(), user_id = closing.user_id, ${sql.join(emptied)}
    from closing where access_requests.project_id = ${projectId} and access_requests.id = closing.id
      and ${isFree(projectId, ids, sql`status <> 'APPROVED' and exists (select from people)`)}`.execute(db);
  return Number(numAffectedRows);
}

/** For a merge of users: the approvals of one are the other's from now on. */
export async function moveAccessRequests(db: Tx, from: UserRow, to: UserRow): Promise<void> {
  await db
    .updateTable('accessRequests')
    .set({ userId: to.id })
    .where('projectId', '=', from.projectId)
    .where('userId', '=', from.id)
    .execute();
}
