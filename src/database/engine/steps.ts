import { type RawBuilder, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Db, Tx } from './connection.ts';
import { isTimeLimit } from './errors.ts';
import { PLANNED_ANEW } from './prepared.ts';

const LONG_ENOUGH_MS = 200;
const AT_FIRST = 100;

/**
 * Returns a function that runs `step` with a size that fits into 200 ms, however busy the machine is: whoever wants one of the
 * rows waits that long. The size starts at 100, at most doubles, and never exceeds `most`. A step that a time limit ended is
 * tried again with a quarter of the size. Returns the rows done.
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

/** What one statement deleted, and the last place in its order that it looked at; null when it found no more rows. */
export type Taken = { rows: number; last: string | null };

type Take = (after: string | null) => Promise<Taken>;

/**
 * Returns a function that runs the statements `takes` one after another, one step per call, each from where the last call ended:
 * at the front, an index keeps deleted entries until a vacuum. Each statement starts over at its end, for rows that were locked
 * or added meanwhile, until it finds none. Returns the rows deleted; 0 when all is done.
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

/** Rows that are deleted once they are old: their table, the column that tells since when they are there, and which are old. */
type Aging = { table: keyof Tables; since: string; isOld: RawBuilder<boolean> };

/**
 * Like createWalk for what grows old in any project: the project with the oldest comes first, and `takeFrom` deletes in one project.
 * Returns the rows deleted; 0 when all is done.
 */
export function createWalkByProject(
  aging: Aging,
  takeFrom: (tx: Tx, projectId: string, after: string | null, size: number) => Promise<Taken>,
): (tx: Tx, size: number) => Promise<number> {
  const walk = createWalk();
  let due: DueProject | undefined;
  return async (tx, size) => {
    due ??= await findDue(tx, aging, null);
    while (due) {
      const { projectId } = due;
      const rows = await walk(projectId, [(after) => takeFrom(tx, projectId, after, size)]);
      if (rows > 0) return rows;
      due = await findDue(tx, aging, due);
    }
    return 0;
  };
}

type DueProject = { projectId: string; at: Date };

/** The project with the oldest row, or the next one in the order of age and project. */
async function findDue(
  tx: Tx,
  { table, since, isOld }: Aging,
  after: DueProject | null,
): Promise<DueProject | undefined> {
  const at = sql.ref(since);
  const isNext = after ? sql`(${at}, project_id) > (${after.at}, ${after.projectId}::uuid)` : sql`true`;
  const oldest = sql`where ${isOld} and ${isNext} order by ${at}, project_id limit ${1}`;
  const { rows } = await sql<DueProject>`select "project_id", ${at} as "at" from ${sql.table(table)} ${oldest}`.execute(
    tx,
  );
  return rows[0];
}

/** Moves on past rows that others have locked. */
async function takeSome(take: Take, after: string | null): Promise<Taken> {
  let taken = await take(after);
  while (taken.rows === 0 && taken.last !== null) taken = await take(taken.last);
  return taken;
}

/** Runs the queries of a WITH clause: `walked` must have the `place` of each row looked at, `gone` one row for each deletion. */
export async function take(db: Tx, queries: RawBuilder<unknown>): Promise<Taken> {
  const { rows } = await sql<Taken>`${PLANNED_ANEW} with ${queries} select (select count(*)::int from gone) as rows,
    (select place::text from walked order by place desc limit 1) as last`.execute(db);
  return rows[0] ?? { rows: 0, last: null };
}

/** Runs one step in a transaction of its own. Returns 0 and does nothing while another process or machine does the same job. */
export function whenAlone(db: Db, job: string, step: (tx: Tx) => Promise<number>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('users-management'), hashtext(${job})) as is_ours`.execute(tx);
    return rows[0]?.isOurs ? step(tx) : 0;
  });
}

/** Does some work for a hundred of the items at a time, and returns what all steps return: one statement for all might take too long. */
export async function inSteps<Item, Result>(
  items: readonly Item[],
  work: (step: readonly Item[]) => Promise<Result[]>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += STEP) results.push(...(await work(items.slice(at, at + STEP))));
  return results;
}

const STEP = 100;
