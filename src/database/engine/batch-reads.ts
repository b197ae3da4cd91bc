import DataLoader from 'dataloader';
import type { Reader } from './connection.ts';

// With one the next batch waits for the last to come back, with more they are small.
const UNDER_WAY = 2;
// As long as a statement itself may take.
const PATIENCE_MS = 2000;

type Ask<Item, Answer> = (db: Reader, items: readonly Item[]) => Promise<readonly Answer[]>;

/**
 * A read that many requests make at once: those that come while the statements before them are under way go as one, so
 * the more is asked the less each costs. Nothing is kept: whoever asks is answered by a statement sent after that.
 * It is worth a third of what an access check costs this process, and more than half of what it costs PostgreSQL
 * (`npm run bench -- --only A`, beside `largest` = 1). For look-ups of every request: keys, senders, projects and environments.
 */
export function batchReads<Item, Answer>(
  ask: Ask<Item, Answer>,
  { largest }: { largest: number },
): (db: Reader, item: Item) => Promise<Answer> {
  const loaders = new WeakMap<Reader, DataLoader<Item, Answer>>();
  return (db, item) => {
    const loader = loaders.get(db) ?? createLoader(db, ask, largest);
    loaders.set(db, loader);
    return loader.load(item);
  };
}

/** Of rows by their ids: asked for by one each time, undefined when it is not there. */
export function batchById<Row extends { id: string }>(
  list: (db: Reader, ids: readonly string[]) => Promise<readonly Row[]>,
): (db: Reader, id: string) => Promise<Row | undefined> {
  const ask: Ask<string, Row | undefined> = async (db, ids) => {
    const rows = await list(db, [...new Set(ids)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  };
  return batchReads(ask, { largest: 100 });
}

function createLoader<Item, Answer>(db: Reader, ask: Ask<Item, Answer>, largest: number): DataLoader<Item, Answer> {
  const waiting: { send: () => void; until: number }[] = [];
  let underWay = 0;
  let isLate = false;

  const sendNext = () => {
    while (underWay < UNDER_WAY) {
      const next = waiting.shift();
      if (!next) return;
      underWay += 1;
      isLate = performance.now() > next.until;
      // Calls the function below at once.
      next.send();
    }
  };
  return new DataLoader<Item, Answer>(
    async (items) => {
      try {
        // While PostgreSQL hangs nothing piles up here: nobody waits for these any more.
        if (isLate) throw new Error('timeout exceeded when waiting for the statements before');
        return await ask(db, items);
      } finally {
        // This always runs: no statement is without a time-out.
        underWay -= 1;
        if (waiting.length > 0) setImmediate(sendNext);
      }
    },
    {
      cache: false,
      maxBatchSize: largest,
      batchScheduleFn(send) {
        waiting.push({ send, until: performance.now() + PATIENCE_MS });
        // After all that arrived with it has been read.
        if (underWay < UNDER_WAY) setImmediate(sendNext);
      },
    },
  );
}
