import { sql } from 'kysely';
import { isOneOf } from './conditions.ts';
import { compileOnce } from './engine/compile-once.ts';
import type { Db, Tx } from './engine/connection.ts';
import type { UserRow } from './tables.ts';

export async function listEnvironmentIdsOfUser(db: Db, user: UserRow): Promise<string[]> {
  const rows = await db
    .selectFrom('userEnvironments as m')
    .innerJoin('environments as e', (join) =>
      join.onRef('e.projectId', '=', 'm.projectId').onRef('e.id', '=', 'm.environmentId'),
    )
    .select('m.environmentId')
    .where('m.projectId', '=', user.projectId)
    .where('m.userId', '=', user.id)
    .where('e.removedAt', 'is', null)
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
