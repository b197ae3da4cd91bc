import { sql } from 'kysely';
import { isOneOf } from './conditions.ts';
import type { Db, Tx } from './connection.ts';
import type { UserRow } from './tables.ts';
import { USER_COLUMNS } from './users.ts';

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
    .where(isOneOf('environmentId', environmentIds))
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
    .select(USER_COLUMNS.map((column) => `u.${column}` as const))
    .orderBy('u.nameKey')
    .orderBy('u.id')
    .limit(limit)
    .execute();
  return { count: Number(count), users };
}
