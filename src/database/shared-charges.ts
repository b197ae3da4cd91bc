import { sql } from 'kysely';
import type { Db } from './engine/connection.ts';

/** What one spender has spent in the minute that ends then; all instances together. Milliseconds from now, and since 1970. */
export type SpentInMinute = { spender: Buffer; points: number; endsIn: number; endsAt: number };

// A minute that ends later is none: PostgreSQL's clock was set back, and nobody may be refused until it is there again.
const IS_RUNNING = sql`known.ends_at between statement_timestamp() and statement_timestamp() + interval '2 minutes'`;

/**
 * Adds to what each has spent, and returns the sums with what other instances added. A minute begins with its first charge. Its rows
 * are locked in one order, so two instances never wait for each other.
 */
export async function addCharges(db: Db, charges: readonly { spender: Buffer; points: number }[]) {
  const { rows } = await sql<SpentInMinute>`
    insert into shared_charges as known (spender, points, ends_at)
    select spender, points, statement_timestamp() + interval '1 minute'
      from unnest(${charges.map(({ spender }) => spender)}::bytea[], ${charges.map(({ points }) => points)}::bigint[])
        as charged (spender, points) order by spender
    on conflict (spender) do update set
      points = excluded.points + case when ${IS_RUNNING} then known.points else 0 end,
      ends_at = case when ${IS_RUNNING} then known.ends_at else excluded.ends_at end
    returning spender, points::float8,
      extract(epoch from ends_at - statement_timestamp())::float8 * 1000 as ends_in,
      extract(epoch from ends_at)::float8 * 1000 as ends_at`.execute(db);
  return rows;
}

/**
 * Deletes what was spent in minutes that are over, `most` rows at a time: after a flood, all at once would take too long. Rows to
 * which another instance is just adding stay, or the two might wait for each other. Returns how many there were.
 */
export async function forgetCharges(db: Db, most: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from shared_charges where spender = any(array(
    select spender from shared_charges where ends_at < statement_timestamp() limit ${most} for update skip locked))`.execute(
    db,
  );
  return Number(numAffectedRows);
}
