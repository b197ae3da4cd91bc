import { type Db, transact } from '../database/engine/connection.ts';
import { listEnvironmentsByIds } from '../database/environments.ts';
import { noteAttempts } from './access-attempts.ts';
import type { Attempt } from './attempt-drafts.ts';
import { listStandings } from './recognition.ts';
import { writeNoted } from './write-noted.ts';

/** The most senders whose attempts wait to be written. In a flood, attempts of further senders are not noted. */
const LARGEST = 10_000;
const STEP = 200;

export type AttemptBuffer = {
  /** Takes note of an attempt; it is written at the next flush. */
  note(attempt: Attempt): void;
  /** Writes what was noted until now. Rejects when the database does not answer; then it is kept for the next time. */
  flush(): Promise<void>;
  isEmpty(): boolean;
};

/**
 * Gathers attempts in memory, so that no check waits for a write: the same sender's count as one entry. `onUnnoted` gets how many
 * attempts were not noted, because the environment or the buffer had no room for another stranger.
 */
export function createAttemptBuffer(db: Db, onUnnoted: (attempts: number) => void): AttemptBuffer {
  let gathered = new Map<string, Attempt>();

  const gather = (attempt: Attempt, { isOlder = false } = {}) => {
    const key = keyOf(attempt);
    const known = gathered.get(key);
    if (!known && gathered.size >= LARGEST) return onUnnoted(attempt.count);
    // What the last attempt tells counts.
    const last = known && isOlder ? known : attempt;
    gathered.set(key, { ...last, count: attempt.count + (known?.count ?? 0) });
  };

  const write = async (step: readonly Attempt[]) => {
    const full = await transact(db, async (tx) => {
      const full: Attempt[] = [];
      for (const [projectId, attempts] of await groupByProject(tx, step)) {
        const noted = await noteAttempts(tx, projectId, attempts, (each) => withoutAdmitted(tx, projectId, each));
        full.push(...attempts.filter((_, index) => noted[index] === 'FULL'));
      }
      return full;
    });
    for (const { count } of full) onUnnoted(count);
  };

  return {
    note: (attempt) => gather(attempt),
    isEmpty: () => gathered.size === 0,
    flush() {
      const attempts = [...gathered.values()];
      gathered = new Map();
      return writeNoted(attempts, { most: STEP, write, keep: (attempt) => gather(attempt, { isOlder: true }) });
    },
  };
}

function keyOf({ kind, environmentId, sender }: Attempt): string {
  return JSON.stringify([kind, environmentId, sender.channel, sender.externalId, sender.phoneNumber, sender.email]);
}

/**
 * Leaves out attempts in removed environments. The projects come in the order of their ids, as the requests of each do, so that two
 * transactions cannot deadlock.
 */
async function groupByProject(db: Db, attempts: readonly Attempt[]): Promise<[projectId: string, Attempt[]][]> {
  const ids = [...new Set(attempts.map(({ environmentId }) => environmentId))];
  const projectIds = new Map((await listEnvironmentsByIds(db, ids)).map(({ id, projectId }) => [id, projectId]));
  const inUse = attempts.filter(({ environmentId }) => projectIds.has(environmentId));
  return [...Map.groupBy(inUse, ({ environmentId }) => projectIds.get(environmentId) ?? '')].sort();
}

/** Leaves out attempts of senders who were let in or blocked since. */
async function withoutAdmitted(db: Db, projectId: string, attempts: readonly Attempt[]): Promise<readonly Attempt[]> {
  if (attempts.length === 0) return attempts;
  const standings = await listStandings(db, projectId, attempts);
  return attempts.filter((_, index) => {
    const standing = standings[index];
    return standing && !standing.isBlocked && standing.admittedAs === null;
  });
}
