import { sql } from 'kysely';
import type { Reader } from './engine/connection.ts';
import type { Channel, UserRow } from './tables.ts';
import { USER_COLUMNS } from './users.ts';

/** What is known of somebody, to look for users who may be them. */
export type CandidateKeys = {
  channel: Channel;
  externalId: string | null;
  phoneKey: string | null;
  emailKey: string | null;
  /** The ways in which the full name may be written, as keys. */
  nameKeys: readonly string[];
};

const COLUMNS = sql.join(USER_COLUMNS.map((column) => sql.ref(`u.${column}`)));

/** Users of a project who may be each of them, in their order, at most `limit`: by id, number, address and name, the surest first. */
export async function listCandidates(
  db: Reader,
  projectId: string,
  asked: readonly CandidateKeys[],
  limit: number,
): Promise<UserRow[][]> {
  const { rows } = await sql<UserRow & { place: string }>`
    with asked as materialized (
      select * from unnest(
        ${asked.map(({ channel }) => channel)}::channel[], ${asked.map(({ externalId }) => externalId)}::text[],
        ${asked.map(({ phoneKey }) => phoneKey)}::text[], ${asked.map(({ emailKey }) => emailKey)}::text[],
        ${asked.map(({ nameKeys }) => nameKeys[0] ?? null)}::text[], ${asked.map(({ nameKeys }) => nameKeys[1] ?? null)}::text[]
      ) with ordinality as k (channel, external_id, phone_key, email_key, name_key, other_name_key, place)
    )
    select k.place, ${COLUMNS} from asked k cross join lateral (
      select id, min(rank) as rank from (
        (select user_id as id, 1 as rank from channel_identities
          where project_id = ${projectId} and channel = k.channel and external_id = k.external_id limit 1)
        union all
        (select id, 2 from users where project_id = ${projectId} and phone_key = k.phone_key limit 1)
        union all
        (select id, 3 from users where project_id = ${projectId} and email_key = k.email_key limit 1)
        union all
        (select id, 4 from users where project_id = ${projectId} and name_key = k.name_key order by id limit ${limit})
        union all
        (select id, 5 from users where project_id = ${projectId} and name_key = k.other_name_key order by id limit ${limit})
      ) as each group by id order by min(rank), id limit ${limit}
    ) as found
    join users u on u.project_id = ${projectId} and u.id = found.id
    order by k.place, found.rank, u.id`.execute(db);
  const byPlace = Map.groupBy(rows, ({ place }) => Number(place));
  return asked.map((_, place) => byPlace.get(place + 1) ?? []);
}
