import { sql } from 'kysely';
import type { Reader } from './engine/connection.ts';
import type { UserRow } from './tables.ts';

type PhoneNumber = NonNullable<UserRow['phoneNumber']>;

/** Phone numbers with one of these match keys of users, of senders who knocked, and of blocked ones: users' first. */
export async function listKnownNumbers(
  db: Reader,
  projectId: string,
  phoneKeys: readonly string[],
  limit: number,
): Promise<PhoneNumber[]> {
  if (phoneKeys.length === 0) return [];
  const { rows } = await sql<{ phoneNumber: PhoneNumber }>`
    select (array_agg(phone_number order by place))[1] as phone_number from (
      select phone_key, phone_number, 1 as place from users
      where project_id = ${projectId} and phone_key = any(${phoneKeys}::text[])
      union all
      select phone_key, phone_number, 2 from access_requests
      where project_id = ${projectId} and ${isInSomeEnvironment(projectId)} and phone_key = any(${phoneKeys}::text[])
      union all
      select phone_key, phone_number, 3 from blocked_senders
      where project_id = ${projectId} and phone_key = any(${phoneKeys}::text[])
    ) as found
    group by phone_key order by min(place), phone_key limit ${limit}`.execute(db);
  return rows.map(({ phoneNumber }) => phoneNumber);
}

/** Ids on Slack with this user's part, whatever the team, of users, of senders who knocked, and of blocked ones. */
export async function listKnownSlackIds(
  db: Reader,
  projectId: string,
  { slackUser, identity }: { slackUser: string; identity: string },
  limit: number,
): Promise<string[]> {
  const isTheirs = sql`channel = 'SLACK' and external_id like ${`%:${slackUser}`}`;
  const { rows } = await sql<{ externalId: string }>`
    select external_id from (
      select c.external_id, 1 as place from channel_identities c where c.project_id = ${projectId} and ${isTheirs}
        -- The index of searched texts finds the user's part, which no index of ids begins with.
        and c.user_id in (select id from users where project_id = ${projectId}
          and search_grams(project_id, search_text) @> search_grams_of_part(${projectId}, ${identity}))
      union all
      select external_id, 2 from access_requests
      where project_id = ${projectId} and ${isInSomeEnvironment(projectId)} and ${isTheirs}
      union all
      select external_id, 3 from blocked_senders where project_id = ${projectId} and ${isTheirs}
    ) as found
    group by external_id order by min(place), external_id limit ${limit}`.execute(db);
  return rows.map(({ externalId }) => externalId);
}

// The indexes of requests begin with it. Those of a removed environment wait for the purge, unseen.
function isInSomeEnvironment(projectId: string) {
  return sql`environment_id = any (array(
    select e.id from environments e where e.project_id = ${projectId} and e.removed_at is null))`;
}
