import { sql } from 'kysely';
import { isInScope, isOneOf, type Scope } from './conditions.ts';
import type { Db, Tx } from './connection.ts';
import type { NewUser, UserChanges, UserRow } from './tables.ts';

export const USER_COLUMNS = [
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
    .select(USER_COLUMNS)
    .where(isInScope('projectId', scope))
    .where(isOneOf('id', ids))
    .execute();
}

/** For update: nobody else changes the user or its environments before the transaction ends. */
export function lockUser(db: Tx, scope: Scope, id: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('users')
    .select(USER_COLUMNS)
    .where(isInScope('projectId', scope))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function findUserByPhone(db: Db, projectId: string, phoneKey: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('users')
    .select(USER_COLUMNS)
    .where('projectId', '=', projectId)
    .where('phoneKey', '=', phoneKey)
    .executeTakeFirst();
}

export function findUserByEmail(db: Db, projectId: string, emailKey: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('users')
    .select(USER_COLUMNS)
    .where('projectId', '=', projectId)
    .where('emailKey', '=', emailKey)
    .executeTakeFirst();
}

export function insertUser(db: Tx, user: NewUser): Promise<UserRow> {
  return db.insertInto('users').values(user).returning(USER_COLUMNS).executeTakeFirstOrThrow();
}

export function updateUserRow(db: Tx, user: UserRow, changes: UserChanges): Promise<UserRow> {
  return db
    .updateTable('users')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1), updatedAt: sql`now()` }))
    .where('projectId', '=', user.projectId)
    .where('id', '=', user.id)
    .returning(USER_COLUMNS)
    .executeTakeFirstOrThrow();
}

export async function deleteUserRow(db: Tx, user: UserRow): Promise<void> {
  await db.deleteFrom('users').where('projectId', '=', user.projectId).where('id', '=', user.id).execute();
}
