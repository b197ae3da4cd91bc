import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from './connection.ts';
import type { Scope } from './projects.ts';
import type { Channel, ChannelIdentityRow, CreationSource, NewUser, UserChanges, UserRow } from './tables.ts';

const COLUMNS = [
  'projectId',
  'id',
  'phoneNumber',
  'phoneKey',
  'email',
  'emailKey',
  'firstName',
  'middleName',
  'lastName',
  'searchText',
  'nameKey',
  'creationSource',
  'createdAt',
  'updatedAt',
  'version',
] as const;

/** Some users of the scope, in no order; those that are not there are left out. */
export function listUsersByIds(db: Db, scope: Scope, ids: readonly string[]): Promise<UserRow[]> {
  return db
    .selectFrom('users')
    .select(COLUMNS)
    .where('projectId', 'in', (eb) =>
      scope === null ? eb.selectFrom('projects').select('projects.id') : sql`(${scope})`,
    )
    .where('id', 'in', ids)
    .execute();
}

/** For update: nobody else changes the user or its environments before the transaction ends. */
export function lockUser(db: Tx, scope: Scope, id: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('users')
    .select(COLUMNS)
    .where('projectId', 'in', (eb) =>
      scope === null ? eb.selectFrom('projects').select('projects.id') : sql`(${scope})`,
    )
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function findUserByPhone(db: Db, projectId: string, phoneKey: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('users')
    .select(COLUMNS)
    .where('projectId', '=', projectId)
    .where('phoneKey', '=', phoneKey)
    .executeTakeFirst();
}

export function findUserByEmail(db: Db, projectId: string, emailKey: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('users')
    .select(COLUMNS)
    .where('projectId', '=', projectId)
    .where('emailKey', '=', emailKey)
    .executeTakeFirst();
}

export function insertUser(db: Tx, user: NewUser): Promise<UserRow> {
  return db.insertInto('users').values(user).returning(COLUMNS).executeTakeFirstOrThrow();
}

export function updateUserRow(db: Tx, user: UserRow, changes: UserChanges): Promise<UserRow> {
  return db
    .updateTable('users')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1), updatedAt: sql`now()` }))
    .where('projectId', '=', user.projectId)
    .where('id', '=', user.id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

export async function deleteUserRow(db: Tx, user: UserRow): Promise<void> {
  await db.deleteFrom('users').where('projectId', '=', user.projectId).where('id', '=', user.id).execute();
}

export async function listEnvironmentIdsOfUser(db: Db, user: UserRow): Promise<string[]> {
  const rows = await db
    .selectFrom('userEnvironments')
    .select('environmentId')
    .where('projectId', '=', user.projectId)
    .where('userId', '=', user.id)
    .execute();
  return rows.map((row) => row.environmentId);
}

export async function insertMemberships(
  db: Tx,
  { projectId, id }: Pick<UserRow, 'projectId' | 'id'>,
  environmentIds: readonly string[],
): Promise<void> {
  if (environmentIds.length === 0) return;
  await db
    .insertInto('userEnvironments')
    .values(environmentIds.map((environmentId) => ({ projectId, userId: id, environmentId })))
    .execute();
}

export async function deleteMemberships(db: Tx, user: UserRow, environmentIds: readonly string[]): Promise<void> {
  if (environmentIds.length === 0) return;
  await db
    .deleteFrom('userEnvironments')
    .where('projectId', '=', user.projectId)
    .where('userId', '=', user.id)
    .where('environmentId', 'in', environmentIds)
    .execute();
}

/** Those who would be left with no environment if this one went: how many, and the first few. */
export async function findUsersWithOnly(
  db: Tx,
  projectId: string,
  environmentId: string,
  limit: number,
): Promise<{ count: number; users: UserRow[] }> {
  const stranded = db
    .selectFrom('users as u')
    .where('u.projectId', '=', projectId)
    .where(
      sql<boolean>`exists (select from user_environments m
        where m.project_id = u.project_id and m.user_id = u.id and m.environment_id = ${environmentId})`,
    )
    .where(
      sql<boolean>`not exists (select from user_environments m
        where m.project_id = u.project_id and m.user_id = u.id and m.environment_id <> ${environmentId})`,
    );
  const { count } = await stranded.select((eb) => eb.fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
  const users = await stranded
    .select(COLUMNS.map((column) => `u.${column}` as const))
    .orderBy('u.nameKey')
    .orderBy('u.id')
    .limit(limit)
    .execute();
  return { count: Number(count), users };
}

export function listIdentitiesByUsers(
  db: Db,
  projectIds: readonly string[],
  userIds: readonly string[],
): Promise<ChannelIdentityRow[]> {
  return db
    .selectFrom('channelIdentities')
    .selectAll()
    .where('projectId', 'in', projectIds)
    .where('userId', 'in', userIds)
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

export type UserSelection = {
  projectId: string;
  /** Every part must be found: its text anywhere, or its digits in the phone number. */
  search: readonly { text: string; digits: string | undefined }[];
  environmentIds: readonly string[] | null;
  creationSource: CreationSource | null;
  hasPhoneNumber: boolean | null;
  hasEmail: boolean | null;
};

export type UserPosition = { key: string; id: string };
export type UserPage = {
  orderBy: { field: 'CREATED_AT' | 'FULL_NAME'; direction: 'ASC' | 'DESC' };
  after: UserPosition | null;
  before: UserPosition | null;
  limit: number;
};

/** A page in the given order, from its start, by keyset: a deep page costs what the first one does. */
export function listUsers(db: Db, selection: UserSelection, page: UserPage): Promise<UserRow[]> {
  const { field, direction } = page.orderBy;
  const column = field === 'CREATED_AT' ? sql`created_at` : sql`name_key`;
  const type = field === 'CREATED_AT' ? sql`::timestamptz` : sql``;
  const [behind, ahead] = direction === 'ASC' ? [sql`>`, sql`<`] : [sql`<`, sql`>`];
  const compare = (operator: RawBuilder<unknown>, { key, id }: UserPosition) =>
    sql<boolean>`(${column}, id) ${operator} (${key}${type}, ${id}::uuid)`;
  const order = direction === 'ASC' ? 'asc' : 'desc';
  let query = selectUsers(db, selection).select(COLUMNS);
  if (page.after) query = query.where(compare(behind, page.after));
  if (page.before) query = query.where(compare(ahead, page.before));
  return query
    .orderBy(field === 'CREATED_AT' ? 'createdAt' : 'nameKey', order)
    .orderBy('id', order)
    .limit(page.limit)
    .execute();
}

/** Exact, or counted no further than `upTo`. */
export async function countUsers(db: Db, selection: UserSelection, upTo: number | null): Promise<number> {
  const found = selectUsers(db, selection)
    .select('id')
    .$if(upTo !== null, (query) => query.limit(upTo ?? 0));
  const row = await db
    .selectFrom(found.as('found'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function selectUsers(db: Db, selection: UserSelection) {
  const { projectId, search, environmentIds, creationSource, hasPhoneNumber, hasEmail } = selection;
  let query = db.selectFrom('users').where('projectId', '=', projectId);
  for (const { text, digits } of search) {
    query = query.where((eb) =>
      eb.or([
        eb('searchText', 'like', infix(text)),
        ...(digits === undefined ? [] : [eb(sql<string>`phone_number`, 'like', infix(digits))]),
      ]),
    );
  }
  if (environmentIds) {
    query = query.where(
      sql<boolean>`exists (select from user_environments m where m.project_id = users.project_id
        and m.user_id = users.id and m.environment_id = any(${environmentIds}::uuid[]))`,
    );
  }
  if (creationSource) query = query.where('creationSource', '=', creationSource);
  if (hasPhoneNumber !== null) query = query.where('phoneNumber', hasPhoneNumber ? 'is not' : 'is', null);
  if (hasEmail !== null) query = query.where('email', hasEmail ? 'is not' : 'is', null);
  return query;
}

function infix(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
