import type { Db } from '../database/engine/connection.ts';
import { giveUpStaleRemovals } from '../database/environment-removals.ts';
import { createForgetting } from '../database/idempotency-keys.ts';
import { createRequestRetention } from '../database/open-requests.ts';
import { createPurge, isPurgeLeft } from '../database/purge.ts';
import { closeLateRequests } from '../domain/close-requests.ts';
import { createUserRewrite } from '../domain/user-rewrites.ts';
import type { Log } from '../observe/log.ts';
import { startJob } from './run-job.ts';

/**
 * Starts the jobs in every process, so that any one of them is enough. While one process runs a step, the same job in another
 * finds nothing to do and looks again later.
 */
export function startJobs(db: Db, log: Log) {
  const purge = startJob({ name: 'purge', step: createPurge(db), isLeft: () => isPurgeLeft(db) }, log);
  const others = [
    startJob({ name: 'forget old idempotency keys', step: createForgetting(db) }, log),
    startJob({ name: 'forget old requests', step: createRequestRetention(db) }, log),
    startJob({ name: 'close requests of people who got in', step: () => closeLateRequests(db) }, log),
    startJob({ name: 'give up removals that stand still', step: () => giveUpStaleRemovals(db) }, log),
    startJob({ name: 'write users anew', step: createUserRewrite(db, tellCollisions(log)) }, log),
  ];
  return {
    purge: purge.kick,
    stop: () => Promise.all([purge, ...others].map((job) => job.stop())),
  };
}

// Two phone numbers or e-mail addresses that used to differ may now count as one. Both users stay; an owner can merge them.
function tellCollisions(log: Log): (userIds: string[]) => void {
  return (userIds) => log.warn({ userIds }, 'users whose number or address is another user’s as well');
}
