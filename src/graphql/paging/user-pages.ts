import type { Connections } from '../../database/engine/connection.ts';
import type { Position } from '../../database/position.ts';
import type { SearchCondition } from '../../database/search-conditions.ts';
import { DEFAULT_ORDER, seenPosition, type UserOrder } from '../../database/user-order.ts';
import { countUsers, type FoundUser, listUsers } from '../../database/user-pages.ts';
import { readSelection, type UserSelectionInput } from '../../domain/user-selection.ts';
import { type CountedConnection, type List, readConnection } from './connection.ts';
import type { Maybe, PageRequest } from './page-size.ts';

export type UsersRequest = PageRequest & UserSelectionInput & { orderBy?: Maybe<UserOrder> };

export type UserConnection = Omit<CountedConnection<FoundUser>, 'edges'> & {
  edges: (CountedConnection<FoundUser>['edges'][number] & { search: readonly SearchCondition[] })[];
};

/** Returns the requested page. Throws BAD_USER_INPUT for a search that is too long, a bad cursor or page size. */
export async function readUsers(
  connections: Connections,
  projectId: string,
  request: UsersRequest,
): Promise<UserConnection> {
  const selection = readSelection(projectId, request);
  const orderBy = request.orderBy ?? DEFAULT_ORDER;
  const list: List<FoundUser> = {
    name: [selection, orderBy.field, orderBy.direction],
    positionOf: (user) => positionOf(user, orderBy.field),
    read: (page) => listUsers(connections, selection, { ...page, orderBy }),
  };
  const count = (upTo: number | null) => countUsers(connections.db, selection, upTo);
  const { edges, isThereMore } = await readConnection(list, request);
  return { edges: edges.map((edge) => ({ ...edge, search: selection.search })), isThereMore, count };
}

function positionOf(user: FoundUser, field: UserOrder['field']): Position {
  const { id } = user;
  if (field === 'LAST_SEEN_AT') return seenPosition(user);
  return { key: field === 'CREATED_AT' ? user.createdAt : user.nameKey, id };
}
