import DataLoader from 'dataloader';
import { listEnvironmentsByKeys, listKeysByProjects } from '../database/access-keys.ts';
import { countPendingByEnvironments } from '../database/access-requests.ts';
import { listAuditEvents } from '../database/audit-events.ts';
import { listBlockedUserIds, listUserIdsOfBlocks } from '../database/blocked-senders.ts';
import { listCandidates } from '../database/candidates.ts';
import { listIdentitiesByUsers } from '../database/channel-identities.ts';
import type { Connections } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import {
  countUsersByEnvironments,
  findEnvironment,
  listEnvironmentsByProjects,
  listEnvironmentsByUsers,
} from '../database/environments.ts';
import { listInvitationsByUsers } from '../database/invitations.ts';
import { listNodes } from '../database/nodes.ts';
import { listMembersByProjects } from '../database/project-members.ts';
import { findProjectsOfNodes, findProjectsOfUsers } from '../database/project-of.ts';
import { listProjects, listProjectsByIds } from '../database/projects.ts';
import { listAccessByUsers, listLastSeenByUsers } from '../database/sightings.ts';
import type { AccessKeyRow, AccessRequestRow } from '../database/tables.ts';
import { listUsersByIds } from '../database/users.ts';
import { MAXIMUM_ACCESS_KEYS } from '../domain/access-keys.ts';
import { type Actor, mayAskIn, requireRight } from '../domain/actor.ts';
import { candidateKeys, MAXIMUM_CANDIDATES } from '../domain/candidates.ts';
import { LISTED_INVITATIONS } from '../domain/invitations.ts';
import { grouped, type InProject, inOrder, listLoader, projectLoader, rowLoader } from './loaders.ts';
import { boundIds, toNode } from './nodes.ts';
import { type AccessRequestsRequest, readAccessRequests, readApprovals } from './paging/access-request-pages.ts';
import {
  type AuditEventsRequest,
  listEventsOfUsers,
  readAuditEvents,
  type UserEventsPage,
} from './paging/audit-event-pages.ts';
import { readBlockedSenders } from './paging/blocked-sender-pages.ts';
import type { Maybe, PageRequest } from './paging/page-size.ts';
import { readUsers, type UsersRequest } from './paging/user-pages.ts';

export type Reads = ReturnType<typeof createReads>;

/**
 * All reads of the API, batched within one request. Projects and users are limited to what the actor may see (FORBIDDEN without
 * the right); what belongs to them is read for rows that passed this check. Which fields a gateway may read: `reader-fields.ts`.
 */
export function createReads({ db, shortReads }: Connections, actor: Actor) {
  const readable = () => requireRight(actor, 'read');
  const users = rowLoader(shortReads, listUsersByIds);
  const nodes = rowLoader(shortReads, async (...asked) => (await listNodes(...asked)).map(toNode));
  const projectOfUser = new DataLoader(async (ids: readonly string[]) =>
    findProjectsOfUsers(shortReads, readable(), ids),
  );
  const projectOfNode = new DataLoader(async (ids: readonly string[]) => findProjectsOfNodes(db, readable(), ids));
  const projects = new DataLoader(async (ids: readonly string[]) =>
    inOrder(ids, await listProjectsByIds(shortReads, readable(), ids)),
  );
  const environmentsOfProject = new DataLoader(async (ids: readonly string[]) =>
    grouped(ids, await listEnvironmentsByProjects(shortReads, ids), (row) => row.projectId),
  );
  const keysOfProject = new DataLoader(async (ids: readonly string[]) =>
    grouped(ids, await listKeysByProjects(shortReads, ids, MAXIMUM_ACCESS_KEYS), (row) => row.projectId ?? ''),
  );
  const membersOfProject = new DataLoader(async (ids: readonly string[]) =>
    grouped(ids, await listMembersByProjects(shortReads, ids), (row) => row.projectId),
  );
  const environmentsOfKey = listLoader(shortReads, listEnvironmentsByKeys, (row) => row.accessKeyId);
  const environmentsOfUser = projectLoader((projectId, users: readonly InProject[]) =>
    listEnvironmentsByUsers(
      shortReads,
      projectId,
      users.map(({ id }) => id),
    ),
  );
  const identitiesOfUser = listLoader(shortReads, listIdentitiesByUsers, (row) => row.userId);
  const invitationsOfUser = listLoader(
    shortReads,
    (db, projectId, ids) => listInvitationsByUsers(db, projectId, ids, LISTED_INVITATIONS),
    (row) => row.userId,
  );
  const accessOfUser = listLoader(shortReads, listAccessByUsers, (row) => row.userId);
  const lastSeenOfUser = listLoader(shortReads, listLastSeenByUsers, (row) => row.userId);
  const userCounts = listLoader(db, countUsersByEnvironments, (row) => row.environmentId);
  const pendingCounts = listLoader(shortReads, countPendingByEnvironments, (row) => row.environmentId);
  const candidates = projectLoader((projectId, requests: readonly AccessRequestRow[]) =>
    listCandidates(shortReads, projectId, requests.map(candidateKeys), MAXIMUM_CANDIDATES),
  );
  const usersOfBlocks = listLoader(shortReads, listUserIdsOfBlocks, (row) => row.blockId);
  const blocksOfUser = listLoader(shortReads, listBlockedUserIds, (id) => id);
  const eventsOfUser = new DataLoader((asked: readonly UserEventsPage[]) => listEventsOfUsers(shortReads, asked), {
    cache: false,
  });

  async function node(id: string) {
    const projectId = await projectOfNode.load(id);
    return projectId === undefined ? null : nodes.load({ projectId, id });
  }

  return {
    /** Gateways ask too: where they may check access. */
    projects: () => listProjects(shortReads, requireRight(actor, 'checkAccess')),
    project(id: string) {
      readable();
      return projects.load(id);
    },
    async user(id: string) {
      const projectId = await projectOfUser.load(id);
      return projectId === undefined ? null : users.load({ projectId, id });
    },
    node,
    async nodes(ids: readonly string[]) {
      readable();
      boundIds(ids);
      return Promise.all(ids.map(node));
    },
    /** A user to whom a row leads that the actor may read. */
    userOf(projectId: string, id: string) {
      readable();
      return users.load({ projectId, id });
    },
    /** The user of an access decision, whom a gateway may see too. */
    recognisedUser: (projectId: string, id: string) => users.load({ projectId, id }),
    /** Those in which the actor may ask: all, except for a key that is bound to some. */
    async environmentsOfProject(id: string) {
      const environments = await environmentsOfProject.load(id);
      return environments.filter((environment) => mayAskIn(actor, environment.id));
    },
    accessKeysOfProject: (id: string) => keysOfProject.load(id),
    membersOfProject: (id: string) => membersOfProject.load(id),
    environmentsOfAccessKey: ({ projectId, id }: AccessKeyRow) =>
      projectId === null ? [] : environmentsOfKey.load({ projectId, id }),
    environmentsOfUser: (user: InProject) => environmentsOfUser.load(user),
    identitiesOfUser: (user: InProject) => identitiesOfUser.load(user),
    invitationsOfUser(user: InProject) {
      readable();
      return invitationsOfUser.load(user);
    },
    async lastSeenOfUser(user: InProject) {
      readable();
      const [row] = await lastSeenOfUser.load(user);
      return row?.seenAt ?? null;
    },
    async accessOfUser(user: InProject) {
      readable();
      const [environments, rows] = await Promise.all([environmentsOfUser.load(user), accessOfUser.load(user)]);
      const byEnvironment = new Map(rows.map((row) => [row.environmentId, row]));
      return environments.flatMap((environment) => {
        const row = byEnvironment.get(environment.id);
        return row ? { environment, ...row } : [];
      });
    },
    async userCount(environment: InProject) {
      const [row] = await userCounts.load(environment);
      return Number(row?.count ?? 0);
    },
    usersOfProject: (projectId: string, request: UsersRequest) => readUsers({ db, shortReads }, projectId, request),
    accessRequestsOfProject: (projectId: string, request: AccessRequestsRequest) =>
      readAccessRequests(db, projectId, request),
    /** The feed of an environment; null when the actor may not ask there. */
    async approvals(environmentId: string, request: PageRequest) {
      const scope = requireRight(actor, 'checkAccess');
      const environment = mayAskIn(actor, environmentId)
        ? await findEnvironment(shortReads, scope, environmentId)
        : undefined;
      return environment ? readApprovals(shortReads, environment, request) : null;
    },
    async environmentOfRequest({ projectId, environmentId }: AccessRequestRow) {
      const environments = await environmentsOfProject.load(projectId);
      const found = environments.find(({ id }) => id === environmentId);
      if (!found) throw new LostRaceError();
      return found;
    },
    candidates(request: AccessRequestRow) {
      readable();
      return candidates.load(request);
    },
    async pendingRequestCount(environment: InProject) {
      const [row] = await pendingCounts.load(environment);
      return Number(row?.count ?? 0);
    },
    blockedSendersOfProject: (projectId: string, request: PageRequest & { search?: Maybe<string> }) =>
      readBlockedSenders(db, projectId, request),
    async userOfBlock(block: InProject) {
      readable();
      const [row] = await usersOfBlocks.load(block);
      return row ? users.load({ projectId: block.projectId, id: row.userId }) : null;
    },
    async isBlocked(user: InProject) {
      readable();
      return (await blocksOfUser.load(user)).length > 0;
    },
    auditEventsOfProject: (projectId: string, request: AuditEventsRequest) =>
      readAuditEvents(projectId, request, (selection, page) => listAuditEvents(shortReads, selection, page)),
    auditEventsOfUser(user: InProject, { first, after }: PageRequest) {
      readable();
      const request = { first, after, userId: user.id };
      return readAuditEvents(user.projectId, request, (_, page) => eventsOfUser.load({ user, page }));
    },
  };
}
