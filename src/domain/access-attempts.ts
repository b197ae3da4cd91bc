import {
  countRequests,
  deleteRequests,
  holdKeepingProject,
  lockDoor,
  lockOpenRequests,
  saveRequests,
} from '../database/access-attempts.ts';
import type { Tx } from '../database/engine/connection.ts';
import { type Attempt, attemptKeys, createDrafts, keysIn, type Noted } from './attempt-drafts.ts';

/** The most requests that wait in one environment. */
const MAXIMUM_PENDING = 1000;
/** The most new requests in a minute, for one environment. */
const MOST_A_MINUTE = 60;

/**
 * Notes attempts in a project on the requests of their senders: one request per sender and environment, two of them joined when a
 * phone number and an id turn out to be one person's; a sender in conflict has one of their own. Of the attempts that would be noted,
 * `stillDenied` returns those to note. Returns what became of each attempt.
 */
export async function noteAttempts(
  tx: Tx,
  projectId: string,
  attempts: readonly Attempt[],
  stillDenied = (each: readonly Attempt[]): Promise<readonly Attempt[]> => Promise.resolve(each),
): Promise<Noted[]> {
  const kept = await listKept(tx, projectId, attempts);
  const drafts = createDrafts(await lockOpenRequests(tx, projectId, kept.map(attemptKeys)));
  const strangers = kept.filter((attempt) => !drafts.has(attempt) && attempt.kind !== 'AWAITED');
  const full = await listFull(tx, projectId, strangers);
  const noted = new Map<Attempt, Noted>(full.map((attempt) => [attempt, 'FULL']));
  const known = kept.filter((attempt) => drafts.has(attempt));
  const withRoom = strangers.filter((attempt) => !noted.has(attempt));
  const denied = new Set(await stillDenied([...known, ...withRoom]));
  for (const attempt of kept) {
    if (denied.has(attempt)) noted.set(attempt, drafts.take(attempt));
  }
  await deleteRequests(
    tx,
    projectId,
    drafts.joined.map(({ id }) => id),
  );
  await saveRequests(tx, projectId, drafts.listTouched());
  return attempts.map((attempt) => noted.get(attempt) ?? 'IGNORED');
}

/** Leaves out denied attempts where the project does not keep them. */
async function listKept(tx: Tx, projectId: string, attempts: readonly Attempt[]): Promise<readonly Attempt[]> {
  const isAnyDenied = attempts.some(({ kind }) => kind === 'DENIED');
  if (!isAnyDenied || (await holdKeepingProject(tx, projectId))) return attempts;
  return attempts.filter(({ kind }) => kind !== 'DENIED');
}

/** Those of the strangers for whom their environment has no room. The first ones get what room there is. */
async function listFull(tx: Tx, projectId: string, strangers: readonly Attempt[]): Promise<Attempt[]> {
  const full: Attempt[] = [];
  for (const [environmentId, attempts] of [...Map.groupBy(strangers, (each) => each.environmentId)].sort()) {
    let room = await roomUnderLock(tx, { projectId, environmentId });
    const admitted = new Set<string>();
    for (const attempt of attempts) {
      const keys = keysIn(attemptKeys(attempt));
      const isAnother = !keys.some((key) => admitted.has(key));
      if (isAnother && room === 0) full.push(attempt);
      else {
        if (isAnother) room -= 1;
        for (const key of keys) admitted.add(key);
      }
    }
  }
  return full;
}

type InEnvironment = { projectId: string; environmentId: string };

// Counted before the lock as well: in a flood nobody waits for it in vain.
async function roomUnderLock(tx: Tx, environment: InEnvironment): Promise<number> {
  if ((await roomIn(tx, environment)) === 0) return 0;
  await lockDoor(tx, environment);
  return roomIn(tx, environment);
}

async function roomIn(tx: Tx, environment: InEnvironment): Promise<number> {
  const count = await countRequests(tx, environment);
  return Math.max(0, Math.min(MAXIMUM_PENDING - count.pending, MOST_A_MINUTE - count.new));
}
