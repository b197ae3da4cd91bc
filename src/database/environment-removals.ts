import { sql } from 'kysely';
import type { Db, Reader, Tx } from './engine/connection.ts';
import { violatedConstraint } from './engine/errors.ts';
import { PLANNED_ANEW } from './engine/prepared.ts';
import type { EnvironmentRow, UserRow } from './tables.ts';
import { USER_COLUMNS } from './users.ts';

type Identity = Pick<EnvironmentRow, 'projectId' | 'id'>;

/** The users of an environment whose ids are greater than `after` and at most `upTo`. */
export type UserRange = { after: string; upTo: string };

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Yields ranges of `size` users each, which together cover all ids. */
export async function* listUserRanges(db: Reader, environment: Identity, size: number): AsyncGenerator<UserRange> {
  let after = FIRST_ID;
  while (after !== LAST_ID) {
    const upTo = await findUserId(db, environment, after, size);
    yield { after, upTo };
    after = upTo;
  }
}

/** The id of the `count`-th user after `after`; LAST_ID when there are fewer. */
async function findUserId(db: Reader, { projectId, id }: Identity, after: string, count: number): Promise<string> {
  const row = await db
    .selectFrom('userEnvironments')
    .select('userId')
    .where('projectId', '=', projectId)
    .where('environmentId', '=', id)
    .where('userId', '>', after)
    .orderBy('userId')
    .offset(count - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.userId ?? LAST_ID;
}

/** How many users of the range would be left without an environment if this one were removed. */
export async function countUsersWithOnly(db: Reader, environment: Identity, range: UserRange): Promise<number> {
  const { rows } = await sql<{ count: number }>`${PLANNED_ANEW}
    select count(*)::int as count from (${withNoOther(environment, range)}) as alone`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The first `limit` of those users, by name. */
export async function listUsersWithOnly(
  db: Reader,
  environment: Identity,
  range: UserRange,
  limit: number,
): Promise<UserRow[]> {
  const columns = sql.join(USER_COLUMNS.map((column) => sql.ref(column)));
  const { rows } = await sql<UserRow>`${PLANNED_ANEW}
    with alone as materialized (${withNoOther(environment, range)})
    select u.* from alone cross join lateral (
      select ${columns} from users where project_id = ${environment.projectId} and id = alone.user_id limit 1
    ) as u order by u.name_key, u.id limit ${limit}`.execute(db);
  return rows;
}

// EXCEPT makes two index scans, one for each side, however wrong the planner's estimates are. An environment that is being
// removed counts as removed.
function withNoOther({ projectId, id }: Identity, { after, upTo }: UserRange) {
  return sql`
    select user_id from user_environments
    where project_id = ${projectId} and environment_id = ${id} and user_id > ${after}::uuid and user_id <= ${upTo}::uuid
    except
    select user_id from user_environments
    where project_id = ${projectId} and user_id > ${after}::uuid and user_id <= ${upTo}::uuid and environment_id = any (array(
      select e.id from environments e where e.project_id = ${projectId} and e.id <> ${id} and e.removal_transaction is null
    ))`;
}

/**
 * Begins a removal: from now on, the environment does not count toward the rule that each user has at least one. Returns false
 * when it is removed already, or while another environment of the project is being removed.
 */
export async function beginRemoval(db: Db, { projectId, id }: Identity): Promise<boolean> {
  try {
    const { numUpdatedRows } = await db
      .updateTable('environments')
      .set({ removalTransaction: sql`pg_current_xact_id()`, removalAliveAt: sql`now()` })
      .where('projectId', '=', projectId)
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0;
  } catch (error) {
    if (violatedConstraint(error) === 'environments__one_removal') return false;
    throw error;
  }
}

/**
 * Makes the database's trigger check that all users up to `upTo` have another environment. Returns false if some have none, or if
 * the removal was given up or has ended.
 */
export async function checkRemoval(db: Db, { projectId, id }: Identity, { upTo }: UserRange): Promise<boolean> {
  try {
    const { numUpdatedRows } = await db
      .updateTable('environments')
      // Of two who remove it at once, the one behind must not set back the one ahead.
      .set({ removalCheckedTo: sql`greatest(removal_checked_to, ${upTo}::uuid)`, removalAliveAt: sql`now()` })
      .where('projectId', '=', projectId)
      .where('id', '=', id)
      .where('removalTransaction', 'is not', null)
      .where('removedAt', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0;
  } catch (error) {
    if (violatedConstraint(error) === 'users__at_least_one_environment') return false;
    throw error;
  }
}

/**
 * From now on the environment is gone for everybody; the purge deletes its rows. False when the removal was given up or has
 * ended.
 */
export async function markEnvironmentRemoved(db: Tx, { projectId, id }: Identity): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('environments')
    .set({ removedAt: sql`now()` })
    .where('projectId', '=', projectId)
    .where('id', '=', id)
    .where('removalTransaction', 'is not', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

/** Marks all environments of a project that is marked as removed itself. */
export async function markEnvironmentsRemoved(db: Tx, projectId: string): Promise<void> {
  await db
    .updateTable('environments')
    .set({ removedAt: sql`now()` })
    .where('projectId', '=', projectId)
    .where('removedAt', 'is', null)
    .execute();
}

export async function giveUpRemoval(db: Db, { projectId, id }: Identity): Promise<void> {
  await db
    .updateTable('environments')
    .set({ removalTransaction: null })
    .where('projectId', '=', projectId)
    .where('id', '=', id)
    .where('removalTransaction', 'is not', null)
    .where('removedAt', 'is', null)
    .execute();
}

/** Gives up removals without progress for a minute: their process was killed. Returns how many there were. */
export async function giveUpStaleRemovals(db: Db): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('environments')
    .set({ removalTransaction: null })
    .where('removalTransaction', 'is not', null)
    .where('removedAt', 'is', null)
    .where('removalAliveAt', '<', sql<Date>`now() - interval '1 minute'`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
