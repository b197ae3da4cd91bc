import { sql } from 'kysely';
import { isOfProject } from './conditions.ts';
import type { Db, Tx } from './engine/connection.ts';
import { createSteps, createWalkByProject, type Taken, take, whenAlone } from './engine/steps.ts';
import type { IdempotencyKeyRow, NewIdempotencyKey } from './tables.ts';

const isFresh = sql<boolean>`idempotency_keys.created_at > now() - interval '24 hours'`;

/** Makes other transactions with this key wait. A statement of its own, so that the next one sees what they committed. */
export async function lockIdempotencyKey(db: Tx, keyHash: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(${keyHash.readBigInt64BE()})`.execute(db);
}

export function findIdempotencyKey(db: Tx, projectId: string, keyHash: Buffer): Promise<IdempotencyKeyRow | undefined> {
  return db
    .selectFrom('idempotencyKeys')
    .selectAll()
    .where(isOfProject(projectId))
    .where('keyHash', '=', keyHash)
    .where(isFresh)
    .executeTakeFirst();
}

/** Replaces an expired key with the same hash. */
export async function insertIdempotencyKey(db: Tx, key: NewIdempotencyKey): Promise<void> {
  await db
    .deleteFrom('idempotencyKeys')
    .where('projectId', '=', key.projectId)
    .where('keyHash', '=', key.keyHash)
    .where((eb) => eb.not(isFresh))
    .execute();
  await db.insertInto('idempotencyKeys').values(key).execute();
}

/**
 * Deletes keys older than 24 hours, of one project per step and call. Returns how many; 0 when none is left, or while another process
 * does it.
 */
export function createForgetting(db: Db, most = 10_000): () => Promise<number> {
  const walk = createWalkByProject(
    { table: 'idempotencyKeys', since: 'createdAt', isOld: sql`not (${isFresh})` },
    deleteOldKeys,
  );
  return createSteps(most, (size) => whenAlone(db, 'forget', (tx) => walk(tx, size)));
}

function deleteOldKeys(db: Tx, projectId: string, after: string | null, size: number): Promise<Taken> {
  return take(
    db,
    sql`walked as materialized (
        select key_hash, created_at as place from idempotency_keys
        where project_id = ${projectId} and created_at >= coalesce(${after}::timestamptz, '-infinity') and not (${isFresh})
        order by created_at limit ${size} for update skip locked
      ), gone as (
        delete from idempotency_keys
        where project_id = ${projectId} and key_hash = any (array(select key_hash from walked)) returning 1
      )`,
  );
}
