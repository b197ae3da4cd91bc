import { sql } from 'kysely';
import { isOneOf } from './conditions.ts';
import type { Reader, Tx } from './engine/connection.ts';
import type { Channel, UserRow } from './tables.ts';

/** A user who was let in, over this channel, so many milliseconds ago: the database's clock tells when that was. */
export type Sighting = { environmentId: string; userId: string; channel: Channel; age: number };

type Membership = Pick<Sighting, 'environmentId' | 'userId'>;

/**
 * Writes sightings in a project, but none within a quarter of an hour of one that is there. Returns those whose user somebody else is
 * changing: to be written later. Those of deleted users and of lost or removed environments are dropped.
 */
export async function saveSightings(db: Tx, projectId: string, sightings: readonly Sighting[]): Promise<Membership[]> {
  // Users are locked first, as everywhere, and those whom others have locked are skipped: whoever deletes a user waits for nothing
  // here but a moment, and nothing here waits for them. Rows are written in the order of their keys, so two processes cannot deadlock.
  const { rows } = await sql<Membership>`
    with given as (
      select distinct on (user_id, environment_id) * from unnest(
        ${sightings.map(({ environmentId }) => environmentId)}::uuid[],
        ${sightings.map(({ userId }) => userId)}::uuid[],
        ${sightings.map(({ channel }) => channel)}::channel[],
        ${sightings.map(({ age }) => age)}::float[]
      ) as g (environment_id, user_id, channel, age)
      order by user_id, environment_id, age
    ), known as (
      select g.environment_id, g.user_id, g.channel,
        (now() - make_interval(secs => g.age / 1000))::timestamptz(3) as seen_at
      from given g cross join lateral (
        select id from environments
        where project_id = ${projectId} and id = g.environment_id and removed_at is null limit 1
      ) as e cross join lateral (
        select from user_environments
        where project_id = ${projectId} and environment_id = e.id and user_id = g.user_id limit 1
      ) as m
    ), held as materialized (
      select k.* from known k
      join users u on u.project_id = ${projectId} and u.id = k.user_id
      join user_environments m
        on m.project_id = ${projectId} and m.environment_id = k.environment_id and m.user_id = k.user_id
      order by k.user_id, k.environment_id for key share of u, m skip locked
    ), written as (
      insert into sightings as s (project_id, environment_id, user_id, seen_at, channel)
      select ${projectId}::uuid, environment_id, user_id, seen_at, channel from held
      on conflict (project_id, environment_id, user_id) do update set seen_at = excluded.seen_at, channel = excluded.channel
        where s.seen_at <= excluded.seen_at - interval '15 minutes'
      returning s.user_id, s.seen_at
    ), latest as (
      insert into seen_users as s (project_id, user_id, seen_at)
      select ${projectId}::uuid, user_id, max(seen_at) from written group by user_id order by user_id
      on conflict (project_id, user_id) do update set seen_at = excluded.seen_at where s.seen_at < excluded.seen_at
    )
    select user_id, environment_id from known except select user_id, environment_id from held`.execute(db);
  return rows;
}

/** Gives a locked user, who has all of the other's environments already, the other's sightings where they are later. */
export async function moveSightings(db: Tx, from: UserRow, to: UserRow): Promise<void> {
  await sql`
    with moved as (
      insert into sightings as s (project_id, environment_id, user_id, seen_at, channel)
      select ${to.projectId}::uuid, f.environment_id, m.user_id, f.seen_at, f.channel
      from user_environments m join sightings f
        on f.project_id = m.project_id and f.environment_id = m.environment_id and f.user_id = ${from.id}
      where m.project_id = ${to.projectId} and m.user_id = ${to.id}
      on conflict (project_id, environment_id, user_id) do update set seen_at = excluded.seen_at, channel = excluded.channel
        where s.seen_at < excluded.seen_at
    )
    insert into seen_users as s (project_id, user_id, seen_at)
    select ${to.projectId}::uuid, ${to.id}::uuid, seen_at from seen_users where project_id = ${from.projectId} and user_id = ${from.id}
    on conflict (project_id, user_id) do update set seen_at = excluded.seen_at where s.seen_at < excluded.seen_at`.execute(
    db,
  );
}

/** When these users of a project were last seen. Those who never were are left out. */
export function listLastSeenByUsers(
  db: Reader,
  projectId: string,
  ids: readonly string[],
): Promise<{ userId: string; seenAt: Date }[]> {
  return db
    .selectFrom('seenUsers')
    .select(['userId', 'seenAt'])
    .where('projectId', '=', projectId)
    .where(isOneOf('userId', ids))
    .execute();
}

export type AccessRow = {
  userId: string;
  environmentId: string;
  expiresAt: Date | null;
  lastSeenAt: Date | null;
  lastChannel: Channel | null;
};

/** The memberships of these users of a project, each with when the user was last seen there. */
export function listAccessByUsers(db: Reader, projectId: string, ids: readonly string[]): Promise<AccessRow[]> {
  return db
    .selectFrom('userEnvironments as m')
    .leftJoin('sightings as s', (join) =>
      join
        .onRef('s.projectId', '=', 'm.projectId')
        .onRef('s.environmentId', '=', 'm.environmentId')
        .onRef('s.userId', '=', 'm.userId'),
    )
    .select(['m.userId', 'm.environmentId', 'm.expiresAt', 's.seenAt as lastSeenAt', 's.channel as lastChannel'])
    .where('m.projectId', '=', projectId)
    .where(isOneOf('m.userId', ids))
    .execute();
}
