import { sql } from 'kysely';
import { ACCESS_REQUEST_COLUMNS, DISMISSED, isFree } from './access-requests.ts';
import type { IdentifierKey } from './blocked-senders.ts';
import type { Db, Reader, Tx } from './engine/connection.ts';
import { createSteps, createWalkByProject, type Taken, take, whenAlone } from './engine/steps.ts';
import type { AccessRequestRow } from './tables.ts';

const COLUMNS = sql.join(ACCESS_REQUEST_COLUMNS.map((column) => sql.ref(`r.${column}`)));

/** The open requests to the environments of each user from senders with that user's phone number, an id or the e-mail address. */
export async function listRequestsOfUsers(
  db: Db,
  projectId: string,
  userIds: readonly string[],
): Promise<AccessRequestRow[]> {
  const { rows } = await sql<AccessRequestRow>`
    with places as materialized (
      select user_id, environment_id from user_environments where project_id = ${projectId} and user_id = any(${userIds}::uuid[])
    ), people as materialized (
      select id, phone_key, email_key from users where project_id = ${projectId} and id = any(${userIds}::uuid[])
    ), found as (
      select f.id from places join people on people.id = places.user_id join access_requests f on f.project_id = ${projectId}
        and f.environment_id = places.environment_id and f.phone_key = people.phone_key
      union
      select f.id from places join channel_identities c on c.project_id = ${projectId} and c.user_id = places.user_id
      join access_requests f on f.project_id = ${projectId}
        and f.environment_id = places.environment_id and f.channel = c.channel and f.external_id = c.external_id
      union
      select f.id from places join people on people.id = places.user_id join access_requests f on f.project_id = ${projectId}
        and f.environment_id = places.environment_id and f.email_key = people.email_key
    )
    select ${COLUMNS} from found join access_requests r on r.project_id = ${projectId} and r.id = found.id`.execute(db);
  return rows;
}

/** The open requests of the project from senders with one of these identifiers, or an address that the channel confirmed. */
export async function listRequestsByKeys(
  db: Reader,
  projectId: string,
  keys: readonly IdentifierKey[],
  emailKeys: readonly string[],
): Promise<AccessRequestRow[]> {
  if (keys.length + emailKeys.length === 0) return [];
  const phoneKeys = keys.flatMap((key) => ('phoneKey' in key ? key.phoneKey : []));
  const identities = keys.flatMap((key) => ('phoneKey' in key ? [] : key));
  // The indexes of the identifiers and the address begin with the environment. One condition with "or" would read every request.
  const { rows } = await sql<AccessRequestRow>`
    with places as materialized (
      select e.id from environments e where e.project_id = ${projectId}
    ), found as (
      select f.id from places join access_requests f on f.project_id = ${projectId}
        and f.environment_id = places.id and f.phone_key = any(${phoneKeys}::text[])
      union
      select f.id from places cross join unnest(
        ${identities.map(({ channel }) => channel)}::channel[], ${identities.map(({ externalId }) => externalId)}::text[]
      ) as k (channel, external_id) join access_requests f on f.project_id = ${projectId}
        and f.environment_id = places.id and f.channel = k.channel and f.external_id = k.external_id
      union
      select f.id from places join access_requests f on f.project_id = ${projectId}
        and f.environment_id = places.id and f.email_key = any(${emailKeys}::text[])
    )
    select ${COLUMNS} from found join access_requests r on r.project_id = ${projectId} and r.id = found.id`.execute(db);
  return rows;
}

const isLate = sql<boolean>`last_attempt_at > now() - interval '5 minutes' and status <> 'APPROVED'`;

export async function listProjectsWithLateRequests(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('accessRequests').select('projectId').distinct().where(isLate).execute();
  return rows.map(({ projectId }) => projectId);
}

/** Open requests of the last minutes: whoever got in meanwhile may not have seen them, nor they that. */
export function listLateRequests(db: Db, projectId: string): Promise<AccessRequestRow[]> {
  return db
    .selectFrom('accessRequests')
    .select(ACCESS_REQUEST_COLUMNS)
    .where('projectId', '=', projectId)
    .where(isLate)
    .orderBy('lastAttemptAt', 'desc')
    .limit(5000)
    .execute();
}

/** Dismisses those of the requests that wait. Returns how many. */
export async function dismissAccessRequests(db: Db, projectId: string, ids: readonly string[]): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('accessRequests')
    .set(DISMISSED)
    .where('projectId', '=', projectId)
    .where(isFree(projectId, ids, sql`status = 'PENDING'`))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Deletes requests 30 days after their last attempt, of one project per step and call. Returns how many; 0 when none is left. */
export function createRequestRetention(db: Db, most = 5000): () => Promise<number> {
  const walk = createWalkByProject({ table: 'accessRequests', since: 'lastAttemptAt', isOld }, deleteOldRequests);
  return createSteps(most, (size) => whenAlone(db, 'old requests', (tx) => walk(tx, size)));
}

const isOld = sql<boolean>`last_attempt_at < now() - interval '30 days'`;

function deleteOldRequests(db: Tx, projectId: string, after: string | null, size: number): Promise<Taken> {
  return take(
    db,
    sql`walked as materialized (
        select id, last_attempt_at as place from access_requests
        where project_id = ${projectId} and last_attempt_at >= coalesce(${after}::timestamptz, '-infinity') and ${isOld}
        order by last_attempt_at limit ${size} for update skip locked
      ), gone as (
        delete from access_requests
        where project_id = ${projectId} and id = any (array(select id from walked)) returning 1
      )`,
  );
}
