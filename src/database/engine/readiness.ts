import { sql } from 'kysely';
import type { Db } from './connection.ts';
import { listMigrations } from './migrate.ts';

/**
 * Whether the database can be written to and has every migration this server knows (a newer server may have added more). Rejects
 * when it does not answer.
 */
export async function isReady(db: Db): Promise<boolean> {
  const newest = (await listMigrations()).at(-1);
  const { rows } = await sql`select from kysely_migration
    where name = ${newest} and not current_setting('transaction_read_only')::boolean`.execute(db);
  return rows.length === 1;
}
