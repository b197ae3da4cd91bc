import { isOneOf } from './conditions.ts';
import type { Reader, Tx } from './engine/connection.ts';
import type { UserRow } from './tables.ts';

export async function listEnvironmentIdsOfUser(db: Reader, user: UserRow): Promise<string[]> {
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
  const rows = environmentIds.map((environmentId) => ({ projectId, userId: id, environmentId }));
  await db.insertInto('userEnvironments').values(rows).execute();
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
