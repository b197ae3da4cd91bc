import { type RawBuilder, sql } from 'kysely';
import { isOfProject, isOneOf } from './conditions.ts';
import { countRows } from './count-rows.ts';
import type { Reader, Tx } from './engine/connection.ts';
import { inOrder, isBetween, type KeysetPage } from './keyset.ts';
import { isFound, type SearchCondition } from './search-conditions.ts';
import type { BlockedSenderRow, Channel, NewBlockedSender } from './tables.ts';

export const BLOCKED_SENDER_COLUMNS = [
  'projectId',
  'id',
  'phoneNumber',
  'channel',
  'externalId',
  'note',
  'blockedBy',
  'createdAt',
] as const;

/** A phone number by its match key, or an id on a channel. */
export type IdentifierKey = { phoneKey: string } | { channel: Channel; externalId: string };

/** The blocks of these identifiers, newest first. */
export function listBlocks(db: Reader, projectId: string, keys: readonly IdentifierKey[]): Promise<BlockedSenderRow[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('blockedSenders')
    .select(BLOCKED_SENDER_COLUMNS)
    .where('projectId', '=', projectId)
    .where(isOneOfIdentifiers(keys))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** True for rows with one of these identifiers; the table has columns phone_key, channel and external_id. */
export function isOneOfIdentifiers(keys: readonly IdentifierKey[]): RawBuilder<boolean> {
  const phoneKeys = keys.flatMap((key) => ('phoneKey' in key ? key.phoneKey : []));
  const identities = keys.flatMap((key) => ('phoneKey' in key ? [] : key));
  const channels = identities.map(({ channel }) => channel);
  const externalIds = identities.map(({ externalId }) => externalId);
  return sql`(phone_key = any(${phoneKeys}::text[])
    or (channel, external_id) in (select * from unnest(${channels}::channel[], ${externalIds}::text[])))`;
}

/** Those of these users of a project who have a blocked phone number or id. */
export async function listBlockedUserIds(db: Reader, projectId: string, userIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('users as u')
    .select('u.id')
    .where('u.projectId', '=', projectId)
    .where(isOneOf('u.id', userIds))
    .where(isBlockedUser(projectId, sql`u.id`))
    .execute();
  return rows.map(({ id }) => id);
}

/** True for users of the project who have a blocked phone number or id. */
export function isBlockedUser(projectId: string, userId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(
    exists (
      select from users p join blocked_senders b on b.project_id = p.project_id and b.phone_key = p.phone_key
      where p.project_id = ${projectId} and p.id = ${userId}
    ) or exists (
      select from channel_identities c
      join blocked_senders b on b.project_id = c.project_id and b.channel = c.channel and b.external_id = c.external_id
      where c.project_id = ${projectId} and c.user_id = ${userId}
    ))`;
}

/** A query for the ids of all users of the project who have a blocked phone number or id. */
export function blockedUserIds(projectId: string): RawBuilder<unknown> {
  return sql`
    select u.id from blocked_senders b join users u on u.project_id = b.project_id and u.phone_key = b.phone_key
    where b.project_id = ${projectId}
    union
    select c.user_id from blocked_senders b
    join channel_identities c on c.project_id = b.project_id and c.channel = b.channel and c.external_id = b.external_id
    where b.project_id = ${projectId}`;
}

/** The users who have these blocked identifiers, by the id of the block. */
export async function listUserIdsOfBlocks(
  db: Reader,
  projectId: string,
  ids: readonly string[],
): Promise<{ blockId: string; userId: string }[]> {
  const { rows } = await sql<{ blockId: string; userId: string }>`
    select b.id as block_id, coalesce(u.id, c.user_id) as user_id from blocked_senders b
    left join users u on u.project_id = b.project_id and u.phone_key = b.phone_key
    left join channel_identities c
      on c.project_id = b.project_id and c.channel = b.channel and c.external_id = b.external_id
    where b.project_id = ${projectId} and b.id = any(${ids}::uuid[])
      and coalesce(u.id, c.user_id) is not null`.execute(db);
  return rows;
}

/** Inserts the blocks, except of identifiers that are blocked already. Returns the new ones. */
export function insertBlocks(db: Tx, blocks: readonly NewBlockedSender[]): Promise<BlockedSenderRow[]> {
  if (blocks.length === 0) return Promise.resolve([]);
  return db
    .insertInto('blockedSenders')
    .values(blocks)
    .onConflict((conflict) => conflict.doNothing())
    .returning(BLOCKED_SENDER_COLUMNS)
    .execute();
}

export async function countBlocks(db: Tx, projectId: string): Promise<number> {
  const { count } = await db
    .selectFrom('blockedSenders')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('projectId', '=', projectId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function deleteBlock(db: Tx, projectId: string, id: string): Promise<BlockedSenderRow | undefined> {
  return db
    .deleteFrom('blockedSenders')
    .where(isOfProject(projectId))
    .where('id', '=', id)
    .returning(BLOCKED_SENDER_COLUMNS)
    .executeTakeFirst();
}

export type BlockSelection = { projectId: string; search: readonly SearchCondition[] };

/** A page, newest first. */
export function listBlockedSenders(
  db: Reader,
  selection: BlockSelection,
  { isBackward, limit, ...bounds }: KeysetPage,
): Promise<BlockedSenderRow[]> {
  const keyset = { column: 'created_at', type: 'timestamptz', isAscending: isBackward, ...bounds } as const;
  return db
    .selectFrom('blockedSenders as b')
    .select(BLOCKED_SENDER_COLUMNS)
    .where(isSelectedBlock(selection))
    .where(isBetween('b', keyset))
    .orderBy(inOrder('b', keyset))
    .limit(limit)
    .execute();
}

/** Counts no further than `upTo` if it is given. */
export function countBlockedSenders(db: Reader, selection: BlockSelection, upTo: number | null): Promise<number> {
  return countRows(db, sql`select from blocked_senders b where ${isSelectedBlock(selection)}`, upTo);
}

/** True for all blocks of a project, or those that the search finds, also by the user who has the identifier. */
function isSelectedBlock({ projectId, search }: BlockSelection): RawBuilder<boolean> {
  const isInProject = sql<boolean>`b.project_id = ${projectId}`;
  if (search.length === 0) return isInProject;
  const block = {
    searchText: sql<string>`b.search_text`,
    phoneNumber: sql<string>`b.phone_number`,
    hasPhoneKey: (key: string) => sql<boolean>`b.phone_key = ${key}`,
  };
  const user = {
    searchText: sql<string>`u.search_text`,
    phoneNumber: sql<string>`u.phone_number`,
    hasPhoneKey: (key: string) => sql<boolean>`u.phone_key = ${key}`,
  };
  return sql`${isInProject} and (${isFound(block, search)} or exists (
    select from users u where u.project_id = ${projectId} and ${isFound(user, search)} and u.id in (
      select p.id from users p where p.project_id = ${projectId} and p.phone_key = b.phone_key
      union all
      select c.user_id from channel_identities c
      where c.project_id = ${projectId} and c.channel = b.channel and c.external_id = b.external_id
    )
  ))`;
}
