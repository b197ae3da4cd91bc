import type { KeysetPage } from '../../database/keyset.ts';
import type { Position } from '../../database/position.ts';
import { CallerError } from '../../domain/caller-error.ts';
import { type Place, readCursor, sealOfList } from './cursor.ts';
import { type Maybe, type PageRequest, pageSize } from './page-size.ts';

/** A page of a list, in the list's order whichever way it was read. */
export type Connection<Row> = {
  edges: (Place & { node: Row })[];
  /** Whether the list has no other rows than these. */
  isWhole: boolean;
  /** Whether the list has rows before, or after, this page. It may take a statement, so it is asked only when selected. */
  isThereMore: (side: 'before' | 'after') => boolean | Promise<boolean>;
  /** Where an empty page ends. Only of a list that is read on for ever: whoever keeps its last cursor must not lose it. */
  end?: Place | undefined;
};

/** Whose rows on all pages can be counted, no further than `upTo` if it is given. */
export type CountedConnection<Row> = Connection<Row> & { count: (upTo: number | null) => Promise<number> };

/** A list: `name` spells out what it is a list of, and `read` reads a page in the direction that it is asked for. */
export type List<Row> = {
  name: unknown[];
  positionOf: (row: Row) => Position;
  read: (page: KeysetPage) => Promise<Row[]>;
};

/** Returns the requested page. Throws BAD_USER_INPUT for a bad cursor or page size. */
export async function readConnection<Row>(
  { name, positionOf, read }: List<Row>,
  request: PageRequest,
): Promise<Connection<Row>> {
  const size = pageSize(request);
  const list = sealOfList(name);
  const after = readCursor(list, request.after);
  const before = readCursor(list, request.before);
  const isBackward =
    typeof request.last === 'number' || (before !== null && typeof request.first !== 'number' && !after);
  const rows = await read({
    isBackward,
    after: isBackward ? before : after,
    before: isBackward ? after : before,
    limit: size + 1,
  });
  const page = rows.slice(0, size);
  if (isBackward) page.reverse();
  const edges = page.map((node) => ({ list, position: positionOf(node), node }));

  const isThereMore = async (side: 'before' | 'after') => {
    const towardsMore = isBackward ? 'before' : 'after';
    if (side === towardsMore && rows.length > size) return true;
    const bound = side === 'after' ? before : after;
    // The page reaches this end of the list, so nothing can lie beyond it.
    if (bound === null) return false;
    const edge = (side === 'after' ? edges.at(-1) : edges[0])?.position;
    const beyond = await read({
      isBackward: side === 'before',
      after: edge ?? bound,
      before: null,
      // When the page is empty, the row at the bound itself lies beyond it.
      isFrom: edge === undefined,
      limit: 1,
    });
    return beyond.length > 0;
  };
  const isWhole = after === null && before === null && rows.length <= size;
  return { edges, isWhole, isThereMore };
}

/** What the fields of PageInfo are read from. */
export function pageInfoOf<Row>({ edges, isThereMore, end }: Connection<Row>) {
  return { isThereMore, start: edges[0], end: edges.at(-1) ?? end };
}

/** Throws BAD_USER_INPUT for a limit below 1. */
export function countUpTo(
  { edges, isWhole, count }: Pick<CountedConnection<unknown>, 'edges' | 'isWhole' | 'count'>,
  upTo: Maybe<number>,
): number | Promise<number> {
  if (typeof upTo === 'number' && upTo < 1) throw new CallerError('BAD_USER_INPUT', 'upTo must be at least 1.');
  return isWhole ? Math.min(edges.length, upTo ?? edges.length) : count(upTo ?? null);
}
