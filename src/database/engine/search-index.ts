import { sql } from 'kysely';
import type { Db } from './connection.ts';

type Index = { name: string; isValid: boolean };

/**
 * Replaces the search index of older versions by today's, where there were too many users for a migration to do it. Nobody who writes
 * has to wait, and until then searches take as long as before. Does nothing while another server does it.
 */
export async function renewSearchIndex(owner: Db, onEvent: (message: string) => void): Promise<void> {
  await owner.connection().execute(async (session) => {
    const before = await listIndexes(session);
    if (!before.some(isLeft)) return;
    // Nobody may wait for this lock: PostgreSQL waits for all who wait before it ends building an index.
    const { rows } = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_lock(hashtext('users_management.search_index')) as is_ours`.execute(session);
    if (!rows[0]?.isOurs) return;
    try {
      onEvent('Building the search index anew, beside running servers: a minute for each million users.');
      await renew(session);
    } finally {
      await sql`select pg_advisory_unlock(hashtext('users_management.search_index'))`.execute(session);
    }
  });
}

/** Whether the index is of an older version, or its building was cut short. */
function isLeft({ name, isValid }: Index): boolean {
  return name === 'users__search_grams' || !isValid;
}

async function renew(session: Db): Promise<void> {
  const today = (await listIndexes(session)).find(({ name }) => name === 'users__search');
  if (!today?.isValid) {
    await sql`drop index concurrently if exists users__search`.execute(session);
    await sql`set maintenance_work_mem = '256MB'`.execute(session);
    await sql`create index concurrently users__search on users using gin
      (search_grams(project_id, search_text), search_week(created_at))
      with (fastupdate = on, gin_pending_list_limit = 256)`.execute(session);
    await sql`reset maintenance_work_mem`.execute(session);
    // How often each gram occurs is known of an index, not of its columns.
    await sql`analyze users`.execute(session);
  }
  await sql`drop index concurrently if exists users__search_grams`.execute(session);
}

async function listIndexes(session: Db): Promise<Index[]> {
  const { rows } = await sql<Index>`
    select c.relname as name, i.indisvalid as is_valid from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = 'users'::regclass and c.relname in ('users__search', 'users__search_grams')`.execute(session);
  return rows;
}
