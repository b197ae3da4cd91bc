export type UserOrder = { field: 'CREATED_AT' | 'FULL_NAME'; direction: 'ASC' | 'DESC' };

export type UserPosition = { key: string | Date; id: string };

export type UserPage = {
  orderBy: UserOrder;
  /** Read from the end of the order towards its start: `after` then lies behind `before`. */
  isBackward: boolean;
  after: UserPosition | null;
  before: UserPosition | null;
  /** Whether the page may begin with `after` itself. */
  isFrom?: boolean;
  limit: number;
};

/** A page as an index has it. */
export type IndexRange = Omit<UserPage, 'orderBy' | 'isBackward'> & {
  column: 'created_at' | 'name_key';
  isAscending: boolean;
};

/** The name keys of people without a name begin with it, behind those of all names. */
export const NAMELESS = '\u{10FFFF}';

// Where nobody is: all names have smaller keys, and whoever has no name a greater one.
const BORDER: UserPosition = { key: NAMELESS, id: '00000000-0000-0000-0000-000000000000' };

/** What is read one after the other for a page: from Z to A people without a name still come last, so they are a range apart. */
export function indexRanges({ orderBy, isBackward, ...page }: UserPage): IndexRange[] {
  const column = orderBy.field === 'CREATED_AT' ? 'created_at' : 'name_key';
  const isAscending = (orderBy.direction === 'ASC') !== isBackward;
  const whole: IndexRange = { ...page, column, isAscending };
  if (column === 'created_at' || orderBy.direction === 'ASC') return [whole];
  const { after, before } = page;
  const isFirst = (position: UserPosition) => isNameless(position) === isBackward;
  const ranges: IndexRange[] = [];
  if (!after || isFirst(after)) {
    ranges.push({ ...whole, after: after ?? BORDER, before: before && isFirst(before) ? before : null });
  }
  if (!before || !isFirst(before)) {
    ranges.push({ ...whole, after: after && !isFirst(after) ? after : null, before: before ?? BORDER });
  }
  return ranges;
}

function isNameless({ key }: UserPosition): boolean {
  return typeof key === 'string' && key.startsWith(NAMELESS);
}
