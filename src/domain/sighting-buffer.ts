import { LRUCache } from 'lru-cache';
import { type Db, type Tx, transact } from '../database/engine/connection.ts';
import { type Sighting, saveSightings } from '../database/sightings.ts';
import { writeNoted } from './write-noted.ts';

/** A user who wrote and was let in, as a check tells it. */
export type CheckedSighting = Omit<Sighting, 'age'> & { projectId: string };

/** At most one sighting of a user in an environment is written in this time. */
const ONCE_IN_MS = 15 * 60 * 1000;
/** The most sightings that wait to be written. Further ones are not noted: the user's next message will be. */
const LARGEST = 50_000;
/** How many sightings are remembered, so that they are not written again. */
const REMEMBERED = 100_000;
const STEP = 500;

export type SightingBuffer = {
  /** Takes note of a sighting of now; it is written at the next flush. */
  note(sighting: CheckedSighting): void;
  /** Writes what was noted until now. Rejects when the database does not answer; then it is kept for the next time. */
  flush(): Promise<void>;
  isEmpty(): boolean;
};

type Noted = CheckedSighting & { at: number };

/** Gathers sightings in memory, so that no check waits for a write: one for each user and environment in a quarter of an hour. */
export function createSightingBuffer(db: Db): SightingBuffer {
  const lately = new LRUCache<string, true>({ max: REMEMBERED, ttl: ONCE_IN_MS });
  let gathered = new Map<string, Noted>();

  const gather = (sighting: Noted) => {
    const key = keyOf(sighting);
    if (gathered.size < LARGEST) gathered.set(key, sighting);
    else lately.delete(key);
  };

  return {
    note(sighting) {
      const key = keyOf(sighting);
      if (lately.has(key)) return;
      lately.set(key, true);
      gather({ ...sighting, at: performance.now() });
    },
    isEmpty: () => gathered.size === 0,
    flush() {
      const noted = gathered;
      gathered = new Map();
      const write = async (step: readonly Noted[]) => {
        for (const membership of await transact(db, (tx) => saveByProject(tx, step))) {
          const sighting = noted.get(keyOf(membership));
          if (sighting) gather(sighting);
        }
      };
      return writeNoted([...noted.values()], { most: STEP, write, keep: gather });
    },
  };
}

async function saveByProject(tx: Tx, step: readonly Noted[]) {
  const later: Pick<Sighting, 'environmentId' | 'userId'>[] = [];
  for (const [projectId, sightings] of [...Map.groupBy(step, (each) => each.projectId)].sort()) {
    later.push(...(await saveSightings(tx, projectId, sightings.map(withAge))));
  }
  return later;
}

function keyOf({ environmentId, userId }: Pick<Sighting, 'environmentId' | 'userId'>): string {
  return `${environmentId} ${userId}`;
}

function withAge({ at, projectId, ...sighting }: Noted): Sighting {
  return { ...sighting, age: performance.now() - at };
}
