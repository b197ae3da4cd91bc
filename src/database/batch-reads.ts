import DataLoader from 'dataloader';
import type { Db } from './connection.ts';

// As many as there are pipelined connections: one more would only wait there instead of here.
const UNDER_WAY = 2;
const LARGEST = 100;

type Ask<Item, Answer> = (db: Db, items: readonly Item[]) => Promise<readonly Answer[]>;

/**
 * A read that many requests make at once: those that come while the statements before them are under way go as one, so
 * the more is asked the less each costs. Nothing is kept: whoever asks is answered by a statement sent after that.
 * It is worth a third of what an access check costs this process, and more than half of what it costs PostgreSQL
 * (`npm run bench -- --only A`; LARGEST = 1 is without).
 */
export function batchReads<Item, Answer>(ask: Ask<Item, Answer>): (db: Db, item: Item) => Promise<Answer> {
  const loaders = new WeakMap<Db, DataLoader<Item, Answer>>();
  return (db, item) => {
    const loader = loaders.get(db) ?? createLoader(db, ask);
    loaders.set(db, loader);
    return loader.load(item);
  };
}

function createLoader<Item, Answer>(db: Db, ask: Ask<Item, Answer>): DataLoader<Item, Answer> {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  // After all that arrived with it has been read.
  const sendNext = () =>
    setImmediate(() => {
      while (underWay < UNDER_WAY) {
        const send = waiting.shift();
        if (!send) return;
        underWay += 1;
        send();
      }
    });
  return new DataLoader<Item, Answer>(
    async (items) => {
      try {
        return await ask(db, items);
      } finally {
        underWay -= 1;
        if (waiting.length > 0) sendNext();
      }
    },
    {
      cache: false,
      maxBatchSize: LARGEST,
      batchScheduleFn(send) {
        waiting.push(send);
        if (underWay < UNDER_WAY) sendNext();
      },
    },
  );
}
