import { type RawBuilder, sql } from 'kysely';
import { inOrder, isBetween, type Keyset } from './keyset.ts';
import type { IndexRange } from './user-order.ts';

/** A range of an index as parts of a statement. The key by which it is ordered is called `key` in what it selects. */
export type RangeParts = {
  /** The users to search, with the table of the key. */
  source: RawBuilder<unknown>;
  isWithin: RawBuilder<boolean>;
  key: RawBuilder<unknown>;
  /** By key and id, of rows that were selected from the range. */
  orderOf: (table: string) => RawBuilder<unknown>;
  /** The first rows of the range in its order: id, key and these columns of the users. */
  walk: (steps: unknown, columns?: RawBuilder<unknown>) => RawBuilder<unknown>;
};

/**
 * Bounds as values, or as parameters of a compiled statement. `seenBefore` is a bound of the order by seen_at: without it, a walk from the
 * newest would pass everybody who was seen since.
 */
export type RangeBounds = Pick<IndexRange, 'column' | 'isAscending' | 'isFrom'> &
  Pick<Keyset, 'after' | 'before'> & { seenBefore?: Date | null };

const SEARCH_TEXT = sql`users.search_text`;

const TYPES = { created_at: 'timestamptz', name_key: 'text', seen_at: 'timestamptz', id: 'uuid' } as const;

// Two, since the planner joins by EXISTS and by NOT EXISTS, but not by the negation of either.
export function isEverSeen(projectId: unknown): RawBuilder<boolean> {
  return sql`exists (select from seen_users n where n.project_id = ${projectId} and n.user_id = users.id)`;
}
export function isNeverSeen(projectId: unknown): RawBuilder<boolean> {
  return sql`not exists (select from seen_users n where n.project_id = ${projectId} and n.user_id = users.id)`;
}

export function rangeParts(projectId: unknown, bounds: RangeBounds): RangeParts {
  const keyset: Keyset = { ...bounds, type: TYPES[bounds.column] };
  const orderOf = (table: string) => inOrder(table, { ...keyset, column: 'key' });
  return bounds.column === 'seen_at'
    ? { ...ofSeen(projectId, keyset, bounds.seenBefore ?? null), orderOf }
    : { ...ofUsers(projectId, keyset), orderOf };
}

function ofUsers(projectId: unknown, keyset: Keyset): Omit<RangeParts, 'orderOf'> {
  const key = sql`users.${sql.ref(keyset.column)}`;
  const among = keyset.column === 'id' ? isNeverSeen(projectId) : sql<boolean>`true`;
  const isWithin = sql<boolean>`users.project_id = ${projectId} and ${isBetween('users', keyset)} and ${among}`;
  return {
    source: sql`users`,
    isWithin,
    key,
    walk: (steps, columns = SEARCH_TEXT) => sql`select users.id, ${key} as key, ${columns} from users
      where ${isWithin} order by ${inOrder('users', keyset)} limit ${steps}`,
  };
}

const SEEN = sql`(select project_id, user_id as id, seen_at from seen_users) as seen`;

function ofSeen(projectId: unknown, keyset: Keyset, seenBefore: Date | null): Omit<RangeParts, 'orderOf'> {
  const isBefore = seenBefore ? sql<boolean>`seen.seen_at < ${seenBefore}` : sql<boolean>`true`;
  const isWithin = sql<boolean>`seen.project_id = ${projectId} and ${isBetween('seen', keyset)} and ${isBefore}`;
  return {
    source: sql`users join ${SEEN} on seen.project_id = users.project_id and seen.id = users.id`,
    isWithin,
    key: sql`seen.seen_at`,
    // The limit is inside: a prepared plan does not know how few are wanted, and would read and sort all users of the project.
    walk: (steps, columns = SEARCH_TEXT) => sql`select first.id, first.key, ${columns} from (
        select seen.id, seen.seen_at as key from ${SEEN} where ${isWithin} order by ${inOrder('seen', keyset)} limit ${steps}
      ) as first cross join lateral (
        select * from users where project_id = ${projectId} and id = first.id limit 1
      ) as users`,
  };
}
