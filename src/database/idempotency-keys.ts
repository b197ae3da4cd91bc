import { sql } from 'kysely';
import type { Db, Tx } from './connection.ts';
import type { IdempotencyKeyRow } from './tables.ts';

const isFresh = sql<boolean>`idempotency_keys.created_at > now() - interval '24 hours'`;

export function findIdempotencyKey(db: Tx, projectId: string, keyHash: Buffer): Promise<IdempotencyKeyRow | undefined> {
  return db
    .selectFrom('idempotencyKeys')
    .selectAll()
    .where('projectId', '=', projectId)
    .where('keyHash', '=', keyHash)
    .where(isFresh)
    .executeTakeFirst();
}

/** Takes the place of an old one of the same hash; a fresh one, made since we looked, refuses as a constraint does. */
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
