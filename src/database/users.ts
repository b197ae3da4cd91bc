import { sql } from 'kysely';
import { isOfProject, isOneOf } from './conditions.ts';
import type { Reader, Tx } from './engine/connection.ts';
import { inSteps } from './engine/steps.ts';
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

/** The users of a project with these ids, in no order. Ids without a user are left out. */
export function listUsersByIds(db: Reader, projectId: string, ids: readonly string[]): Promise<UserRow[]> {
  return db.selectFrom('users').select(USER_COLUMNS).where(isOfProject(projectId)).where(isOneOf('id', ids)).execute();
}

/** Locks the user: nobody else changes it or its environments before the transaction ends. */
export function lockUser(db: Tx, projectId: string, id: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('users')
    .select(USER_COLUMNS)
    .where(isOfProject(projectId))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Locks several users of a project, always in the order of their ids, so that two transactions with the same users cannot deadlock. */
export function lockUsers(db: Tx, projectId: string, ids: readonly string[]): Promise<UserRow[]> {
  return db
    .selectFrom('users')
    .select(USER_COLUMNS)
    .where(isOfProject(projectId))
    .where(isOneOf('id', ids))
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The columns of a user that change, all of them. */
export type ChangedUser = Required<UserChanges> & { id: string };

/** Writes the changes to users of one project and raises the version of each by one. Returns the users in no order. */
export function updateUserRows(db: Tx, projectId: string, users: readonly ChangedUser[]): Promise<UserRow[]> {
  return inSteps(users, (step) => updateStep(db, projectId, step));
}

async function updateStep(db: Tx, projectId: string, users: readonly ChangedUser[]): Promise<UserRow[]> {
  const column = <Name extends keyof ChangedUser>(name: Name) => users.map((user) => user[name]);
  const { rows } = await sql<UserRow>`
    update users set phone_number = n.phone_number, phone_key = ${keyUnlessTaken(projectId, 'phone_number', 'phone_key')},
      email = n.email, email_key = ${keyUnlessTaken(projectId, 'email', 'email_key')},
      first_name = n.first_name, middle_name = n.middle_name, last_name = n.last_name,
      search_text = n.search_text, name_key = n.name_key, version = version + 1, updated_at = now()
    from unnest(${column('id')}::uuid[], ${column('phoneNumber')}::text[], ${column('phoneKey')}::text[],
      ${column('email')}::text[], ${column('emailKey')}::text[], ${column('firstName')}::text[],
      ${column('middleName')}::text[], ${column('lastName')}::text[], ${column('searchText')}::text[],
      ${column('nameKey')}::text[])
      as n (id, phone_number, phone_key, email, email_key, first_name, middle_name, last_name, search_text, name_key)
    where users.project_id = ${projectId} and users.id = n.id
    returning ${sql.join(USER_COLUMNS.map((name) => sql.ref(`users.${name}`)))}`.execute(db);
  return rows;
}

// Of a number or address that stays, the stored key stays too while today's is another user's: two users of before may have one key
// today, and only one can have it (`user-rewrites.ts`). The other can be saved all the same.
function keyUnlessTaken(projectId: string, value: 'phone_number' | 'email', key: 'phone_key' | 'email_key') {
  const [stored, wanted, others] = [sql.ref(`users.${key}`), sql.ref(`n.${key}`), sql.ref(`other.${key}`)];
  return sql`case when ${sql.ref(`users.${value}`)} = ${sql.ref(`n.${value}`)} and exists (
    select from users as other where other.project_id = ${projectId} and ${others} = ${wanted} and other.id <> users.id
  ) then ${stored} else ${wanted} end`;
}

export async function deleteUserRows(db: Tx, projectId: string, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('users').where('projectId', '=', projectId).where(isOneOf('id', ids)).execute();
}
