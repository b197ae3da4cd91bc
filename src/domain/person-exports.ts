import { listBlocks } from '../database/blocked-senders.ts';
import { listIdentitiesByUsers } from '../database/channel-identities.ts';
import { type Tx, transact } from '../database/engine/connection.ts';
import { listEnvironmentsByProjects } from '../database/environments.ts';
import { listInvitationsByUsers } from '../database/invitations.ts';
import { listRequestsByKeys } from '../database/open-requests.ts';
import { listRequestsApprovedAs, listWholeTrail } from '../database/person-exports.ts';
import { findProjectOf } from '../database/project-of.ts';
import { listAccessByUsers, listLastSeenByUsers } from '../database/sightings.ts';
import type { AccessRequestRow, ChannelIdentityRow, UserRow } from '../database/tables.ts';
import { listUsersByIds } from '../database/users.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit-events.ts';
import { identifierKey, identifiersOf } from './identifiers.ts';
import { emailKey } from './values/email-address.ts';

const MOST_INVITATIONS = 10_000;

/** All that is kept of one person, in plain values. */
export type ExportedPerson = Awaited<ReturnType<typeof readPerson>>;

/** Exports one user's data whole, this export's own audit event among it. Undefined where there is no such user for the actor. */
export function exportPerson({ actor, db }: DomainContext, id: string): Promise<ExportedPerson | undefined> {
  const scope = requireRight(actor, 'read');
  return transact(db, async (tx) => {
    const projectId = await findProjectOf(tx, 'users', scope, id);
    const [user] = projectId === undefined ? [] : await listUsersByIds(tx, projectId, [id]);
    if (!user) return undefined;
    await audit(tx, actor, 'USER_EXPORTED', user);
    return readPerson(tx, user);
  });
}

async function readPerson(tx: Tx, user: UserRow) {
  const { projectId, id, nameKey, ...profile } = user;
  const of = [projectId, [id]] as const;
  const identities = await listIdentitiesByUsers(tx, ...of);
  const keys = identifiersOf(user, identities).map(identifierKey);
  const [seen] = await listLastSeenByUsers(tx, ...of);
  const invitations = await listInvitationsByUsers(tx, ...of, MOST_INVITATIONS);
  return {
    id,
    projectId,
    ...profile,
    lastSeenAt: seen?.seenAt ?? null,
    channelIdentities: identities.map(plainIdentity),
    access: await readAccess(tx, user),
    accessRequests: [
      ...(await listRequestsByKeys(tx, projectId, keys, user.email === null ? [] : [emailKey(user.email)])),
      ...(await listRequestsApprovedAs(tx, user)),
    ].map(plainRequest),
    invitations: invitations.map(({ projectId, userId, ...invitation }) => invitation),
    blocks: (await listBlocks(tx, projectId, keys)).map(({ projectId, ...block }) => block),
    auditEvents: (await listWholeTrail(tx, user)).map(({ projectId, subjectId, ...event }) => event),
  };
}

async function readAccess(tx: Tx, { projectId, id }: UserRow) {
  const environments = await listEnvironmentsByProjects(tx, [projectId]);
  const access = await listAccessByUsers(tx, projectId, [id]);
  return environments.flatMap((environment) => {
    const { name, type } = environment;
    const found = access.find(({ environmentId }) => environmentId === environment.id);
    if (!found) return [];
    const { expiresAt, lastSeenAt, lastChannel } = found;
    return [{ environment: { id: environment.id, name, type }, lastSeenAt, lastChannel, expiresAt }];
  });
}

function plainIdentity({ id, channel, externalId, createdAt, linkedBy }: ChannelIdentityRow) {
  return { id, channel, externalId, linkedAt: createdAt, linkedBy };
}

function plainRequest({ projectId, emailKey, feedPosition, userId, ...request }: AccessRequestRow) {
  return request;
}
