import DataLoader from 'dataloader';
import { listEnvironmentsByKeys, listKeysByProjects } from '../database/access-keys.ts';
import { listAuditEvents } from '../database/audit-events.ts';
import type { Db } from '../database/connection.ts';
import {
  countUsersByEnvironments,
  listEnvironmentsByProjects,
  listEnvironmentsByUsers,
} from '../database/environments.ts';
import { listProjects, listProjectsByIds } from '../database/projects.ts';
import type { AuditEventRow, CreationSource, UserRow } from '../database/tables.ts';
import { countUsers, listIdentitiesByUsers, listUsers, listUsersByIds, type UserSelection } from '../database/users.ts';
import { type Actor, requireRight } from '../domain/actor.ts';
import { CallerError } from '../domain/refusal.ts';
import { parseSearch, type SearchPart } from '../domain/search-text.ts';
import { decodeCursor, encodeCursor, type Position } from './cursor.ts';

export type Reads = ReturnType<typeof createReads>;

type InProject = { projectId: string; id: string };

/** Every read the API makes, scoped to what the actor may see and batched within one request. */
export function createReads(db: Db, actor: Actor) {
  const scope = actor.projectId;
  const users = new DataLoader(async (ids: readonly string[]) => inOrder(ids, await listUsersByIds(db, scope, ids)));
  const projects = new DataLoader(async (ids: readonly string[]) =>
    inOrder(ids, await listProjectsByIds(db, scope, ids)),
  );
  const environmentsOfProject = new DataLoader(async (ids: readonly string[]) =>
    grouped(ids, await listEnvironmentsByProjects(db, ids), (row) => row.projectId),
  );
  const keysOfProject = new DataLoader(async (ids: readonly string[]) =>
    grouped(ids, await listKeysByProjects(db, ids), (row) => row.projectId ?? ''),
  );
  const environmentsOfKey = new DataLoader(async (ids: readonly string[]) =>
    grouped(ids, await listEnvironmentsByKeys(db, ids), (row) => row.accessKeyId),
  );
  const environmentsOfUser = new DataLoader<InProject, Awaited<ReturnType<typeof listEnvironmentsByUsers>>, string>(
    async (keys) =>
      grouped(ids(keys), await listEnvironmentsByUsers(db, projectIds(keys), ids(keys)), (row) => row.userId),
    { cacheKeyFn: (key) => key.id },
  );
  const identitiesOfUser = new DataLoader<InProject, Awaited<ReturnType<typeof listIdentitiesByUsers>>, string>(
    async (keys) =>
      grouped(ids(keys), await listIdentitiesByUsers(db, projectIds(keys), ids(keys)), (row) => row.userId),
    { cacheKeyFn: (key) => key.id },
  );
  const userCounts = new DataLoader<InProject, number, string>(
    async (keys) => {
      const rows = await countUsersByEnvironments(db, projectIds(keys), ids(keys));
      const counts = new Map(rows.map((row) => [row.environmentId, Number(row.count)]));
      return keys.map((key) => counts.get(key.id) ?? 0);
    },
    { cacheKeyFn: (key) => key.id },
  );

  return {
    viewer() {
      requireRight(actor, 'read');
      return actor;
    },
    projects: () => listProjects(db, scope),
    project(id: string) {
      requireRight(actor, 'read');
      return projects.load(id);
    },
    user(id: string) {
      requireRight(actor, 'read');
      return users.load(id);
    },
    /** The user an access decision is about: a gateway may see it too. */
    recognisedUser: (id: string) => users.load(id),
    environmentsOfProject: (id: string) => environmentsOfProject.load(id),
    accessKeysOfProject: (id: string) => keysOfProject.load(id),
    environmentsOfAccessKey: (id: string) => environmentsOfKey.load(id),
    environmentsOfUser: (user: InProject) => environmentsOfUser.load(user),
    identitiesOfUser: (user: InProject) => identitiesOfUser.load(user),
    userCount: (environment: InProject) => userCounts.load(environment),
    usersOfProject: (projectId: string, request: UsersRequest) => readUsers(db, projectId, request),
    hasUsersBeyond: (connection: UserConnection, side: 'before' | 'after') => hasUsersBeyond(db, connection, side),
    countUsers(connection: UserConnection, upTo: number | null | undefined) {
      if (typeof upTo === 'number' && upTo < 1) throw new CallerError('BAD_USER_INPUT', 'upTo must be at least 1.');
      return countUsers(db, connection.selection, upTo ?? null);
    },
    auditEventsOfProject: (projectId: string, request: AuditEventsRequest) => readAuditEvents(db, projectId, request),
  };
}

function ids(keys: readonly InProject[]): string[] {
  return keys.map((key) => key.id);
}

function projectIds(keys: readonly InProject[]): string[] {
  return [...new Set(keys.map((key) => key.projectId))];
}

function inOrder<Row extends { id: string }>(ids: readonly string[], rows: Row[]): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

function grouped<Row>(ids: readonly string[], rows: Row[], ownerOf: (row: Row) => string): Row[][] {
  const byOwner = Map.groupBy(rows, ownerOf);
  return ids.map((id) => byOwner.get(id) ?? []);
}

type Maybe<T> = T | null | undefined;

type PageRequest = { first?: Maybe<number>; after?: Maybe<string>; last?: Maybe<number>; before?: Maybe<string> };

const DEFAULT_PAGE = 20;
const LONGEST_PAGE = 100;
const LONGEST_SEARCH = 100;

function pageSize({ first, last }: PageRequest): number {
  if (typeof first === 'number' && typeof last === 'number') {
    throw new CallerError('BAD_USER_INPUT', 'Give first or last, not both.');
  }
  const size = first ?? last ?? DEFAULT_PAGE;
  if (size < 1 || size > LONGEST_PAGE) {
    throw new CallerError('BAD_USER_INPUT', `first and last are between 1 and ${LONGEST_PAGE}.`);
  }
  return size;
}

type Order = { field: 'CREATED_AT' | 'FULL_NAME'; direction: 'ASC' | 'DESC' };

export type UsersRequest = PageRequest & {
  search?: Maybe<string>;
  filter?: Maybe<{
    environmentIds?: Maybe<readonly string[]>;
    creationSource?: Maybe<CreationSource>;
    hasPhoneNumber?: Maybe<boolean>;
    hasEmail?: Maybe<boolean>;
  }>;
  orderBy?: Maybe<Order>;
};

export type UserConnection = {
  edges: { cursor: string; node: UserRow; position: Position; parts: SearchPart[] }[];
  selection: UserSelection;
  orderBy: Order;
  isBackward: boolean;
  hasMore: boolean;
  after: Position | null;
  before: Position | null;
};

async function readUsers(db: Db, projectId: string, request: UsersRequest): Promise<UserConnection> {
  const { filter } = request;
  if ([...(request.search ?? '')].length > LONGEST_SEARCH) {
    throw new CallerError('BAD_USER_INPUT', `A search can be at most ${LONGEST_SEARCH} characters long.`);
  }
  const size = pageSize(request);
  const parts = parseSearch(request.search ?? '');
  const orderBy = request.orderBy ?? { field: 'CREATED_AT', direction: 'DESC' };
  const selection: UserSelection = {
    projectId,
    search: parts,
    environmentIds: filter?.environmentIds ? [...new Set(filter.environmentIds)].sort() : null,
    creationSource: filter?.creationSource ?? null,
    hasPhoneNumber: filter?.hasPhoneNumber ?? null,
    hasEmail: filter?.hasEmail ?? null,
  };
  const list = JSON.stringify([selection, orderBy.field, orderBy.direction]);
  const after = request.after ? decodeCursor(list, request.after) : null;
  const before = request.before ? decodeCursor(list, request.before) : null;
  const isBackward =
    typeof request.last === 'number' || (before !== null && typeof request.first !== 'number' && !after);
  const rows = await listUsers(db, selection, {
    orderBy: isBackward ? reversed(orderBy) : orderBy,
    after: isBackward ? before : after,
    before: isBackward ? after : before,
    limit: size + 1,
  });
  const page = rows.slice(0, size);
  if (isBackward) page.reverse();
  const edges = page.map((node) => {
    const key = orderBy.field === 'CREATED_AT' ? node.createdAt.toISOString() : node.nameKey;
    const position = { key, id: node.id };
    return { cursor: encodeCursor(list, position), node, position, parts };
  });
  return { edges, selection, orderBy, isBackward, hasMore: rows.length > size, after, before };
}

function reversed({ field, direction }: Order): Order {
  return { field, direction: direction === 'ASC' ? 'DESC' : 'ASC' };
}

async function hasUsersBeyond(db: Db, connection: UserConnection, side: 'before' | 'after'): Promise<boolean> {
  const { selection, orderBy, edges, isBackward, hasMore } = connection;
  const towardsMore = isBackward ? 'before' : 'after';
  if (side === towardsMore && hasMore) return true;
  const edge =
    side === 'after' ? (edges.at(-1)?.position ?? connection.after) : (edges[0]?.position ?? connection.before);
  const bound = side === 'after' ? connection.before : connection.after;
  // Nothing was cut off on this side, so nothing can lie there.
  if (!edge || bound === null) return false;
  const order = side === 'after' ? orderBy : reversed(orderBy);
  return (await listUsers(db, selection, { orderBy: order, after: edge, before: null, limit: 1 })).length > 0;
}

type AuditEventsRequest = { first?: Maybe<number>; after?: Maybe<string>; userId?: Maybe<string> };

export type AuditEventConnection = {
  edges: { cursor: string; node: AuditEventRow }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
};

async function readAuditEvents(db: Db, projectId: string, request: AuditEventsRequest): Promise<AuditEventConnection> {
  const size = pageSize(request);
  const subjectId = request.userId ?? null;
  const list = JSON.stringify(['auditEvents', projectId, subjectId]);
  const after = request.after ? decodeCursor(list, request.after) : null;
  const rows = await listAuditEvents(db, { projectId, subjectId, after, limit: size + 1 });
  const edges = rows.slice(0, size).map((node) => {
    const position = { key: node.createdAt.toISOString(), id: node.id };
    return { cursor: encodeCursor(list, position), node };
  });
  return { edges, hasNextPage: rows.length > size, hasPreviousPage: after !== null };
}
