import { sql } from 'kysely';
import { isOfProjectInUse } from './conditions.ts';
import type { Db, Tx } from './engine/connection.ts';
import { createSteps, createWalk, take, whenAlone } from './engine/steps.ts';
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
    .where('projectId', '=', projectId)
    .where('keyHash', '=', keyHash)
    .where(isFresh)
    .where(isOfProjectInUse('projectId'))
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

/** Deletes keys older than 24 hours, one step per call. Returns how many; 0 when none is left, or while another process does it. */
export function createForgetting(db: Db, most = 10_000): () => Promise<number> {
  const walk = createWalk();
  return createSteps(most, (size) =>
    whenAlone(db, 'forget', (tx) => walk('old keys', [(after) => deleteOldKeys(tx, after, size)])),
  );
}

function deleteOldKeys(db: Tx, after: string | null, size: number) {
  return take(
    db,
    sql`walked as materialized (
        select project_id, key_hash, created_at as place from idempotency_keys
        where created_at >= coalesce(${after}::timestamptz, '-infinity') and not (${isFresh})
        order by created_at limit ${size} for update skip locked
      ), gone as (
        delete from idempotency_keys using walked
        where idempotency_keys.project_id = walked.project_id and idempotency_keys.key_hash = walked.key_hash returning 1
      )`,
  );
}
