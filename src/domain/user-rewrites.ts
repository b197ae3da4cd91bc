import type { Db } from '../database/engine/connection.ts';
import { rewriteUsers } from '../database/user-rewrites.ts';
import { profileColumns } from './user-form.ts';

/** The version of the columns that profileColumns computes. A migration adds a row for each version to `user_rewrites`. */
const VERSION = 3;

/** The most users in one transaction. When all of them must be written, it takes half a second. */
const STEP = 200;

/**
 * Rewrites older users as today's code would, one step per call. Returns how many were looked at; 0 at the end, or while another
 * process does it. Until the end, a search may miss some, or not put those first who begin with it. `onCollision` gets the ids of users
 * who keep a former key.
 */
export function createUserRewrite(
  db: Db,
  onCollision: (userIds: string[]) => void,
  size = STEP,
): () => Promise<number> {
  return async () => {
    const step = await rewriteUsers(db, { version: VERSION, size, make: profileColumns });
    if (step.collisions.length > 0) onCollision(step.collisions);
    return step.users;
  };
}
