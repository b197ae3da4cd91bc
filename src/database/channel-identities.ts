import { sql } from 'kysely';
import { isOfProject, isOneOf } from './conditions.ts';
import type { Reader, Tx } from './engine/connection.ts';
import type { Channel, ChannelIdentityRow, LinkOrigin, UserRow } from './tables.ts';

export type NewIdentity = { channel: Channel; externalId: string; linkedBy: LinkOrigin };
/** `sincePhone` is true unless given; null for an id whose number has not come yet. */
export type NewIdentityOfUser = NewIdentity & { userId: string; sincePhone?: boolean | null };

/** The identities of these users of a project, oldest first. */
export function listIdentitiesByUsers(
  db: Reader,
  projectId: string,
  userIds: readonly string[],
): Promise<ChannelIdentityRow[]> {
  return db
    .selectFrom('channelIdentities')
    .selectAll()
    .where('projectId', '=', projectId)
    .where(isOneOf('userId', userIds))
    .orderBy('createdAt')
    .orderBy('channel')
    .orderBy('externalId')
    .execute();
}

export function findIdentity(db: Tx, projectId: string, id: string): Promise<ChannelIdentityRow | undefined> {
  return db
    .selectFrom('channelIdentities')
    .selectAll()
    .where(isOfProject(projectId))
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

/** Links identities to users of one project. */
export async function insertIdentities(
  db: Tx,
  projectId: string,
  identities: readonly NewIdentityOfUser[],
): Promise<ChannelIdentityRow[]> {
  if (identities.length === 0) return [];
  const column = <Name extends keyof NewIdentityOfUser>(name: Name) => identities.map((each) => each[name]);
  const sincePhone = identities.map((each) => (each.sincePhone === undefined ? true : each.sincePhone));
  const { rows } = await sql<ChannelIdentityRow>`
    insert into channel_identities (project_id, user_id, channel, external_id, linked_by, since_phone)
    select ${projectId}::uuid, * from unnest(${column('userId')}::uuid[], ${column('channel')}::channel[],
      ${column('externalId')}::text[], ${column('linkedBy')}::link_origin[], ${sincePhone}::boolean[])
    returning *`.execute(db);
  return rows;
}

export async function deleteIdentities(db: Tx, projectId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.deleteFrom('channelIdentities').where('projectId', '=', projectId).where(isOneOf('id', ids)).execute();
}

/** For a change of the users' phone numbers: identities linked until now were linked before the new number. */
export async function markFromBeforePhone(
  db: Tx,
  projectId: string,
  users: readonly Pick<UserRow, 'id'>[],
): Promise<void> {
  if (users.length === 0) return;
  const ids = users.map(({ id }) => id);
  await db
    .updateTable('channelIdentities')
    .set({ sincePhone: false })
    .where('projectId', '=', projectId)
    .where(isOneOf('userId', ids))
    .execute();
}

/**
 * For a new phone number of a user of which the channel told: it is the number of the ids that awaited one and of the id beside which it
 * came. The others were linked before it.
 */
export async function markFromPhone(
  db: Tx,
  { projectId, id }: Pick<UserRow, 'projectId' | 'id'>,
  { channel, externalId }: { channel: Channel; externalId: string | null },
): Promise<void> {
  await db
    .updateTable('channelIdentities')
    .set({
      sincePhone: sql<boolean>`since_phone is null or (channel = ${channel} and external_id is not distinct from ${externalId})`,
    })
    .where('projectId', '=', projectId)
    .where('userId', '=', id)
    .execute();
}

/**
 * Moves all identities from one user of the project to another. They count as linked to `to` now, so since its phone number. If it has none, it
 * can only get the number of `from`, to which they stay what they were.
 */
export async function moveIdentities(db: Tx, from: UserRow, to: UserRow, linkedBy: LinkOrigin): Promise<void> {
  await db
    .updateTable('channelIdentities')
    .set({
      userId: to.id,
      linkedBy,
      // An id whose number has not come yet goes on awaiting it.
      ...(to.phoneNumber !== null && { sincePhone: sql<boolean>`case when since_phone is not null then true end` }),
      createdAt: sql`now()`,
    })
    .where('projectId', '=', from.projectId)
    .where('userId', '=', from.id)
    .execute();
}
