import { type RawBuilder, sql } from 'kysely';
import type { Position } from './position.ts';

/** Part of an order by a column and the id, with places in it instead of offsets: a deep page costs as much as the first. */
export type Keyset = {
  column: string;
  type: 'timestamptz' | 'text' | 'bigint' | 'uuid';
  isAscending: boolean;
  after: Bound | null;
  before: Bound | null;
  /** Whether the part may include the row at `after`. */
  isFrom?: boolean;
};

/** A place in the order, as values or as parameters of a compiled statement. */
type Bound = { key: unknown; id: unknown };

/** A page to read. From the end of the list towards its start, `isBackward`, `after` is the place nearer to the end. */
export type KeysetPage = {
  isBackward: boolean;
  after: Position | null;
  before: Position | null;
  isFrom?: boolean;
  limit: number;
};

/** True for rows of the table between the two places. */
export function isBetween(
  table: string,
  { column, type, isAscending, after, before, isFrom }: Keyset,
): RawBuilder<boolean> {
  const isBeyond = (operator: string, { key, id }: Bound) =>
    sql`(${sql.ref(`${table}.${column}`)}, ${sql.ref(`${table}.id`)}) ${sql.raw(operator)} (${key}::${sql.raw(type)}, ${id}::uuid)`;
  return sql<boolean>`${after ? isBeyond(`${isAscending ? '>' : '<'}${isFrom ? '=' : ''}`, after) : sql`true`}
    and ${before ? isBeyond(isAscending ? '<' : '>', before) : sql`true`}`;
}

export function inOrder(
  table: string,
  { column, isAscending }: Pick<Keyset, 'column' | 'isAscending'>,
): RawBuilder<unknown> {
  const direction = isAscending ? sql`asc` : sql`desc`;
  return sql`${sql.ref(`${table}.${column}`)} ${direction}, ${sql.ref(`${table}.id`)} ${direction}`;
}
