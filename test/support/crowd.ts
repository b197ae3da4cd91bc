import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../src/database/engine/connection.ts';
import { createPurge } from '../../src/database/purge.ts';

/** Adds many users to these environments at once; their names are "Crowd", and their Telegram ids count up from the one given. */
export async function addCrowd(
  db: Db,
  projectId: string,
  environmentIds: string[],
  { users, telegramId }: { users: number; telegramId: number },
): Promise<void> {
  const crowd: RawBuilder<unknown> = sql`
    with crowd as (
      insert into users (project_id, id, first_name, search_text, name_key, creation_source)
      select ${projectId}, gen_random_uuid(), 'Crowd', 'crowd', 'crowd', 'SELF_REGISTERED' from generate_series(1, ${users}::int)
      returning id
    ), memberships as (
      insert into user_environments (project_id, user_id, environment_id)
      select ${projectId}, id, unnest(${environmentIds}::uuid[]) from crowd
    )
    insert into channel_identities (project_id, user_id, channel, external_id)
    select ${projectId}, id, 'TELEGRAM', (${telegramId}::int - 1 + row_number() over ())::text from crowd`;
  await crowd.execute(db);
}

/** Deletes the rows of all that was removed, as the service does beside its requests. How many. */
export async function purge(db: Db, size?: number): Promise<number> {
  const step = createPurge(db, size);
  let rows = 0;
  for (let done = await step(); done > 0; done = await step()) rows += done;
  return rows;
}
