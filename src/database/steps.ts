import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from './connection.ts';

/** What one statement of a step deleted, and where in its order it ended. */
export type Taken = { rows: number; last: string | null };

type Take = (after: string | null) => Promise<Taken>;

/**
 * Goes through tables by one such statement a step, and begins each where the one before it ended: an index keeps what was deleted
 * until a vacuum, and whoever began at the front each time would walk over all of it. At the end it begins once more, for what
 * others held meanwhile, or added.
 */
export function createWalk(): (through: string, take: Take) => Promise<number> {
  let place: { through: string; after: string | null } = { through: '', after: null };
  return async (through, take) => {
    const after = place.through === through ? place.after : null;
    let taken = await take(after);
    if (taken.rows === 0 && after !== null) taken = await take(null);
    place = { through, after: taken.last };
    return taken.rows;
  };
}

/** By queries of a WITH, of which `gone` returns the `place` of each row that it deletes. */
export async function take(db: Tx, queries: RawBuilder<unknown>): Promise<Taken> {
  const { rows } = await sql<Taken>`with ${queries}
    select count(*)::int as rows, (select place::text from gone order by place desc limit 1) as last from gone`.execute(
    db,
  );
  return rows[0] ?? { rows: 0, last: null };
}

/** One step in one transaction; 0 while another process, or another machine, is at the same job. */
export function inTurn(db: Db, job: string, step: (tx: Tx) => Promise<number>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('users-management'), hashtext(${job})) as is_ours`.execute(tx);
    return rows[0]?.isOurs ? step(tx) : 0;
  });
}
