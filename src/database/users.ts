import { sql } from 'kysely';
import { isInScope, isOneOf, type Scope } from './conditions.ts';
import type { Reader, Tx } from './engine/connection.ts';
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

/** The users of the scope with these ids, in no order. Ids without a user are left out. */
export function listUsersByIds(db: Reader, scope: Scope, ids: readonly string[]): Promise<UserRow[]> {
  return db
    .selectFrom('users')
    .select(USER_COLUMNS)
    .where(isInScope('projectId', scope))
    .where(isOneOf('id', ids))
    .execute();
}

/** Locks the user: nobody else changes it or its environments before the transaction ends. */
export function lockUser(db: Tx, scope: Scope, id: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('users')
    .select(USER_COLUMNS)
    .where(isInScope('projectId', scope))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Locks several users, always in the order of their ids, so that two transactions with the same users cannot deadlock. */
export function lockUsers(db: Tx, scope: Scope, ids: readonly string[]): Promise<UserRow[]> {
  return db
    .selectFrom('users')
    .select(USER_COLUMNS)
    .where(isInScope('projectId', scope))
    .where(isOneOf('id', ids))
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Writes the changes and raises the version by one. */
export function updateUserRow(db: Tx, user: UserRow, changes: UserChanges): Promise<UserRow> {
  return db
    .updateTable('users')
    .set((eb) => ({ ...changes, ...keysOf(user, changes), version: eb('version', '+', 1), updatedAt: sql`now()` }))
    .where('projectId', '=', user.projectId)
    .where('id', '=', user.id)
    .returning(USER_COLUMNS)
    .executeTakeFirstOrThrow();
}

/** The keys that `changes` bring. Of a number or address that stays, the stored key stays too while today's is another user's. */
function keysOf(user: UserRow, { phoneNumber, phoneKey, email, emailKey }: UserChanges) {
  return {
    ...(phoneKey !== undefined &&
      phoneNumber === user.phoneNumber && { phoneKey: keyUnlessTaken('phoneKey', phoneKey) }),
    ...(emailKey !== undefined && email === user.email && { emailKey: keyUnlessTaken('emailKey', emailKey) }),
  };
}

// Two users of before may have one key today, and only one can have it (`user-rewrites.ts`). The other can be saved all the same.
function keyUnlessTaken(column: 'phoneKey' | 'emailKey', key: string | null) {
  const [stored, others] = [sql.ref(`users.${column}`), sql.ref(`other.${column}`)];
  return sql<string | null>`case when exists (
    select from users as other where other.project_id = users.project_id and ${others} = ${key} and other.id <> users.id
  ) then ${stored} else ${key} end`;
}

export async function deleteUserRow(db: Tx, user: UserRow): Promise<void> {
  await db.deleteFrom('users').where('projectId', '=', user.projectId).where('id', '=', user.id).execute();
}
