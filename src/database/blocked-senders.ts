import { sql } from 'kysely';
import type { Reader } from './engine/connection.ts';

/** Those of the users who have a blocked phone number or id. */
export async function listBlockedUserIds(
  db: Reader,
  projectIds: readonly string[],
  userIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from users u join blocked_senders b on b.project_id = u.project_id and b.phone_key = u.phone_key
    where u.project_id = any(${projectIds}::uuid[]) and u.id = any(${userIds}::uuid[])
    union
    select c.user_id from channel_identities c
    join blocked_senders b on b.project_id = c.project_id and b.channel = c.channel and b.external_id = c.external_id
    where c.project_id = any(${projectIds}::uuid[]) and c.user_id = any(${userIds}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
}
