import type { Connections } from '../../database/engine/connection.ts';
import type { Position } from '../../database/position.ts';
import type { SearchCondition } from '../../database/search-conditions.ts';
import type { Tally } from '../../database/tally.ts';
import { countUsers } from '../../database/user-counts.ts';
import { DEFAULT_ORDER, relevancePosition, seenPosition, type UserOrder } from '../../database/user-order.ts';
import { type FoundUser, listUsers } from '../../database/user-pages.ts';
import { listByRelevance } from '../../database/user-relevance.ts';
import type { UserSelection } from '../../database/user-selection.ts';
import { CallerError } from '../../domain/caller-error.ts';
import { readBeginnings } from '../../domain/search.ts';
import { readSelection, type UserSelectionInput } from '../../domain/user-selection.ts';
import { type CountedConnection, type List, readConnection } from './connection.ts';
import type { Maybe, PageRequest } from './page-size.ts';

type Order = UserOrder | { field: 'RELEVANCE'; direction: UserOrder['direction'] };

export type UsersRequest = PageRequest & UserSelectionInput & { orderBy?: Maybe<Order> };

export type UserConnection = Omit<CountedConnection<FoundUser>, 'edges'> & {
  edges: (CountedConnection<FoundUser>['edges'][number] & { search: readonly SearchCondition[] })[];
};

/** Returns the requested page. Throws BAD_USER_INPUT for a search that is too long, an order that is none, a bad cursor or page size. */
export async function readUsers(
  connections: Connections,
  projectId: string,
  request: UsersRequest,
): Promise<UserConnection> {
  const selection = readSelection(projectId, request);
  const orderBy = request.orderBy ?? DEFAULT_ORDER;
  const tally: Tally = {};
  const list: List<FoundUser> = {
    name: [selection, orderBy.field, orderBy.direction],
    positionOf: (user) => positionOf(user, orderBy.field),
    read: readerOf(connections, { selection, search: request.search, orderBy, tally }),
  };
  const count = (upTo: number | null) => countUsers(connections.db, selection, upTo, tally);
  const connection = await readConnection(list, request);
  const edges = connection.edges.map((edge) => ({ ...edge, search: selection.search }));
  return { ...connection, edges, count };
}

type Reading = { selection: UserSelection; search: Maybe<string>; orderBy: Order; tally: Tally };

function readerOf(
  connections: Connections,
  { selection, search, orderBy: asked, tally }: Reading,
): List<FoundUser>['read'] {
  const { field, direction } = asked;
  if (field === 'RELEVANCE' && direction !== 'DESC') {
    throw new CallerError('BAD_USER_INPUT', 'The order by RELEVANCE must have the direction DESC.');
  }
  if (field === 'RELEVANCE' && selection.search.length > 0) {
    const relevance = { selection, beginnings: readBeginnings(search) };
    return (page) => listByRelevance(connections, relevance, page, tally);
  }
  const orderBy = field === 'RELEVANCE' ? DEFAULT_ORDER : { field, direction };
  return (page) => listUsers(connections, selection, { ...page, orderBy }, tally);
}

function positionOf(user: FoundUser, field: Order['field']): Position {
  const { id, createdAt, nameKey, isBegun } = user;
  if (field === 'LAST_SEEN_AT') return seenPosition(user);
  if (field === 'RELEVANCE' && isBegun !== undefined) return relevancePosition({ id, createdAt, isBegun });
  return { key: field === 'FULL_NAME' ? nameKey : createdAt, id };
}
