import { sql } from 'kysely';
import type { Db, Tx } from './connection.ts';
import type { IdempotencyKeyRow } from './tables.ts';

const isFresh = sql<boolean>`idempotency_keys.created_at > now() - interval '24 hours'`;

/** No other transaction looks at this key before this one ends. A statement of its own: the next one sees what was committed. */
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
    .executeTakeFirst();
}

/** Takes the place of an old one of the same hash. */
export async function insertIdempotencyKey(db: Tx, key: Omit<IdempotencyKeyRow, 'createdAt'>): Promise<void> {
  await db
    .deleteFrom('idempotencyKeys')
    .where('projectId', '=', key.projectId)
    .where('keyHash', '=', key.keyHash)
    .where((eb) => eb.not(isFresh))
    .execute();
  await db.insertInto('idempotencyKeys').values(key).execute();
}

export async function deleteOldIdempotencyKeys(db: Db): Promise<void> {
  await db
    .deleteFrom('idempotencyKeys')
    .where((eb) => eb.not(isFresh))
    .execute();
}
