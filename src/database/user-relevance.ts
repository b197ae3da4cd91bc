import { sql } from 'kysely';
import type { Connections, Reader } from './engine/connection.ts';
import { PLANNED_ANEW } from './engine/prepared.ts';
import type { KeysetPage } from './keyset.ts';
import type { SearchCondition } from './search-conditions.ts';
import { type RelevanceRange, relevanceRanges } from './user-order.ts';
import { FOUND_COLUMNS, type FoundUser, isForIndex, listRange, walkNear } from './user-pages.ts';
import { hold, isSelected, mayBeFound, type UserSelection } from './user-selection.ts';

/** Of those whom a search finds, the users for whom the beginnings hold come first. They hold for nobody else. */
export type Relevance = { selection: UserSelection; beginnings: readonly SearchCondition[] };

/** A page of those whom a search finds: first those who begin with it, then the others, newest first among each. */
export async function listByRelevance(
  connections: Connections,
  relevance: Relevance,
  page: KeysetPage,
): Promise<FoundUser[]> {
  const ranges = relevanceRanges(page);
  // The start of the list is what most searches ask for.
  const isStart = !page.isBackward && !page.after && !page.before;
  const near = isStart ? await walkRanges(connections.db, relevance, ranges) : [];
  if (near === undefined) return findByRelevance(connections.db, relevance, page.limit);
  const found: FoundUser[] = [];
  for (const [at, range] of ranges.entries()) {
    const limit = page.limit - found.length;
    if (limit === 0) break;
    const users = await listRange(connections, among(relevance, range), { ...range, limit }, near[at]?.slice(0, limit));
    found.push(...users.map((user) => ({ ...user, isBegun: range.isBegun })));
  }
  return found;
}

/**
 * Those of each range whom a first walk finds; undefined when the search index is likely to be faster for both ranges. Then one look at
 * it tells both, and takes as long as in any other order.
 */
async function walkRanges(
  db: Reader,
  relevance: Relevance,
  ranges: readonly RelevanceRange[],
): Promise<FoundUser[][] | undefined> {
  const near: FoundUser[][] = [];
  for (const range of ranges) {
    near.push(await walkNear(db, among(relevance, range), range));
    if (near.flat().length >= range.limit) return near;
  }
  const [range] = ranges;
  return range && isForIndex(range, near.flat().length) ? undefined : near;
}

function among({ selection, beginnings }: Relevance, { isBegun }: RelevanceRange): UserSelection {
  return isBegun ? { ...selection, search: beginnings } : { ...selection, except: beginnings };
}

async function findByRelevance(db: Reader, { selection, beginnings }: Relevance, limit: number): Promise<FoundUser[]> {
  const { projectId } = selection;
  const order = (table: string) =>
    sql.join(['is_begun', 'created_at', 'id'].map((column) => sql`${sql.ref(`${table}.${column}`)} desc`));
  const { rows } = await sql<FoundUser>`
    ${PLANNED_ANEW} with found as materialized (
      select users.id, users.created_at, ${hold(selection, beginnings)} as is_begun from users
      where users.project_id = ${projectId} and ${mayBeFound(selection)} and ${isSelected(selection)}
    ), page as (
      select * from found order by ${order('found')} limit ${limit}
    )
    select ${FOUND_COLUMNS}, page.is_begun from page
    join users on users.project_id = ${projectId} and users.id = page.id
    order by ${order('page')}`.execute(db);
  return rows;
}
