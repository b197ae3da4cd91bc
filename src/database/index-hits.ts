import { type RawBuilder, sql } from 'kysely';
import { countRows } from './count-rows.ts';
import type { Reader } from './engine/connection.ts';
import { PLANNED_ANEW } from './engine/prepared.ts';
import type { Tally } from './tally.ts';
import { type IndexRange, NEWEST_FIRST } from './user-order.ts';
import { type RangeBounds, rangeParts } from './user-ranges.ts';

/** Whom the search index finds, and which of them are wanted. */
export type Hits = {
  projectId: string;
  /** The query: the `id` of each and what `orderOf` needs, of those for whom this holds too. */
  found: (isAlso: RawBuilder<boolean>) => RawBuilder<unknown>;
  /** The order of rows of this table, which has the columns of `found`. */
  orderOf: (table: string) => RawBuilder<unknown>;
  limit: number;
  /** What is told of them, from `users` and from `page`, which has the columns of `found`. */
  columns: RawBuilder<unknown>;
};

/** As many as a page that shows a list counts. To read them takes some milliseconds, wherever they are, and most terms find fewer. */
const MOST_READ = 1000;

/** The first of all in their order, if they are few; in any case the tally tells how many are. */
export async function firstOfFew<Row>(db: Reader, hits: Hits, tally: Tally): Promise<Row[] | undefined> {
  const first = await firstOf<Row & { read: number }>(db, hits, MOST_READ + 1);
  const read = first[0]?.read ?? 0;
  if (read > MOST_READ) {
    tally.atLeast = read;
    return undefined;
  }
  tally.total = read;
  return first;
}

/** The first of all in their order. All are read, which takes a second for each hundred thousand. */
export async function firstOfAll<Row>(db: Reader, hits: Hits): Promise<Row[]> {
  return firstOf(db, hits, null);
}

// MATERIALIZED separates the search from the order: if the planner saw the limit, it would rather walk the whole order than use
// the search index.
async function firstOf<Row>(db: Reader, { found, orderOf, limit, ...hits }: Hits, most: number | null): Promise<Row[]> {
  const page = sql`select * from taken order by ${orderOf('taken')} limit ${limit}`;
  const { rows } = await sql<Row>`
    ${PLANNED_ANEW} with found as materialized (${found(sql`true`)}), taken as (select * from found limit ${most}),
    page as (${page}) ${told({ ...hits, orderOf }, sql`, (select count(*)::int from taken) as read`)}`.execute(db);
  return rows;
}

/**
 * The first of a range by time, looked for a few weeks at a time from where it begins, which the search index knows of everybody:
 * what was found further on is not read. Undefined if there are too few within three years.
 */
export async function firstByWeeks<Row>(db: Reader, hits: Hits, range: IndexRange): Promise<Row[] | undefined> {
  const { found, orderOf, limit, projectId } = hits;
  // OFFSET separates as MATERIALIZED does, but where a row of another table is needed. Rows of VALUES come in their order.
  const { rows } = await sql<Row>`
    ${PLANNED_ANEW} with page as (
      select hit.* from (values (0, 1), (2, 9), (10, 41), (42, 155)) as weeks (nearest, farthest)
      cross join lateral (
        select * from (${found(isInWeeks(projectId, range))} offset 0) as found order by ${orderOf('found')} limit ${limit}
      ) as hit
      limit ${limit}
    ) ${told(hits)}`.execute(db);
  return rows.length === limit ? rows : undefined;
}

/** Counts who is found within ten weeks before the newest user, no further than `upTo`. */
export function countByWeeks(
  db: Reader,
  { projectId, found }: Pick<Hits, 'projectId' | 'found'>,
  upTo: number,
): Promise<number> {
  const rows = sql`select from (values (0, 1), (2, 9)) as weeks (nearest, farthest)
    cross join lateral (${found(isInWeeks(projectId, NEWEST_FIRST))} offset 0) as found`;
  return countRows(db, rows, upTo);
}

// In weeks, from where the range begins.
function isInWeeks(projectId: string, range: RangeBounds): RawBuilder<boolean> {
  const begin = sql`(select (search_week(key))[1] from (${rangeParts(projectId, range).walk(1)}) as first)`;
  const step = range.isAscending ? sql`1` : sql`-1`;
  return sql`search_week(users.created_at) &&
    array(select ${begin} + ${step} * week from generate_series(nearest, farthest) as week)`;
}

function told({ projectId, orderOf, columns }: Omit<Hits, 'found' | 'limit'>, more = sql``): RawBuilder<unknown> {
  return sql`select ${columns} ${more} from page
    join users on users.project_id = ${projectId} and users.id = page.id
    order by ${orderOf('page')}`;
}
