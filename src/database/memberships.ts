import { sql } from 'kysely';
import { compileOnce } from './compile-once.ts';
import { isOneOf } from './conditions.ts';
import type { Db, Tx } from './connection.ts';
import type { EnvironmentRow, UserRow } from './tables.ts';
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
  await insertRows(db, { projectId, userId: id, environmentIds });
}

type NewMemberships = { projectId: string; userId: string; environmentIds: readonly string[] };

const insertRows = compileOnce<NewMemberships, never>((db, parameter) =>
  sql<never>`insert into user_environments (project_id, user_id, environment_id)
    select ${parameter('projectId')}, ${parameter('userId')}, unnest(${parameter('environmentIds')}::uuid[])`.compile(
    db,
  ),
);

export async function deleteMemberships(db: Tx, user: UserRow, environmentIds: readonly string[]): Promise<void> {
  if (environmentIds.length === 0) return;
  await db
    .deleteFrom('userEnvironments')
    .where('projectId', '=', user.projectId)
    .where('userId', '=', user.id)
    .where(isOneOf('environmentId', environmentIds))
    .execute();
}

/** How many would be left with no environment if this one went. */
export async function countUsersWithOnly(db: Tx, environment: EnvironmentRow): Promise<number> {
  const { count } = await selectUsersWithOnly(db, environment)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The first of them by name. */
export function listUsersWithOnly(db: Tx, environment: EnvironmentRow, limit: number): Promise<UserRow[]> {
  return selectUsersWithOnly(db, environment)
    .select(USER_COLUMNS.map((column) => `u.${column}` as const))
    .orderBy('u.nameKey')
    .orderBy('u.id')
    .limit(limit)
    .execute();
}

function selectUsersWithOnly(db: Tx, { projectId, id }: EnvironmentRow) {
  return db
    .selectFrom('users as u')
    .where('u.projectId', '=', projectId)
    .where(
      sql<boolean>`exists (select from user_environments m
        where m.project_id = u.project_id and m.user_id = u.id and m.environment_id = ${id})`,
    )
    .where(
      sql<boolean>`not exists (select from user_environments m
        where m.project_id = u.project_id and m.user_id = u.id and m.environment_id <> ${id})`,
    );
}

export async function raiseVersionsOfUsersIn(db: Tx, { projectId, id }: EnvironmentRow): Promise<void> {
  await db
    .updateTable('users')
    .set((eb) => ({ version: eb('version', '+', 1), updatedAt: sql`now()` }))
    .where('projectId', '=', projectId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('userEnvironments')
        .select('userId')
        .where('projectId', '=', projectId)
        .where('environmentId', '=', id),
    )
    .execute();
}
