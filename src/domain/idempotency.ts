import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Tx } from '../database/engine/connection.ts';
import { findIdempotencyKey, insertIdempotencyKey, lockIdempotencyKey } from '../database/idempotency-keys.ts';
import type { IdempotencyKeyRow, UserRow } from '../database/tables.ts';
import { lockUser } from '../database/users.ts';
import type { Actor } from './actor.ts';
import { CallerError } from './caller-error.ts';
import { problem, refuse } from './refusal.ts';

const SHORTEST = 8;
const LONGEST = 200;

/** A request that may be repeated: the hash of its key, together with the caller, and the hash of its input. */
export type Repeatable = { keyHash: Buffer; inputHash: Buffer };

/** Undefined without a key. Throws BAD_USER_INPUT for a key that is too short to be unique, or too long. */
export function readIdempotencyKey(
  actor: Actor,
  key: string | null | undefined,
  input: unknown,
): Repeatable | undefined {
  if (key === null || key === undefined) return undefined;
  if (key.length < SHORTEST || key.length > LONGEST) {
    throw new CallerError('BAD_USER_INPUT', `idempotencyKey must have ${SHORTEST} to ${LONGEST} characters.`);
  }
  return {
    keyHash: createHash('sha256')
      .update(JSON.stringify([actor.id, key]))
      .digest(),
    inputHash: createHmac('sha256', key).update(JSON.stringify(input)).digest(),
  };
}

/**
 * The user whom the first request with this key created, as it is now; undefined when this is the first. Refuses if the user was
 * deleted; throws BAD_USER_INPUT if the input was another.
 */
export async function findEarlierUser(tx: Tx, projectId: string, request: Repeatable): Promise<UserRow | undefined> {
  const earlier = await findEarlier(tx, projectId, request);
  if (!earlier) return undefined;
  const user = earlier.userId === null ? undefined : await lockUser(tx, projectId, earlier.userId);
  return (
    user ?? refuse(problem('idempotencyKey', 'NOT_FOUND', 'The user created with this key has been deleted since'))
  );
}

/** What is kept of the first request with this key; undefined when this is the first. Throws BAD_USER_INPUT for another input. */
export async function findEarlier(
  tx: Tx,
  projectId: string,
  { keyHash, inputHash }: Repeatable,
): Promise<IdempotencyKeyRow | undefined> {
  await lockIdempotencyKey(tx, keyHash);
  const earlier = await findIdempotencyKey(tx, projectId, keyHash);
  if (earlier && !timingSafeEqual(earlier.inputHash, inputHash)) {
    throw new CallerError('BAD_USER_INPUT', 'This idempotencyKey was used for another input.');
  }
  return earlier;
}

export function rememberUser(tx: Tx, { projectId, id }: UserRow, request: Repeatable): Promise<void> {
  return insertIdempotencyKey(tx, { projectId, userId: id, results: null, ...request });
}
