import { sql } from 'kysely';
import { compileOnce } from './compile-once.ts';
import { isInScope, isOneOf, type Scope } from './conditions.ts';
import type { Db, Tx } from './connection.ts';
import type { UserChanges, UserRow } from './tables.ts';

export const USER_COLUMNS = [
  'projectId',
  'id',
  'phoneNumber',
  'email',
  'firstName',
  'middleName',
  'lastName',
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

export async function findUserByPhone(db: Db, projectId: string, phoneKey: string): Promise<UserRow | undefined> {
  const [user] = await selectUserByPhone(db, { projectId, phoneKey });
  return user;
}

const selectUserByPhone = compileOnce<{ projectId: string; phoneKey: string }, UserRow>((db, parameter) =>
  db
    .selectFrom('users')
    .select(USER_COLUMNS)
    .where('projectId', '=', parameter('projectId'))
    .where('phoneKey', '=', parameter('phoneKey'))
    .compile(),
);

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
