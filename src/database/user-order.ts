import type { KeysetPage } from './keyset.ts';
import type { Position } from './position.ts';

export type UserOrder = { field: 'CREATED_AT' | 'FULL_NAME'; direction: 'ASC' | 'DESC' };

export type UserPage = KeysetPage & { orderBy: UserOrder };

/** A page, or a part of one, as one range of an index. */
export type IndexRange = Omit<UserPage, 'orderBy' | 'isBackward'> & {
  column: 'created_at' | 'name_key';
  isAscending: boolean;
};

/** The name keys of people without a name begin with this character, so they sort after all names. */
export const NAMELESS = '\u{10FFFF}';

// The position between people with a name, whose keys are smaller, and those without, whose positions are greater.
const BORDER: Position = { key: NAMELESS, id: '00000000-0000-0000-0000-000000000000' };

/**
 * The ranges to read for a page, in order. From Z to A, people without a name still come last, so they are a range of their own.
 */
export function indexRanges({ orderBy, isBackward, ...page }: UserPage): IndexRange[] {
  const column = orderBy.field === 'CREATED_AT' ? 'created_at' : 'name_key';
  const isAscending = (orderBy.direction === 'ASC') !== isBackward;
  const whole: IndexRange = { ...page, column, isAscending };
  if (column === 'created_at' || orderBy.direction === 'ASC') return [whole];
  const { after, before } = page;
  const isFirst = (position: Position) => isNameless(position) === isBackward;
  const ranges: IndexRange[] = [];
  if (!after || isFirst(after)) {
    ranges.push({ ...whole, after: after ?? BORDER, before: before && isFirst(before) ? before : null });
  }
  if (!before || !isFirst(before)) {
    ranges.push({ ...whole, after: after && !isFirst(after) ? after : null, before: before ?? BORDER });
  }
  return ranges;
}

function isNameless({ key }: Position): boolean {
  return typeof key === 'string' && key.startsWith(NAMELESS);
}
