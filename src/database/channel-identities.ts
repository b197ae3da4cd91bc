import { sql } from 'kysely';
import { isInScope, isOneOf, type Scope } from './conditions.ts';
import type { Reader, Tx } from './engine/connection.ts';
import type { Channel, ChannelIdentityRow, LinkOrigin, UserRow } from './tables.ts';

export type NewIdentity = { channel: Channel; externalId: string; linkedBy: LinkOrigin };

/** The identities of these users, oldest first. */
export function listIdentitiesByUsers(
  db: Reader,
  projectIds: readonly string[],
  userIds: readonly string[],
): Promise<ChannelIdentityRow[]> {
  return db
    .selectFrom('channelIdentities')
    .selectAll()
    .where(isOneOf('projectId', projectIds))
    .where(isOneOf('userId', userIds))
    .orderBy('createdAt')
    .orderBy('channel')
    .orderBy('externalId')
    .execute();
}

export function findIdentity(db: Tx, scope: Scope, id: string): Promise<ChannelIdentityRow | undefined> {
  return db
    .selectFrom('channelIdentities')
    .selectAll()
    .where(isInScope('projectId', scope))
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The identities of the project with these channels and ids. */
export function listIdentitiesByExternalIds(
  db: Reader,
  projectId: string,
  identities: readonly { channel: Channel; externalId: string }[],
): Promise<ChannelIdentityRow[]> {
  if (identities.length === 0) return Promise.resolve([]);
  const channels = identities.map(({ channel }) => channel);
  const externalIds = identities.map(({ externalId }) => externalId);
  return db
    .selectFrom('channelIdentities')
    .selectAll()
    .where('projectId', '=', projectId)
    .where(
      sql<boolean>`(channel, external_id) in (select * from unnest(${channels}::channel[], ${externalIds}::text[]))`,
    )
    .execute();
}

export async function insertIdentities(
  db: Tx,
  { projectId, id: userId }: Pick<UserRow, 'projectId' | 'id'>,
  identities: readonly NewIdentity[],
): Promise<ChannelIdentityRow[]> {
  if (identities.length === 0) return [];
  const rows = identities.map((identity) => ({ projectId, userId, ...identity }));
  return db.insertInto('channelIdentities').values(rows).returningAll().execute();
}

export async function deleteIdentities(db: Tx, projectId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.deleteFrom('channelIdentities').where('projectId', '=', projectId).where(isOneOf('id', ids)).execute();
}

/** For a change of the user's phone number: identities linked until now were linked before the new number. */
export async function markFromBeforePhone(db: Tx, { projectId, id }: UserRow): Promise<void> {
  await db
    .updateTable('channelIdentities')
    .set({ sincePhone: false })
    .where('projectId', '=', projectId)
    .where('userId', '=', id)
    .execute();
}

/** Moves all identities from one user of the project to another. They count as linked to `to` now. */
export async function moveIdentities(db: Tx, from: UserRow, to: UserRow, linkedBy: LinkOrigin): Promise<void> {
  await db
    .updateTable('channelIdentities')
    .set({ userId: to.id, linkedBy, sincePhone: true, createdAt: sql`now()` })
    .where('projectId', '=', from.projectId)
    .where('userId', '=', from.id)
    .execute();
}
