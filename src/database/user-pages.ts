import { type RawBuilder, sql } from 'kysely';
import { isOneOf } from './conditions.ts';
import { compileOnce } from './engine/compile-once.ts';
import type { Connections, Reader } from './engine/connection.ts';
import { PLANNED_ANEW } from './engine/prepared.ts';
import { firstByWeeks, firstOfAll, firstOfFew, type Hits } from './index-hits.ts';
import { inOrder } from './keyset.ts';
import type { Position } from './position.ts';
import type { UserRow } from './tables.ts';
import type { Tally } from './tally.ts';
import { type IndexRange, indexRanges, type UserPage } from './user-order.ts';
import { rangeParts } from './user-ranges.ts';
import { isEverybody, isSelected, mayBeFound, mayBeFoundIn, type UserSelection } from './user-selection.ts';
import { USER_COLUMNS } from './users.ts';
import { LONGEST_WALK_TO_PAGE, type Near, WALK, walkFarEnough } from './walks.ts';

/**
 * `searchText` is there when the list was searched or filtered, `seenAt` when it is ordered by that and the user was ever seen, `isBegun`
 * when the best come first.
 */
export type FoundUser = UserRow & { searchText?: string; seenAt?: Date; isBegun?: boolean };

const COLUMNS = sql.join(USER_COLUMNS.map((column) => sql.ref(`users.${column}`)));
const PLAIN_COLUMNS = sql.join(USER_COLUMNS.map((column) => sql.ref(column)));
const OTHER_COLUMNS = sql.join(
  USER_COLUMNS.filter((column) => column !== 'id').map((column) => sql.ref(`users.${column}`)),
);
export const FOUND_COLUMNS = sql`${COLUMNS}, users.search_text`;

/** A page in the given order. It is read by keyset, so a deep page costs as much as the first one. */
export async function listUsers(
  connections: Connections,
  selection: UserSelection,
  page: UserPage,
  tally: Tally = {},
): Promise<FoundUser[]> {
  const found: FoundUser[] = [];
  for (const range of indexRanges(page)) {
    if (found.length === page.limit) break;
    const rest = { ...range, limit: page.limit - found.length };
    found.push(...(await listRange(connections, selection, rest, { tally: isFromNewest(range) ? tally : {} })));
  }
  return found;
}

function isFromNewest({ column, isAscending, after, before }: IndexRange): boolean {
  return column === 'created_at' && !isAscending && after === null && before === null;
}

/** `near` is what a first walk has found already; a `tally` is only for a range of all whom a list finds, newest first. */
export async function listRange(
  { db, shortReads }: Connections,
  selection: UserSelection,
  page: IndexRange,
  { near, tally = {} }: { near?: Near<FoundUser[]> | undefined; tally?: Tally } = {},
): Promise<FoundUser[]> {
  if (isEverybody(selection)) {
    // Who was never seen is told by comparing two indexes, which may take long.
    if (page.column === 'id') return walkUsers(db, selection, page, page.limit);
    return listEverybody(shortReads, selection.projectId, page);
  }
  const walk = (steps: number) => walkUsers(db, selection, page, steps);
  const first = near ?? { found: await walk(WALK), steps: WALK };
  if (first.found.length < page.limit) tally.near = first.found.length;
  const walked = await walkFarEnough(page.limit, LONGEST_WALK_TO_PAGE, walk, (users) => users.length, first);
  return walked ?? findUsers(db, selection, page, tally);
}

/** Those of the ids whose users are selected, in no order. */
export async function listSelectedIds(db: Reader, selection: UserSelection, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    ${PLANNED_ANEW} select id from users where ${isOneOf('users.id', ids)} and ${isSelected(selection)}`.execute(db);
  return rows.map(({ id }) => id);
}

type EverybodyValues = {
  projectId: string;
  afterKey: Position['key'] | undefined;
  afterId: string | undefined;
  beforeKey: Position['key'] | undefined;
  beforeId: string | undefined;
  limit: number;
};

// One compiled statement for each order and each combination of bounds: about three dozen at most.
const everybody = new Map<string, (db: Reader, values: EverybodyValues) => Promise<FoundUser[]>>();

function listEverybody(db: Reader, projectId: string, page: IndexRange): Promise<FoundUser[]> {
  const { column, isAscending, after, before, isFrom = false, limit } = page;
  const shape = [column, isAscending, after !== null, before !== null, isFrom].join(' ');
  const list = everybody.get(shape) ?? compileEverybody(page);
  everybody.set(shape, list);
  const bounds = { afterKey: after?.key, afterId: after?.id, beforeKey: before?.key, beforeId: before?.id };
  return list(db, { projectId, ...bounds, limit });
}

function compileEverybody({ after, before, ...order }: IndexRange) {
  return compileOnce<EverybodyValues, FoundUser>((db, parameter) => {
    const { isWithin, walk, orderOf } = rangeParts(parameter('projectId'), {
      ...order,
      after: after && { key: parameter('afterKey'), id: parameter('afterId') },
      before: before && { key: parameter('beforeKey'), id: parameter('beforeId') },
    });
    const limit = parameter('limit');
    const users =
      order.column === 'seen_at'
        ? sql<FoundUser>`select ${PLAIN_COLUMNS}, key as seen_at from (${walk(limit, OTHER_COLUMNS)}) as walked
            order by ${orderOf('walked')}`
        : sql<FoundUser>`select ${COLUMNS} from users where ${isWithin}
            order by ${inOrder('users', order)} limit ${limit}`;
    return users.compile(db);
  });
}

async function walkUsers(db: Reader, selection: UserSelection, page: IndexRange, steps: number): Promise<FoundUser[]> {
  const { walk, orderOf } = rangeParts(selection.projectId, { ...page, seenBefore: selection.lastSeenBefore });
  const { rows } = await sql<FoundUser>`
    ${PLANNED_ANEW} select ${FOUND_COLUMNS} ${seenAt('walked', page)} from (${walk(steps)}) as walked
    join users on users.project_id = ${selection.projectId} and users.id = walked.id
    where ${mayBeFoundIn(sql`walked.search_text`, selection)} and ${isSelected(selection)}
    order by ${orderOf('walked')} limit ${page.limit}`.execute(db);
  return rows;
}

async function findUsers(db: Reader, selection: UserSelection, page: IndexRange, tally: Tally): Promise<FoundUser[]> {
  const { projectId, lastSeenBefore } = selection;
  const { source, isWithin, key, orderOf } = rangeParts(projectId, { ...page, seenBefore: lastSeenBefore });
  const found = (isAlso: RawBuilder<boolean>) => sql`select users.id, ${key} as key from ${source}
    where ${isWithin} and ${mayBeFound(selection)} and ${isSelected(selection)} and ${isAlso}`;
  const columns = sql`${FOUND_COLUMNS} ${seenAt('page', page)}`;
  const hits: Hits = { projectId, found, orderOf, limit: page.limit, columns };
  if (page.column !== 'created_at') return firstOfAll(db, hits);
  return (
    (await firstOfFew<FoundUser>(db, hits, tally)) ??
    (await firstByWeeks<FoundUser>(db, hits, page)) ??
    firstOfAll(db, hits)
  );
}

function seenAt(table: string, { column }: IndexRange) {
  return column === 'seen_at' ? sql`, ${sql.ref(`${table}.key`)} as seen_at` : sql``;
}
