import { type Db, transact } from '../database/engine/connection.ts';
import { listEnvironmentsByIds } from '../database/environments.ts';
import { noteAttempts } from './access-attempts.ts';
import type { Attempt, CheckedAttempt } from './attempt-drafts.ts';
import { listStandings } from './recognition.ts';
import { writeNoted } from './write-noted.ts';

/** The most senders whose attempts wait to be written. In a flood, attempts of further senders are not noted. */
const LARGEST = 10_000;
const STEP = 200;

export type AttemptBuffer = {
  /** Takes note of an attempt; it is written at the next flush. */
  note(attempt: CheckedAttempt): void;
  /** Writes what was noted until now. Rejects when the database does not answer; then it is kept for the next time. */
  flush(): Promise<void>;
};

/**
 * Gathers attempts in memory, so that no check waits for a write: the same sender's count as one entry. `onUnnoted` gets how many
 * attempts were not noted, because the environment or the buffer had no room for another stranger.
 */
export function createAttemptBuffer(db: Db, onUnnoted: (attempts: number) => void): AttemptBuffer {
  let gathered = new Map<string, CheckedAttempt>();

  const gather = (attempt: CheckedAttempt) => {
    const key = keyOf(attempt);
    const known = gathered.get(key);
    if (!known && gathered.size >= LARGEST) return onUnnoted(attempt.count);
    gathered.set(key, known ? { ...attempt, count: known.count + attempt.count } : attempt);
  };

  const write = async (step: readonly CheckedAttempt[]) => {
    const full = await transact(db, async (tx) => {
      const attempts = await withProjects(tx, step);
      const noted = await noteAttempts(tx, attempts, (each) => withoutAdmitted(tx, each));
      return attempts.filter((_, index) => noted[index] === 'FULL');
    });
    for (const { count } of full) onUnnoted(count);
  };

  return {
    note: gather,
    flush() {
      const attempts = [...gathered.values()];
      gathered = new Map();
      return writeNoted(attempts, { most: STEP, write, keep: gather });
    },
  };
}

function keyOf({ kind, environmentId, sender }: CheckedAttempt): string {
  return JSON.stringify([kind, environmentId, sender.channel, sender.externalId, sender.phoneNumber, sender.email]);
}

/** Leaves out attempts in removed environments. */
async function withProjects(db: Db, attempts: readonly CheckedAttempt[]): Promise<Attempt[]> {
  const environments = await listEnvironmentsByIds(db, [
    ...new Set(attempts.map(({ environmentId }) => environmentId)),
  ]);
  const projectIds = new Map(environments.map(({ id, projectId }) => [id, projectId]));
  return attempts.flatMap((attempt) => {
    const projectId = projectIds.get(attempt.environmentId);
    return projectId === undefined ? [] : { ...attempt, projectId };
  });
}

/** Leaves out attempts of senders who were let in or blocked since. */
async function withoutAdmitted(db: Db, attempts: readonly Attempt[]): Promise<readonly Attempt[]> {
  if (attempts.length === 0) return attempts;
  const standings = await listStandings(db, attempts);
  return attempts.filter((_, index) => {
    const standing = standings[index];
    return standing && !standing.isBlocked && standing.admittedAs === null;
  });
}
