import { type RawBuilder, sql } from 'kysely';
import type { Connections, Reader } from './engine/connection.ts';
import { PLANNED_ANEW } from './engine/prepared.ts';
import { firstOfFew } from './index-hits.ts';
import type { KeysetPage } from './keyset.ts';
import type { SearchCondition } from './search-conditions.ts';
import type { Tally } from './tally.ts';
import { NEWEST_FIRST, type RelevanceRange, relevanceRanges } from './user-order.ts';
import { FOUND_COLUMNS, type FoundUser, listRange } from './user-pages.ts';
import { rangeParts } from './user-ranges.ts';
import { hold, isSelected, mayBeFound, mayBeFoundIn, type UserSelection } from './user-selection.ts';
import { isForIndex, type Near, WALK } from './walks.ts';

/** Of those whom a search finds, the users for whom the beginnings hold come first. They hold for nobody else. */
export type Relevance = { selection: UserSelection; beginnings: readonly SearchCondition[] };

/** A page of those whom a search finds: first those who begin with it, then the others, newest first among each. */
export async function listByRelevance(
  connections: Connections,
  relevance: Relevance,
  page: KeysetPage,
  tally: Tally = {},
): Promise<FoundUser[]> {
  const isFirstPage = !page.isBackward && !page.after && !page.before;
  return isFirstPage ? listFirstPage(connections, relevance, page, tally) : listRanges(connections, relevance, page);
}

async function listRanges(
  connections: Connections,
  relevance: Relevance,
  page: KeysetPage,
  near?: Near<FoundUser[]>,
): Promise<FoundUser[]> {
  const found: FoundUser[] = [];
  for (const range of relevanceRanges(page)) {
    const limit = page.limit - found.length;
    if (limit === 0) break;
    const users = await listRange(
      connections,
      among(relevance, range),
      { ...range, limit },
      {
        near: near && { ...near, found: near.found.filter(({ isBegun }) => isBegun === range.isBegun).slice(0, limit) },
      },
    );
    found.push(...users.map((user) => ({ ...user, isBegun: range.isBegun })));
  }
  return found;
}

function among({ selection, beginnings }: Relevance, { isBegun }: Pick<RelevanceRange, 'isBegun'>): UserSelection {
  return isBegun ? { ...selection, search: beginnings } : { ...selection, except: beginnings };
}

/**
 * The first page, which most searches ask for. Both ranges are walked together, or looked for in the search index together: it takes
 * about as long as in the order by time alone.
 */
async function listFirstPage(
  connections: Connections,
  relevance: Relevance,
  page: KeysetPage,
  tally: Tally,
): Promise<FoundUser[]> {
  const { limit } = page;
  let near: Near<FoundUser[]> | undefined;
  if (relevance.selection.search.every(isOfOneLetter)) {
    near = await walkBoth(connections.db, relevance, limit, SHORT_WALK);
  }
  if (!near || near.found.length < limit) {
    near = await walkBoth(connections.db, relevance, limit, WALK);
    if (near && near.found.length < limit) tally.near = near.found.length;
    if (near && isForIndex(limit, near)) {
      const both = await findBoth(connections.db, relevance, limit, tally);
      if (both) return both;
    }
  }
  return listRanges(connections, relevance, page, near);
}

// A single letter fills a page with what so many users begin with, or leaves little doubt that few begin with it.
const SHORT_WALK = 1000;

function isOfOneLetter(condition: SearchCondition): boolean {
  if ('every' in condition) return condition.every.every(isOfOneLetter);
  if ('some' in condition) return condition.some.some(isOfOneLetter);
  return 'text' in condition && condition.text.length === 1;
}

type Walked = FoundUser & { isBegun: boolean; mayBegin: boolean };

/**
 * Whom one walk of so many steps finds in both ranges: as many as a page takes, the best first. Undefined when the searched text alone
 * does not tell who comes first: some number ends as the one that was asked for.
 */
async function walkBoth(
  db: Reader,
  relevance: Relevance,
  limit: number,
  steps: number,
): Promise<Near<FoundUser[]> | undefined> {
  const { selection, beginnings } = relevance;
  const { projectId } = selection;
  const { walk } = rangeParts(projectId, NEWEST_FIRST);
  const text = sql<string>`walked.search_text`;
  // The limits keep the planner from joining all that may be found, to sort it then.
  const { rows } = await sql<Walked>`
    ${PLANNED_ANEW} select ${FOUND_COLUMNS}, may_begin, ${hold(selection, beginnings)} as is_begun from (
      select walked.id, walked.key, ${mayBeFoundIn(text, { search: beginnings })} as may_begin
      from (${walk(steps)}) as walked where ${mayBeFoundIn(text, selection)}
      order by may_begin desc, walked.key desc, walked.id desc limit ${steps}
    ) as near cross join lateral (
      select * from users where project_id = ${projectId} and id = near.id limit 1
    ) as users
    where ${isSelected(selection)}
    order by may_begin desc, near.key desc, near.id desc limit ${limit}`.execute(db);
  return rows.every(({ mayBegin, isBegun }) => mayBegin === isBegun) ? { found: rows, steps } : undefined;
}

/** Whom the search index finds in both ranges, the best first; undefined if they are not few. */
async function findBoth(db: Reader, { selection, beginnings }: Relevance, limit: number, tally: Tally) {
  const { projectId } = selection;
  const found = (isAlso: RawBuilder<boolean>) => sql`
    select users.id, users.created_at, ${hold(selection, beginnings)} as is_begun from users
    where users.project_id = ${projectId} and ${mayBeFound(selection)} and ${isSelected(selection)} and ${isAlso}`;
  const columns = sql`${FOUND_COLUMNS}, page.is_begun`;
  return firstOfFew<FoundUser>(db, { projectId, found, orderOf: bestFirst, limit, columns }, tally);
}

function bestFirst(table: string): RawBuilder<unknown> {
  return sql.join(['is_begun', 'created_at', 'id'].map((column) => sql`${sql.ref(`${table}.${column}`)} desc`));
}
