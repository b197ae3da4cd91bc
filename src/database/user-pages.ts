import { type RawBuilder, sql } from 'kysely';
import { isOneOf } from './conditions.ts';
import { countRows } from './count-rows.ts';
import { compileOnce } from './engine/compile-once.ts';
import type { Connections, Reader } from './engine/connection.ts';
import { PLANNED_ANEW } from './engine/prepared.ts';
import { countByWeeks, firstByWeeks, firstOfAll, firstOfFew, type Hits } from './index-hits.ts';
import { inOrder } from './keyset.ts';
import type { Position } from './position.ts';
import type { UserRow } from './tables.ts';
import { type IndexRange, indexRanges, NEWEST_FIRST, type UserPage } from './user-order.ts';
import { rangeParts } from './user-ranges.ts';
import {
  isEverybody,
  isSelected,
  isToldBySearchText,
  mayBeFound,
  mayBeFoundIn,
  selectedRows,
  type UserSelection,
} from './user-selection.ts';
import { USER_COLUMNS } from './users.ts';
import { LONGEST_WALK_TO_COUNT, LONGEST_WALK_TO_PAGE, type Near, WALK, walkFarEnough } from './walks.ts';

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
): Promise<FoundUser[]> {
  const found: FoundUser[] = [];
  for (const range of indexRanges(page)) {
    if (found.length === page.limit) break;
    found.push(...(await listRange(connections, selection, { ...range, limit: page.limit - found.length })));
  }
  return found;
}

export async function listRange(
  { db, shortReads }: Connections,
  selection: UserSelection,
  page: IndexRange,
  near?: Near<FoundUser[]>,
): Promise<FoundUser[]> {
  if (isEverybody(selection)) {
    // Who was never seen is told by comparing two indexes, which may take long.
    if (page.column === 'id') return walkUsers(db, selection, page, page.limit);
    return listEverybody(shortReads, selection.projectId, page);
  }
  const walk = (steps: number) => walkUsers(db, selection, page, steps);
  const first = near ?? { found: await walk(WALK), steps: WALK };
  const walked = await walkFarEnough(page.limit, LONGEST_WALK_TO_PAGE, walk, (users) => users.length, first);
  return walked ?? findUsers(db, selection, page);
}

/** Those of the ids whose users are selected, in no order. */
export async function listSelectedIds(db: Reader, selection: UserSelection, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    ${PLANNED_ANEW} select id from users where ${isOneOf('users.id', ids)} and ${isSelected(selection)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Counts the selected users, no further than `upTo` if it is given. */
export async function countUsers(db: Reader, selection: UserSelection, upTo: number | null): Promise<number> {
  // Without a search there is nothing to walk for, unless the walk may end early.
  if (isEverybody(selection) || (upTo === null && selection.search.length === 0)) {
    return countRows(db, selectedRows(selection), upTo);
  }
  const near = await countWalked(db, selection, WALK, upTo);
  if (near === upTo) return near;
  // The planner may compute the grams of whoever is found, once for each word, rather than use their index: of few that is nothing.
  if (near > FEW && (await hasFewerUsers(db, selection.projectId, WALK))) return near;
  if (upTo !== null) {
    const walk = (steps: number) => countWalked(db, selection, steps, upTo);
    const known = { found: near, steps: WALK };
    const walked = await walkFarEnough(upTo, LONGEST_WALK_TO_COUNT, walk, (count) => count, known);
    if (walked !== undefined) return walked;
    if (near > FEW && selection.lastSeenBefore === null && (await countNewest(db, selection, upTo)) === upTo)
      return upTo;
  }
  return countRows(db, selectedRows(selection, near > MANY ? sql`true` : undefined), upTo);
}

function countNewest(db: Reader, selection: UserSelection, upTo: number): Promise<number> {
  const found = (isAlso: RawBuilder<boolean>) => selectedRows(selection, sql`${mayBeFound(selection)} and ${isAlso}`);
  return countByWeeks(db, { projectId: selection.projectId, found }, upTo);
}

/** Of a first walk: so few have it that the search index finds all of them as soon as the newest. */
const FEW = 10;
/** Of a first walk: most users are found, so their index would narrow nothing. */
const MANY = WALK / 2;

async function hasFewerUsers(db: Reader, projectId: string, than: number): Promise<boolean> {
  return (await countRows(db, sql`select from users where project_id = ${projectId}`, than)) < than;
}

function countWalked(db: Reader, selection: UserSelection, steps: number, upTo: number | null): Promise<number> {
  const walk = rangeParts(selection.projectId, NEWEST_FIRST).walk(steps);
  const isFound = mayBeFoundIn(sql`walked.search_text`, selection);
  // Most searches need the index only; the others also read the users that it finds.
  const rows = isToldBySearchText(selection)
    ? sql`select from (${walk}) as walked where ${isFound}`
    : sql`select from (${walk}) as walked
        join users on users.project_id = ${selection.projectId} and users.id = walked.id
        where ${isFound} and ${isSelected(selection)}`;
  return countRows(db, rows, upTo);
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

async function findUsers(db: Reader, selection: UserSelection, page: IndexRange): Promise<FoundUser[]> {
  const { projectId, lastSeenBefore } = selection;
  const { source, isWithin, key, orderOf } = rangeParts(projectId, { ...page, seenBefore: lastSeenBefore });
  const found = (isAlso: RawBuilder<boolean>) => sql`select users.id, ${key} as key from ${source}
    where ${isWithin} and ${mayBeFound(selection)} and ${isSelected(selection)} and ${isAlso}`;
  const columns = sql`${FOUND_COLUMNS} ${seenAt('page', page)}`;
  const hits: Hits = { projectId, found, orderOf, limit: page.limit, columns };
  if (page.column !== 'created_at') return firstOfAll(db, hits);
  return (
    (await firstOfFew<FoundUser>(db, hits)) ?? (await firstByWeeks<FoundUser>(db, hits, page)) ?? firstOfAll(db, hits)
  );
}

function seenAt(table: string, { column }: IndexRange) {
  return column === 'seen_at' ? sql`, ${sql.ref(`${table}.key`)} as seen_at` : sql``;
}
