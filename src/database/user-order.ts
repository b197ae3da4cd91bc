import type { KeysetPage } from './keyset.ts';
import type { Position } from './position.ts';

export type UserOrder = { field: 'CREATED_AT' | 'FULL_NAME' | 'LAST_SEEN_AT'; direction: 'ASC' | 'DESC' };

/** The order of a list for which none is asked. */
export const DEFAULT_ORDER: UserOrder = { field: 'CREATED_AT', direction: 'DESC' };

export type UserPage = KeysetPage & { orderBy: UserOrder };

/** A page, or a part of one, as one range of an index. Ordered by `id` are the users who were never seen, and nobody else. */
export type IndexRange = Omit<UserPage, 'orderBy' | 'isBackward'> & {
  column: 'created_at' | 'name_key' | 'seen_at' | 'id';
  isAscending: boolean;
};

/** The whole of the default order as one range. */
export const NEWEST_FIRST = { column: 'created_at', isAscending: false, after: null, before: null } as const;

/** The name keys of people without a name begin with this character, so they sort after all names. */
export const NAMELESS = '\u{10FFFF}';

// The position between people with a name, whose keys are smaller, and those without, whose positions are greater.
const BORDER: Position = { key: NAMELESS, id: '00000000-0000-0000-0000-000000000000' };

/**
 * The ranges to read for a page, in order. From Z to A, people without a name still come last, so they are a range of their own; those
 * who were never seen are one in both directions.
 */
export function indexRanges({ orderBy, isBackward, ...page }: UserPage): IndexRange[] {
  const { field, direction } = orderBy;
  const isAscending = (direction === 'ASC') !== isBackward;
  if (field === 'CREATED_AT') return [{ ...page, column: 'created_at', isAscending }];
  if (field === 'FULL_NAME') {
    const whole: IndexRange = { ...page, column: 'name_key', isAscending };
    return direction === 'ASC' ? [whole] : twoRanges(whole, whole, isNameless, { isBackward, border: BORDER });
  }
  const seen: IndexRange = { ...page, column: 'seen_at', isAscending };
  return twoRanges(seen, { ...seen, column: 'id' }, isNeverSeen, { isBackward, border: null });
}

/** A range of those in whom every part of a search begins something, or of the others whom the search finds. */
export type RelevanceRange = IndexRange & { isBegun: boolean };

/** The ranges to read, in order, for a page of a search with the best first: newest first among each of both. */
export function relevanceRanges({ isBackward, ...page }: KeysetPage): RelevanceRange[] {
  const begun: RelevanceRange = { ...page, column: 'created_at', isAscending: isBackward, isBegun: true };
  const ranges = twoRanges(begun, { ...begun, isBegun: false }, isOther, { isBackward, border: null });
  return ranges.map((range) => ({ ...range, after: inRange(range.after), before: inRange(range.before) }));
}

// In front of the time, which is the key within each range.
const BEGUN = 'begun ';
const OTHER = 'other ';

/** The place of a user among those whom a search finds, the best first. */
export function relevancePosition({
  id,
  createdAt,
  isBegun,
}: {
  id: string;
  createdAt: Date;
  isBegun: boolean;
}): Position {
  return { key: (isBegun ? BEGUN : OTHER) + createdAt.toISOString(), id };
}

function isOther({ key }: Position): boolean {
  return typeof key === 'string' && key.startsWith(OTHER);
}

function inRange(position: Position | null): Position | null {
  return position && { ...position, key: String(position.key).slice(BEGUN.length) };
}

/** The place of a user in the order by LAST_SEEN_AT. Those who were never seen are told by a key that is their id. */
export function seenPosition({ id, seenAt }: { id: string; seenAt?: Date }): Position {
  return { key: seenAt ?? id, id };
}

/**
 * Divides a page between the front of a list and its end, which begins where `isAtEnd`. `border` is a position between them, needed
 * when both are of one index.
 */
function twoRanges<Range extends IndexRange>(
  front: Range,
  end: Range,
  isAtEnd: (position: Position) => boolean,
  { isBackward, border }: { isBackward: boolean; border: Position | null },
): Range[] {
  const { after, before } = front;
  const [first, second] = isBackward ? [end, front] : [front, end];
  const isFirst = (position: Position) => isAtEnd(position) === isBackward;
  const ranges: Range[] = [];
  if (!after || isFirst(after)) {
    ranges.push({ ...first, after: after ?? border, before: before && isFirst(before) ? before : null });
  }
  if (!before || !isFirst(before)) {
    ranges.push({ ...second, after: after && !isFirst(after) ? after : null, before: before ?? border });
  }
  return ranges;
}

function isNameless({ key }: Position): boolean {
  return typeof key === 'string' && key.startsWith(NAMELESS);
}

function isNeverSeen({ key, id }: Position): boolean {
  return key === id;
}
