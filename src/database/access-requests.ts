import { type RawBuilder, sql } from 'kysely';
import { type IdentifierKey, isOneOfIdentifiers } from './blocked-senders.ts';
import { isOfEnvironmentInUse, isOfProject, isOneOf } from './conditions.ts';
import { countRows } from './count-rows.ts';
import type { Reader, Tx } from './engine/connection.ts';
import { inOrder, isBetween, type KeysetPage } from './keyset.ts';
import { isFound, type SearchCondition } from './search-conditions.ts';
import type { AccessRequestRow, AccessRequestStatus } from './tables.ts';

export const ACCESS_REQUEST_COLUMNS = [
  'projectId',
  'id',
  'environmentId',
  'channel',
  'phoneNumber',
  'externalId',
  'email',
  'emailKey',
  'firstName',
  'lastName',
  'reason',
  'attempts',
  'firstAttemptAt',
  'lastAttemptAt',
  'status',
  'decidedAt',
  'feedPosition',
  'userId',
] as const;

export type AccessRequestSelection = {
  projectId: string;
  status: AccessRequestStatus | null;
  environmentIds: readonly string[] | null;
  search: readonly SearchCondition[];
};

/** A page, newest attempt first. */
export function listAccessRequests(
  db: Reader,
  selection: AccessRequestSelection,
  { isBackward, limit, ...bounds }: KeysetPage,
): Promise<AccessRequestRow[]> {
  const keyset = { column: 'last_attempt_at', type: 'timestamptz', isAscending: isBackward, ...bounds } as const;
  return db
    .selectFrom('accessRequests as r')
    .select(ACCESS_REQUEST_COLUMNS)
    .where(isSelected(selection))
    .where(isBetween('r', keyset))
    .orderBy(inOrder('r', keyset))
    .limit(limit)
    .execute();
}

/** Counts no further than `upTo` if it is given. */
export function countAccessRequests(
  db: Reader,
  selection: AccessRequestSelection,
  upTo: number | null,
): Promise<number> {
  return countRows(db, sql`select from access_requests r where ${isSelected(selection)}`, upTo);
}

function isSelected({ projectId, status, environmentIds, search }: AccessRequestSelection): RawBuilder<boolean> {
  const columns = {
    searchText: sql<string>`r.search_text`,
    phoneNumber: sql<string>`r.phone_number`,
    hasPhoneKey: (key: string) => sql<boolean>`r.phone_key = ${key}`,
  };
  return sql`r.project_id = ${projectId}
    and ${status ? sql`r.status = ${status}` : sql`true`}
    and ${environmentIds ? isOneOf('r.environmentId', environmentIds) : sql`true`}
    and ${isOfEnvironmentInUse('r.environmentId', projectId)}
    and ${isFound(columns, search)}`;
}

/** How many requests wait in each of these environments of a project; one without any is left out. */
export function countPendingByEnvironments(
  db: Reader,
  projectId: string,
  ids: readonly string[],
): Promise<{ environmentId: string; count: string }[]> {
  return db
    .selectFrom('accessRequests')
    .select(['environmentId', (eb) => eb.fn.countAll<string>().as('count')])
    .where('projectId', '=', projectId)
    .where(isOneOf('environmentId', ids))
    .where('status', '=', 'PENDING')
    .groupBy('environmentId')
    .execute();
}

export function findAccessRequest(db: Tx, projectId: string, id: string): Promise<AccessRequestRow | undefined> {
  return selectAccessRequest(db, projectId, id).executeTakeFirst();
}

/** Locks the request: nobody else decides it before the transaction ends. */
export function lockAccessRequest(db: Tx, projectId: string, id: string): Promise<AccessRequestRow | undefined> {
  return selectAccessRequest(db, projectId, id).forUpdate().executeTakeFirst();
}

function selectAccessRequest(db: Tx, projectId: string, id: string) {
  return db
    .selectFrom('accessRequests')
    .select(ACCESS_REQUEST_COLUMNS)
    .where(isOfProject(projectId))
    .where('id', '=', id)
    .where(isOfEnvironmentInUse('environmentId', projectId));
}

/** What a dismissal changes. */
export const DISMISSED = { status: 'DISMISSED', decidedAt: sql<Date>`now()` } as const;

export function markDismissed(db: Tx, { projectId, id }: AccessRequestRow): Promise<AccessRequestRow> {
  return db
    .updateTable('accessRequests')
    .set(DISMISSED)
    .where('projectId', '=', projectId)
    .where('id', '=', id)
    .returning(ACCESS_REQUEST_COLUMNS)
    .executeTakeFirstOrThrow();
}

/**
 * True for those of the requests that have this status and that nobody else has locked; they are locked then. Whoever has one locked decides
 * it, or the job looks again (`listLateRequests`): to wait here could be a deadlock.
 */
export function isFree(projectId: string, ids: readonly string[], hasStatus: RawBuilder<boolean>): RawBuilder<boolean> {
  return sql`access_requests.id in (
    select id from access_requests where project_id = ${projectId} and ${isOneOf('id', ids)} and ${hasStatus}
    for update skip locked)`;
}

/** Dismisses the waiting requests of senders with these identifiers, in all environments of the project. */
export async function dismissRequestsOf(db: Tx, projectId: string, keys: readonly IdentifierKey[]): Promise<void> {
  await db
    .updateTable('accessRequests')
    .set(DISMISSED)
    .where('projectId', '=', projectId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('accessRequests')
        .select('id')
        .where('projectId', '=', projectId)
        // The indexes of both identifiers begin with it.
        .where(
          sql<boolean>`environment_id = any (array(select e.id from environments e where e.project_id = ${projectId}))`,
        )
        .where('status', '=', 'PENDING')
        .where(isOneOfIdentifiers(keys))
        // In the order in which attempts lock them, so that two transactions cannot deadlock.
        .orderBy('id')
        .forUpdate(),
    )
    .execute();
}
