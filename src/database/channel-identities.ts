import { isOneOf } from './conditions.ts';
import type { Db, Tx } from './connection.ts';
import type { Channel, ChannelIdentityRow, UserRow } from './tables.ts';

export function listIdentitiesByUsers(
  db: Db,
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

export async function insertIdentity(
  db: Tx,
  user: Pick<UserRow, 'projectId' | 'id'>,
  identity: { channel: Channel; externalId: string },
): Promise<void> {
  await db
    .insertInto('channelIdentities')
    .values({ projectId: user.projectId, userId: user.id, channel: identity.channel, externalId: identity.externalId })
    .execute();
}

export async function findUserIdByIdentity(
  db: Db,
  projectId: string,
  identity: { channel: Channel; externalId: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('channelIdentities')
    .select('userId')
    .where('projectId', '=', projectId)
    .where('channel', '=', identity.channel)
    .where('externalId', '=', identity.externalId)
    .executeTakeFirst();
  return row?.userId;
}
