import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from './connection.ts';
import { isTimeLimit } from './errors.ts';
import { PLANNED_ANEW } from './prepared.ts';

const LONG_ENOUGH_MS = 200;
const AT_FIRST = 100;

/**
 * A step that takes as many rows, at most so many, as it can in a fifth of a second, whatever else the machine is busy with: so long
 * does somebody wait who wants one of them. One that a time limit ends is tried again with fewer.
 */
export function createSteps(most: number, step: (size: number) => Promise<number>): () => Promise<number> {
  let size = Math.min(most, AT_FIRST);
  return async () => {
    for (;;) {
      const began = performance.now();
      try {
        const rows = await step(size);
        const pace = LONG_ENOUGH_MS / (performance.now() - began);
        if (rows > 0) size = Math.max(1, Math.min(most, Math.round(size * Math.min(pace, 2))));
        return rows;
      } catch (error) {
        if (!isTimeLimit(error) || size === 1) throw error;
        size = Math.ceil(size / 4);
      }
    }
  };
}

/** What one statement of a step deleted, and how far in its order it looked; null: there was nothing more. */
export type Taken = { rows: number; last: string | null };

type Take = (after: string | null) => Promise<Taken>;

/**
 * Goes through something by one such statement after the other, one of them a step, and begins where the step before it ended: an
 * index keeps what was deleted until a vacuum, and whoever began at the front each time would walk over all of it. At the end of
 * each it begins that once more, for what others held meanwhile, or added. 0 rows: it is through.
 */
export function createWalk(): (through: string, takes: readonly Take[]) => Promise<number> {
  const places = new Map<string, { at: number; after: string | null }>();
  return async (through, takes) => {
    const place = places.get(through) ?? { at: 0, after: null };
    for (const take of takes.slice(place.at)) {
      let taken = await takeSome(take, place.after);
      if (taken.rows === 0 && place.after !== null) taken = await takeSome(take, null);
      place.after = taken.last;
      places.set(through, place);
      if (taken.rows > 0) return taken.rows;
      place.at += 1;
    }
    places.delete(through);
    return 0;
  };
}

/** Passes over those that others hold. */
async function takeSome(take: Take, after: string | null): Promise<Taken> {
  let taken = await take(after);
  while (taken.rows === 0 && taken.last !== null) taken = await take(taken.last);
  return taken;
}

/** By queries of a WITH: `walked` has the `place` of each row that was looked at, `gone` has what was deleted. */
export async function take(db: Tx, queries: RawBuilder<unknown>): Promise<Taken> {
  const { rows } = await sql<Taken>`${PLANNED_ANEW} with ${queries} select (select count(*)::int from gone) as rows,
    (select place::text from walked order by place desc limit 1) as last`.execute(db);
  return rows[0] ?? { rows: 0, last: null };
}

/** One step in one transaction; 0 while another process, or another machine, is at the same job. */
export function whenAlone(db: Db, job: string, step: (tx: Tx) => Promise<number>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('users-management'), hashtext(${job})) as is_ours`.execute(tx);
    return rows[0]?.isOurs ? step(tx) : 0;
  });
}
