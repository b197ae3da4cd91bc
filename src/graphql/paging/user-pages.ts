import type { Connections } from '../../database/engine/connection.ts';
import type { Position } from '../../database/position.ts';
import type { SearchCondition } from '../../database/search-conditions.ts';
import type { Channel, CreationSource } from '../../database/tables.ts';
import { seenPosition, type UserOrder } from '../../database/user-order.ts';
import { countUsers, type FoundUser, listUsers } from '../../database/user-pages.ts';
import type { UserSelection } from '../../database/user-selection.ts';
import { type CountedConnection, type List, readConnection } from './connection.ts';
import type { Maybe, PageRequest } from './page-size.ts';
import { readSearch } from './search.ts';

/** A search and a filter, as the contract's UserSelection has them. */
export type SelectionRequest = {
  search?: Maybe<string>;
  filter?: Maybe<{
    environmentIds?: Maybe<readonly string[]>;
    creationSource?: Maybe<CreationSource>;
    hasPhoneNumber?: Maybe<boolean>;
    hasEmail?: Maybe<boolean>;
    isBlocked?: Maybe<boolean>;
    lastSeenBefore?: Maybe<Date>;
    neverSeen?: Maybe<boolean>;
    expiresBefore?: Maybe<Date>;
    channel?: Maybe<Channel>;
  }>;
};

export type UsersRequest = PageRequest & SelectionRequest & { orderBy?: Maybe<UserOrder> };

export type UserConnection = Omit<CountedConnection<FoundUser>, 'edges'> & {
  edges: (CountedConnection<FoundUser>['edges'][number] & { search: readonly SearchCondition[] })[];
};

/**
 * Returns the requested page. Throws BAD_USER_INPUT for a search that is too long, a
 * bad cursor or page size.
 */
export async function readUsers(
  connections: Connections,
  projectId: string,
  request: UsersRequest,
): Promise<UserConnection> {
  const orderBy: UserOrder = request.orderBy ?? { field: 'CREATED_AT', direction: 'DESC' };
  const selection = readSelection(projectId, request);
  const list: List<FoundUser> = {
    name: [selection, orderBy.field, orderBy.direction],
    positionOf: (user) => positionOf(user, orderBy.field),
    read: (page) => listUsers(connections, selection, { ...page, orderBy }),
  };
  const count = (upTo: number | null) => countUsers(connections.db, selection, upTo);
  const { edges, isThereMore } = await readConnection(list, request);
  return { edges: edges.map((edge) => ({ ...edge, search: selection.search })), isThereMore, count };
}

/** Which users are meant. Throws BAD_USER_INPUT for a search that is too long. */
export function readSelection(projectId: string, { search, filter }: SelectionRequest): UserSelection {
  return {
    projectId,
    search: readSearch(search),
    environmentIds: filter?.environmentIds ? [...new Set(filter.environmentIds)].sort() : null,
    creationSource: filter?.creationSource ?? null,
    hasPhoneNumber: filter?.hasPhoneNumber ?? null,
    hasEmail: filter?.hasEmail ?? null,
    isBlocked: filter?.isBlocked ?? null,
    lastSeenBefore: filter?.lastSeenBefore ?? null,
    neverSeen: filter?.neverSeen ?? null,
    expiresBefore: filter?.expiresBefore ?? null,
    channel: filter?.channel ?? null,
  };
}

function positionOf(user: FoundUser, field: UserOrder['field']): Position {
  const { id } = user;
  if (field === 'LAST_SEEN_AT') return seenPosition(user);
  return { key: field === 'CREATED_AT' ? user.createdAt : user.nameKey, id };
}
