import { sql } from 'kysely';
import { compileOnce } from './compile-once.ts';
import { isInScope, isOneOf, type Scope } from './conditions.ts';
import type { Db, Tx } from './connection.ts';
import type { NewUser, UserChanges, UserRow } from './tables.ts';

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

export async function findUserByEmail(db: Db, projectId: string, emailKey: string): Promise<UserRow | undefined> {
  const [user] = await selectUserByEmail(db, { projectId, emailKey });
  return user;
}

const selectUserByEmail = compileOnce<{ projectId: string; emailKey: string }, UserRow>((db, parameter) =>
  db
    .selectFrom('users')
    .select(USER_COLUMNS)
    .where('projectId', '=', parameter('projectId'))
    .where('emailKey', '=', parameter('emailKey'))
    .compile(),
);

export async function insertUser(db: Tx, user: NewUser): Promise<UserRow> {
  const [inserted] = await insertUserRow(db, user);
  if (!inserted) throw new Error('The insert returned no user.');
  return inserted;
}

const insertUserRow = compileOnce<NewUser, UserRow>((db, parameter) =>
  db
    .insertInto('users')
    .values({
      projectId: parameter('projectId'),
      id: parameter('id'),
      phoneNumber: parameter('phoneNumber'),
      phoneKey: parameter('phoneKey'),
      email: parameter('email'),
      emailKey: parameter('emailKey'),
      firstName: parameter('firstName'),
      middleName: parameter('middleName'),
      lastName: parameter('lastName'),
      searchText: parameter('searchText'),
      nameKey: parameter('nameKey'),
      creationSource: parameter('creationSource'),
    })
    .returning(USER_COLUMNS)
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
