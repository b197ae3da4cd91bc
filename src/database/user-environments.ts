import { sql } from 'kysely';
import { isOneOf } from './conditions.ts';
import type { Reader, Tx } from './engine/connection.ts';
import { inSteps } from './engine/steps.ts';
import type { UserRow } from './tables.ts';

export type Membership = { userId: string; environmentId: string };

/** Until when a user may talk in an environment; null: for ever. */
export type Expiry = { environmentId: string; expiresAt: Date | null };

export async function listEnvironmentIdsOfUser(db: Reader, { projectId, id }: UserRow): Promise<string[]> {
  const memberships = await listMemberships(db, projectId, [id]);
  return memberships.map(({ environmentId }) => environmentId);
}

/** Those of users of one project, in no order. */
export function listMemberships(
  db: Reader,
  projectId: string,
  userIds: readonly string[],
): Promise<(Membership & Expiry)[]> {
  return db
    .selectFrom('userEnvironments as m')
    .innerJoin('environments as e', (join) =>
      join.onRef('e.projectId', '=', 'm.projectId').onRef('e.id', '=', 'm.environmentId'),
    )
    .select(['m.userId', 'm.environmentId', 'm.expiresAt'])
    .where('m.projectId', '=', projectId)
    .where(isOneOf('m.userId', userIds))
    .where('e.removedAt', 'is', null)
    .execute();
}

export function membershipsOf({ id }: Pick<UserRow, 'id'>, environmentIds: readonly string[]): Membership[] {
  return environmentIds.map((environmentId) => ({ userId: id, environmentId }));
}

/** Gives environments to users of one project. */
export async function insertMemberships(db: Tx, projectId: string, memberships: readonly Membership[]): Promise<void> {
  if (memberships.length === 0) return;
  await sql`insert into user_environments (project_id, user_id, environment_id)
    select ${projectId}::uuid, * from ${rowsOf(memberships)} as m (user_id, environment_id)`.execute(db);
}

export async function deleteMemberships(db: Tx, projectId: string, memberships: readonly Membership[]): Promise<void> {
  await inSteps(memberships, async (step) => {
    await sql`delete from user_environments m using ${rowsOf(step)} as gone (user_id, environment_id)
      where m.project_id = ${projectId} and m.user_id = gone.user_id and m.environment_id = gone.environment_id`.execute(
      db,
    );
    // The check of a thousand users would make COMMIT longer than a statement may take. What users gain is there by now.
    if (step.length < memberships.length) {
      await sql`set constraints user_environments__at_least_one immediate`.execute(db);
      await sql`set constraints user_environments__at_least_one deferred`.execute(db);
    }
    return [];
  });
}

function rowsOf(memberships: readonly Membership[]) {
  const userIds = memberships.map(({ userId }) => userId);
  const environmentIds = memberships.map(({ environmentId }) => environmentId);
  return sql`unnest(${userIds}::uuid[], ${environmentIds}::uuid[])`;
}

/** Writes the ends of memberships of one project. */
export async function saveExpiries(
  db: Tx,
  projectId: string,
  memberships: readonly (Membership & Expiry)[],
): Promise<void> {
  if (memberships.length === 0) return;
  const column = <Name extends keyof (Membership & Expiry)>(name: Name) => memberships.map((each) => each[name]);
  await sql`
    update user_environments m set expires_at = given.expires_at
    from unnest(
      ${column('userId')}::uuid[], ${column('environmentId')}::uuid[], ${column('expiresAt')}::timestamptz[]
    ) as given (user_id, environment_id, expires_at)
    where m.project_id = ${projectId} and m.user_id = given.user_id and m.environment_id = given.environment_id`.execute(
    db,
  );
}

/** Lets a user talk in these of their environments for ever. Returns whether there was an end to it in any. */
export async function clearExpiries(db: Tx, user: UserRow, environmentIds: readonly string[]): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('userEnvironments')
    .set({ expiresAt: null })
    .where('projectId', '=', user.projectId)
    .where('userId', '=', user.id)
    .where(isOneOf('environmentId', environmentIds))
    .where('expiresAt', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

/** Gives a user the other's environments. Of one that both have, the longer time counts. */
export async function uniteMemberships(db: Tx, from: UserRow, to: UserRow): Promise<void> {
  await sql`
    insert into user_environments as m (project_id, environment_id, user_id, expires_at)
    select ${to.projectId}::uuid, f.environment_id, ${to.id}::uuid, f.expires_at
    from user_environments f join environments e on e.project_id = f.project_id and e.id = f.environment_id
    where f.project_id = ${from.projectId} and f.user_id = ${from.id} and e.removed_at is null
    on conflict (project_id, environment_id, user_id) do update
      set expires_at = case when excluded.expires_at is null then null else greatest(m.expires_at, excluded.expires_at) end
      where m.expires_at is not null and (excluded.expires_at is null or excluded.expires_at > m.expires_at)`.execute(
    db,
  );
}
