import DataLoader from 'dataloader';
import { listEnvironmentsByKeys, listKeysByProjects } from '../database/access-keys.ts';
import { listIdentitiesByUsers } from '../database/channel-identities.ts';
import type { Db } from '../database/connection.ts';
import {
  countUsersByEnvironments,
  listEnvironmentsByProjects,
  listEnvironmentsByUsers,
} from '../database/environments.ts';
import { listProjects, listProjectsByIds } from '../database/projects.ts';
import { countUsers } from '../database/user-pages.ts';
import { listUsersByIds } from '../database/users.ts';
import { type Actor, requireRight } from '../domain/actor.ts';
import { CallerError } from '../domain/refusal.ts';
import { type AuditEventsRequest, readAuditEvents } from './audit-event-pages.ts';
import { hasUsersBeyond, readUsers, type UserConnection, type UsersRequest } from './user-pages.ts';

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
