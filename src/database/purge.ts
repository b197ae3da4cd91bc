import { type RawBuilder, sql } from 'kysely';
import { isOfProjectInUse } from './conditions.ts';
import type { Db, Tx } from './engine/connection.ts';
import { createSteps, createWalk, type Taken, take, whenAlone } from './engine/steps.ts';
import type { EnvironmentRow } from './tables.ts';

/**
 * Deletes what is marked as removed, one step per call: a project's users and all else of it, an environment's memberships, and
 * at last the project or environment itself. Returns how many rows were deleted; 0 when nothing is left to do, or while another
 * process does it.
 */
export function createPurge(db: Db, most = 2000): () => Promise<number> {
  const walk = createWalk();
  return createSteps(most, (size) =>
    whenAlone(db, 'purge', async (tx) => {
      for (const id of await listRemovedProjects(tx)) {
        const takes = [deleteUsers, deleteIdempotencyKeys, deleteAccessRequests, deleteBlockedSenders].map(
          (take) => (after: string | null) => take(tx, id, after, size),
        );
        const rows = (await walk(id, takes)) || (await deleteProject(tx, id));
        if (rows > 0) return rows;
      }
      for (const environment of await listRemovedEnvironments(tx)) {
        const takes = [
          ...STRIPES.map(
            (stripe) => (after: string | null) => deleteMemberships(tx, environment, { stripe, after, size }),
          ),
          (after: string | null) => deleteAccessRequests(tx, environment.projectId, after, size, environment.id),
        ];
        const rows = (await walk(environment.id, takes)) || (await deleteEnvironment(tx, environment));
        if (rows > 0) return rows;
      }
      return 0;
    }),
  );
}

/** Whether something that is marked as removed is still there, because others held a part of it or purge it themselves. */
export async function isPurgeLeft(db: Db): Promise<boolean> {
  return (await listRemovedProjects(db)).length > 0 || (await listRemovedEnvironments(db)).length > 0;
}

// Users are taken in eight rounds, by the last bits of their ids, which are random. So each round updates only a few rows of a
// page: the new versions fit on the same page and need no new index entries, and the old ones are cleared away before the next
// round. This is twenty times as fast.
const STRIPES = [0, 1, 2, 3, 4, 5, 6, 7];
const SMALL = 50;

/** Deletes the first 50 memberships of a removed environment, and the environment itself if none is left. */
export async function beginPurge(tx: Tx, environment: Pick<EnvironmentRow, 'projectId' | 'id'>): Promise<void> {
  await deleteMemberships(tx, environment, { stripe: null, after: null, size: SMALL });
  await deleteEnvironment(tx, environment);
}

async function listRemovedProjects(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('projects')
    .select('id')
    .where('removedAt', 'is not', null)
    .orderBy('removedAt')
    .execute();
  return rows.map(({ id }) => id);
}

function listRemovedEnvironments(db: Db): Promise<{ projectId: string; id: string }[]> {
  return db
    .selectFrom('environments')
    .select(['projectId', 'id'])
    .where('removedAt', 'is not', null)
    .where(isOfProjectInUse('projectId'))
    .orderBy('removedAt')
    .execute();
}

// The statements below skip rows that others have locked; a later step deletes those.

function deleteUsers(db: Tx, projectId: string, after: string | null, size: number): Promise<Taken> {
  return deleteById(db, sql`users`, projectId, after, size);
}

const LOWEST_ID = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

function deleteIdempotencyKeys(db: Tx, projectId: string, after: string | null, size: number): Promise<Taken> {
  return take(
    db,
    sql`walked as materialized (
        select key_hash as place from idempotency_keys
        where project_id = ${projectId} and key_hash > coalesce(${after}::bytea, '')
        order by key_hash limit ${size} for update skip locked
      ), gone as (
        delete from idempotency_keys
        where project_id = ${projectId} and key_hash = any (array(select place from walked)) returning 1
      )`,
  );
}

/** Of one environment if it is given. */
function deleteAccessRequests(
  db: Tx,
  projectId: string,
  after: string | null,
  size: number,
  environmentId: string | null = null,
): Promise<Taken> {
  const isTheirs = environmentId === null ? sql`true` : sql`environment_id = ${environmentId}`;
  return deleteById(db, sql`access_requests`, projectId, after, size, isTheirs);
}

function deleteBlockedSenders(db: Tx, projectId: string, after: string | null, size: number): Promise<Taken> {
  return deleteById(db, sql`blocked_senders`, projectId, after, size);
}

function deleteById(
  db: Tx,
  table: RawBuilder<unknown>,
  projectId: string,
  after: string | null,
  size: number,
  isTheirs: RawBuilder<unknown> = sql`true`,
): Promise<Taken> {
  return take(
    db,
    sql`walked as materialized (
        select id as place from ${table}
        where project_id = ${projectId} and ${isTheirs} and id > coalesce(${after}::uuid, ${LOWEST_ID})
        order by id limit ${size} for update skip locked
      ), gone as (
        delete from ${table} where project_id = ${projectId} and id = any (array(select place from walked)) returning 1
      )`,
  );
}

// Losing an environment changes the user, so the version rises: a save from an older form is then refused.
function deleteMemberships(
  db: Tx,
  { projectId, id }: Pick<EnvironmentRow, 'projectId' | 'id'>,
  { stripe, after, size }: { stripe: number | null; after: string | null; size: number },
): Promise<Taken> {
  return take(
    db,
    sql`walked as materialized (
        select user_id as place from user_environments
        where project_id = ${projectId} and environment_id = ${id} and user_id > coalesce(${after}::uuid, ${LOWEST_ID})
          and (${stripe}::int is null or get_byte(uuid_send(user_id), 15) % ${STRIPES.length} = ${stripe}::int)
        order by user_id limit ${size}
      ), held as materialized (
        select u.id from walked cross join lateral (
          select id from users where project_id = ${projectId} and id = walked.place limit 1 for no key update skip locked
        ) as u
      ), raised as (
        update users set version = version + 1, updated_at = now()
        where project_id = ${projectId} and id = any (array(select id from held))
      ), gone as (
        delete from user_environments where project_id = ${projectId} and environment_id = ${id}
          and user_id = any (array(select id from held)) returning 1
      )`,
  );
}

async function deleteEnvironment(db: Tx, { projectId, id }: Pick<EnvironmentRow, 'projectId' | 'id'>): Promise<number> {
  const isTheirs = sql`project_id = ${projectId} and environment_id = ${id}`;
  return deleteEmpty(db, sql`environments where project_id = ${projectId} and id = ${id}`, [
    sql`user_environments where ${isTheirs}`,
    sql`access_requests where ${isTheirs}`,
  ]);
}

async function deleteProject(db: Tx, id: string): Promise<number> {
  const tables = [sql`users`, sql`idempotency_keys`, sql`access_requests`, sql`blocked_senders`];
  return deleteEmpty(
    db,
    sql`projects where id = ${id}`,
    tables.map((table) => sql`${table} where project_id = ${id}`),
  );
}

/**
 * Deletes the row unless somebody else has it locked, or one of the queries for what belongs to it has rows. Nothing comes to a locked row
 * meanwhile. Statements of their own, because a project and an environment are on every node of a database that is divided by project.
 */
async function deleteEmpty(
  db: Tx,
  row: RawBuilder<unknown>,
  belongings: readonly RawBuilder<unknown>[],
): Promise<number> {
  const locked = await sql`select from ${row} for update skip locked`.execute(db);
  if (locked.rows.length === 0) return 0;
  const isAny = sql.join(
    belongings.map((each) => sql`exists (select from ${each})`),
    sql` or `,
  );
  const { rows } = await sql<{ isAny: boolean }>`select ${isAny} as is_any`.execute(db);
  if (rows[0]?.isAny) return 0;
  const { numAffectedRows } = await sql`delete from ${row}`.execute(db);
  return Number(numAffectedRows);
}
