import type { Connections } from '../../database/engine/connection.ts';
import type { Position } from '../../database/position.ts';
import type { CreationSource } from '../../database/tables.ts';
import type { UserOrder } from '../../database/user-order.ts';
import { type FoundUser, listUsers } from '../../database/user-pages.ts';
import type { SearchCondition, UserSelection } from '../../database/user-selection.ts';
import { CallerError } from '../../domain/caller-error.ts';
import { parseSearch } from '../../domain/values/search-term.ts';
import { type Place, readCursor } from './cursor.ts';
import { type Maybe, type PageRequest, pageSize } from './page-size.ts';

const LONGEST_SEARCH = 100;

export type UsersRequest = PageRequest & {
  search?: Maybe<string>;
  filter?: Maybe<{
    environmentIds?: Maybe<readonly string[]>;
    creationSource?: Maybe<CreationSource>;
    hasPhoneNumber?: Maybe<boolean>;
    hasEmail?: Maybe<boolean>;
  }>;
  orderBy?: Maybe<UserOrder>;
};

export type UserConnection = {
  edges: (Place & { node: FoundUser; search: readonly SearchCondition[] })[];
  selection: UserSelection;
  orderBy: UserOrder;
  isBackward: boolean;
  hasMore: boolean;
  after: Position | null;
  before: Position | null;
};

/**
 * Returns the requested page, with what is needed to look beyond it and to count the whole list. Throws BAD_USER_INPUT for a
 * search that is too long, a bad cursor or page size.
 */
export async function readUsers(
  connections: Connections,
  projectId: string,
  request: UsersRequest,
): Promise<UserConnection> {
  const { filter } = request;
  if ([...(request.search ?? '')].length > LONGEST_SEARCH) {
    throw new CallerError('BAD_USER_INPUT', `A search can be at most ${LONGEST_SEARCH} characters long.`);
  }
  const size = pageSize(request);
  const search = parseSearch(request.search ?? '');
  const orderBy: UserOrder = request.orderBy ?? { field: 'CREATED_AT', direction: 'DESC' };
  const selection: UserSelection = {
    projectId,
    search,
    environmentIds: filter?.environmentIds ? [...new Set(filter.environmentIds)].sort() : null,
    creationSource: filter?.creationSource ?? null,
    hasPhoneNumber: filter?.hasPhoneNumber ?? null,
    hasEmail: filter?.hasEmail ?? null,
  };
  const list = JSON.stringify([selection, orderBy.field, orderBy.direction]);
  const after = readCursor(list, request.after);
  const before = readCursor(list, request.before);
  const isBackward =
    typeof request.last === 'number' || (before !== null && typeof request.first !== 'number' && !after);
  const rows = await listUsers(connections, selection, {
    orderBy,
    isBackward,
    after: isBackward ? before : after,
    before: isBackward ? after : before,
    limit: size + 1,
  });
  const page = rows.slice(0, size);
  if (isBackward) page.reverse();
  const edges = page.map((node) => {
    const key = orderBy.field === 'CREATED_AT' ? node.createdAt : node.nameKey;
    return { list, position: { key, id: node.id }, node, search };
  });
  return { edges, selection, orderBy, isBackward, hasMore: rows.length > size, after, before };
}

/** Whether the list has users before, or after, this page. */
export async function hasUsersBeyond(
  connections: Connections,
  connection: UserConnection,
  side: 'before' | 'after',
): Promise<boolean> {
  const { selection, orderBy, edges, isBackward, hasMore } = connection;
  const towardsMore = isBackward ? 'before' : 'after';
  if (side === towardsMore && hasMore) return true;
  const bound = side === 'after' ? connection.before : connection.after;
  // The page reaches this end of the list, so nothing can lie beyond it.
  if (bound === null) return false;
  const edge = (side === 'after' ? edges.at(-1) : edges[0])?.position;
  const beyond = await listUsers(connections, selection, {
    orderBy,
    isBackward: side === 'before',
    after: edge ?? bound,
    before: null,
    // When the page is empty, the row at the bound itself lies beyond it.
    isFrom: edge === undefined,
    limit: 1,
  });
  return beyond.length > 0;
}
