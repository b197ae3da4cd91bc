import type { Db } from '../database/engine/connection.ts';
import { rewriteUsers } from '../database/user-rewrites.ts';
import { profileColumns } from './user-form.ts';

/** Of the columns that profileColumns makes; a migration adds the row of each version to `user_rewrites`. */
const VERSION = 2;

/** At most, in one transaction: when all of them are written it takes half a second. */
const STEP = 200;

/**
 * Writes users of before as today's code would write them, a step each time it is called. How many were looked at; 0 at the end.
 * Until then a search may miss some of them. `onCollision` gets the ids of those who keep a key of before.
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
