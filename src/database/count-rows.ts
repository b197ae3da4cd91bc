import { type RawBuilder, sql } from 'kysely';
import type { Reader } from './engine/connection.ts';
import { PLANNED_ANEW } from './engine/prepared.ts';

/** Counts the rows of a query, no further than `upTo` if it is given. */
export async function countRows(db: Reader, rows: RawBuilder<unknown>, upTo: number | null): Promise<number> {
  const limit = upTo === null ? sql`` : sql`limit ${upTo}`;
  const result = await sql<{ count: string }>`
    ${PLANNED_ANEW} select count(*) from (${rows} ${limit}) as counted`.execute(db);
  return Number(result.rows[0]?.count);
}
