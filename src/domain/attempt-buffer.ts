import { type Db, transact } from '../database/engine/connection.ts';
import { noteAttempts } from './access-attempts.ts';
import type { Attempt } from './attempt-drafts.ts';
import { listStandings } from './recognition.ts';

/** The most senders whose attempts wait to be written. In a flood, attempts of further senders are not noted. */
const LARGEST = 10_000;
const CHUNK = 200;

export type AttemptBuffer = {
  /** Takes note of an attempt; it is written at the next flush. */
  note(attempt: Attempt): void;
  /** Writes what was noted until now. Rejects when the database does not answer; then it is kept for the next time. */
  flush(): Promise<void>;
};

/**
 * Gathers attempts in memory, so that no check waits for a write: the same sender's count as one entry. `onUnnoted` gets how many
 * attempts were not noted, because the environment or the buffer had no room for another stranger.
 */
export function createAttemptBuffer(db: Db, onUnnoted: (attempts: number) => void): AttemptBuffer {
  let gathered = new Map<string, Attempt>();

  const gather = (attempt: Attempt) => {
    const key = keyOf(attempt);
    const known = gathered.get(key);
    if (!known && gathered.size >= LARGEST) return onUnnoted(attempt.count);
    gathered.set(key, known ? { ...attempt, count: known.count + attempt.count } : attempt);
  };

  return {
    note: gather,
    async flush() {
      const attempts = [...gathered.values()];
      gathered = new Map();
      for (let at = 0; at < attempts.length; at += CHUNK) {
        const chunk = attempts.slice(at, at + CHUNK);
        try {
          const full = await transact(db, async (tx) => {
            const noted = await noteAttempts(tx, chunk, (attempts) => withoutAdmitted(tx, attempts));
            return chunk.filter((_, index) => noted[index] === 'FULL');
          });
          for (const { count } of full) onUnnoted(count);
        } catch (error) {
          for (const attempt of attempts.slice(at)) gather(attempt);
          throw error;
        }
      }
    },
  };
}

function keyOf({ kind, environmentId, sender }: Attempt): string {
  return JSON.stringify([kind, environmentId, sender.channel, sender.externalId, sender.phoneNumber, sender.email]);
}

/** Leaves out attempts of senders who were let in or blocked since, and of removed environments. */
async function withoutAdmitted(db: Db, attempts: readonly Attempt[]): Promise<readonly Attempt[]> {
  if (attempts.length === 0) return attempts;
  const standings = await listStandings(db, attempts);
  return attempts.filter((_, index) => {
    const standing = standings[index];
    return standing && !standing.isBlocked && standing.admittedAs === null;
  });
}
