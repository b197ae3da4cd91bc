import { sql } from 'kysely';
import { isOneOf } from './conditions.ts';
import type { Tx } from './engine/connection.ts';
import { snakeCase } from './engine/snake-case.ts';
import type { Channel, OpenAccessRequest } from './tables.ts';

/** What an attempt finds its request by, in one environment. */
export type AttemptKeys = {
  environmentId: string;
  phoneKey: string | null;
  channel: Channel;
  externalId: string | null;
  emailKey: string | null;
};

type InEnvironment = { projectId: string; environmentId: string };

/**
 * Locks the open requests with the phone number or the id of one of these senders in a project, of senders in conflict those with exactly
 * the same identifiers; always in the order of their ids, so that two transactions cannot deadlock.
 */
export async function lockOpenRequests(
  db: Tx,
  projectId: string,
  keys: readonly AttemptKeys[],
): Promise<OpenAccessRequest[]> {
  const { rows } = await sql<OpenAccessRequest>`
    with asked as (
      select * from unnest(
        ${keys.map(({ environmentId }) => environmentId)}::uuid[],
        ${keys.map(({ phoneKey }) => phoneKey)}::text[],
        ${keys.map(({ channel }) => channel)}::channel[],
        ${keys.map(({ externalId }) => externalId)}::text[],
        ${keys.map(({ emailKey }) => emailKey)}::text[]
      ) as k (environment_id, phone_key, channel, external_id, email_key)
    )
    select r.id, r.environment_id, r.channel, r.phone_number, r.phone_key, r.external_id, r.email, r.email_key,
      r.first_name, r.last_name, r.search_text, r.reason, r.is_asked, r.attempts, r.first_attempt_at, r.status, r.decided_at
    from access_requests r
    where r.project_id = ${projectId} and r.id in (
      select p.id from asked k cross join lateral (
        select id from access_requests
        where project_id = ${projectId} and environment_id = k.environment_id and phone_key = k.phone_key
          and reason <> 'IDENTITY_CONFLICT' limit 1
      ) as p
      union
      select i.id from asked k cross join lateral (
        select id from access_requests where project_id = ${projectId}
          and environment_id = k.environment_id and channel = k.channel and external_id = k.external_id
          and reason <> 'IDENTITY_CONFLICT' limit 1
      ) as i
      union
      select c.id from asked k cross join lateral (
        select id from access_requests where project_id = ${projectId}
          and environment_id = k.environment_id and channel = k.channel and external_id = k.external_id
          and phone_key is not distinct from k.phone_key and email_key is not distinct from k.email_key
          and reason = 'IDENTITY_CONFLICT' limit 1
      ) as c
    )
    order by r.id for update of r`.execute(db);
  return rows;
}

/** Writes new requests to a project, and locked ones as they are now. Their last attempt is now. */
export async function saveRequests(db: Tx, projectId: string, requests: readonly OpenAccessRequest[]): Promise<void> {
  if (requests.length === 0) return;
  await sql`
    insert into access_requests as r (project_id, id, environment_id, channel, phone_number, phone_key, external_id,
      email, email_key, first_name, last_name, search_text, reason, is_asked, attempts, first_attempt_at, status, decided_at)
    select ${projectId}::uuid, id, environment_id, channel, phone_number, phone_key, external_id,
      email, email_key, first_name, last_name, search_text, reason, is_asked, attempts,
      coalesce(first_attempt_at, now()), status, decided_at
    from jsonb_to_recordset(${JSON.stringify(requests.map(inSnakeCase))}::jsonb) as given (
      id uuid, environment_id uuid, channel channel, phone_number text, phone_key text, external_id text,
      email text, email_key text, first_name text, last_name text, search_text text, reason denial_reason, is_asked boolean,
      attempts integer, first_attempt_at timestamptz, status access_request_status, decided_at timestamptz)
    on conflict (project_id, id) do update set channel = excluded.channel, phone_number = excluded.phone_number,
      phone_key = excluded.phone_key, external_id = excluded.external_id, email = excluded.email,
      email_key = excluded.email_key, first_name = excluded.first_name, last_name = excluded.last_name,
      search_text = excluded.search_text, reason = excluded.reason, is_asked = excluded.is_asked,
      attempts = excluded.attempts, first_attempt_at = excluded.first_attempt_at, status = excluded.status,
      decided_at = excluded.decided_at, last_attempt_at = now()`.execute(db);
}

function inSnakeCase(request: OpenAccessRequest): Record<string, unknown> {
  return Object.fromEntries(Object.entries(request).map(([key, value]) => [snakeCase(key), value]));
}

export async function deleteRequests(db: Tx, projectId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.deleteFrom('accessRequests').where('projectId', '=', projectId).where(isOneOf('id', ids)).execute();
}

/** How many requests wait in the environment, and how many came in the last minute. */
export async function countRequests(
  db: Tx,
  { projectId, environmentId }: InEnvironment,
): Promise<{ pending: number; new: number }> {
  const { rows } = await sql<{ pending: number; new: number }>`
    select count(*) filter (where status = 'PENDING')::int as pending,
      count(*) filter (where first_attempt_at > now() - interval '1 minute')::int as new
    from access_requests where project_id = ${projectId} and environment_id = ${environmentId}
      and (status = 'PENDING' or last_attempt_at > now() - interval '1 minute')`.execute(db);
  return rows[0] ?? { pending: 0, new: 0 };
}

/** Lets one transaction at a time add requests to the environment, so that what it counted stays true. */
export async function lockDoor(db: Tx, { environmentId }: InEnvironment): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('users-management door'), hashtext(${environmentId}))`.execute(db);
}

/** Whether the project keeps denied attempts. It cannot stop to before the transaction ends. */
export async function holdKeepingProject(db: Tx, id: string): Promise<boolean> {
  const project = await db
    .selectFrom('projects')
    .select('id')
    .where('id', '=', id)
    .where('keepsDeniedAttempts', '=', true)
    .where('removedAt', 'is', null)
    .forShare()
    .executeTakeFirst();
  return project !== undefined;
}

/** Deletes what was noted of people who never asked to be let in, but for what an owner approved. */
export async function deleteDeniedAttempts(db: Tx, projectId: string): Promise<void> {
  await db
    .deleteFrom('accessRequests')
    .where('projectId', '=', projectId)
    .where('isAsked', '=', false)
    .where('status', '<>', 'APPROVED')
    .execute();
}
