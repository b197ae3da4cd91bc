import { sql } from 'kysely';
import type { Db, Reader, Tx } from './engine/connection.ts';
import { violatedConstraint } from './engine/errors.ts';
import { PLANNED_ANEW } from './engine/prepared.ts';
import type { EnvironmentRow, UserRow } from './tables.ts';
import { USER_COLUMNS } from './users.ts';

type Identity = Pick<EnvironmentRow, 'projectId' | 'id'>;

/** Users of an environment by their ids: after the one, up to and with the other. */
export type UserRange = { after: string; upTo: string };

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Ranges of so many users each that together hold everybody. */
export async function* listUserRanges(db: Reader, environment: Identity, size: number): AsyncGenerator<UserRange> {
  let after = FIRST_ID;
  while (after !== LAST_ID) {
    const upTo = await findUserId(db, environment, after, size);
    yield { after, upTo };
    after = upTo;
  }
}

/** The id of the so-manyth user after that one; higher than any when there are fewer. */
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

/** How many of them would be left with no environment if this one went. */
export async function countUsersWithOnly(db: Reader, environment: Identity, range: UserRange): Promise<number> {
  const { rows } = await sql<{ count: number }>`${PLANNED_ANEW}
    select count(*)::int as count from (${withNoOther(environment, range)}) as alone`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The first of them by name. */
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

// Two walks along an index, one for each side, however wrong the planner is about how many there are. An environment that is being
// removed is as good as gone.
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

/** From then on it counts as nobody's environment. False when it is gone, or while another one of the project is being removed. */
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

/** Has the database see that these have another environment. False when some have not, or the removal was given up or is over. */
export async function checkRemoval(db: Db, { projectId, id }: Identity, { upTo }: UserRange): Promise<boolean> {
  try {
    const { numUpdatedRows } = await db
      .updateTable('environments')
      .set({ removalCheckedTo: upTo, removalAliveAt: sql`now()` })
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

/** Gone for everybody; the purge deletes the rows. False when the removal was given up or is over. */
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

/** With a project that is marked itself. */
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

/** Those that nobody goes on with, their process having been killed; how many there were. */
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
