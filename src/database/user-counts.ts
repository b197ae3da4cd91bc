import { type RawBuilder, sql } from 'kysely';
import { countRows } from './count-rows.ts';
import type { Reader } from './engine/connection.ts';
import { countByWeeks } from './index-hits.ts';
import type { Tally } from './tally.ts';
import { NEWEST_FIRST } from './user-order.ts';
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
import { LONGEST_WALK_TO_COUNT, WALK, walkFarEnough } from './walks.ts';

/** Counts the selected users, no further than `upTo` if it is given, and no one whom a page has counted. */
export async function countUsers(
  db: Reader,
  selection: UserSelection,
  upTo: number | null,
  tally: Tally = {},
): Promise<number> {
  if (tally.total !== undefined) return Math.min(tally.total, upTo ?? tally.total);
  if (upTo !== null && tally.atLeast !== undefined && tally.atLeast >= upTo) return upTo;
  // Without a search there is nothing to walk for, unless the walk may end early.
  if (isEverybody(selection) || (upTo === null && selection.search.length === 0)) {
    return countRows(db, selectedRows(selection), upTo);
  }
  const near = tally.near ?? (await countWalked(db, selection, WALK, upTo));
  if (upTo !== null && near >= upTo) return upTo;
  // The planner may compute the grams of whoever is found, once for each word, rather than use their index: of few that is nothing.
  if (near > FEW_NEAR && (await hasFewerUsers(db, selection.projectId, WALK))) return near;
  if (upTo !== null) {
    const walk = (steps: number) => countWalked(db, selection, steps, upTo);
    const known = { found: near, steps: WALK };
    const walked = await walkFarEnough(upTo, LONGEST_WALK_TO_COUNT, walk, (count) => count, known);
    if (walked !== undefined) return walked;
    if (near > FEW_NEAR && selection.lastSeenBefore === null && (await countNewest(db, selection, upTo)) === upTo)
      return upTo;
  }
  return countRows(db, selectedRows(selection, near > MANY ? sql`true` : undefined), upTo);
}

function countNewest(db: Reader, selection: UserSelection, upTo: number): Promise<number> {
  const found = (isAlso: RawBuilder<boolean>) => selectedRows(selection, sql`${mayBeFound(selection)} and ${isAlso}`);
  return countByWeeks(db, { projectId: selection.projectId, found }, upTo);
}

/** Of a first walk: so few have it that the search index finds all of them as soon as the newest. */
const FEW_NEAR = 10;
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
