import DataLoader from 'dataloader';
import type { Reader } from './connection.ts';
import { tracerOf } from './statement-tracer.ts';

// Statements under way at once. With one, each batch waits for the answer before it; with many, batches stay small.
const UNDER_WAY = 2;
// A batch waits no longer than a statement may take (QUERY_TIMEOUT in session.ts).
const PATIENCE_MS = 2000;

type Load<Item, Answer> = (item: Item) => Promise<Answer>;
type Ask<Item, Answer> = (db: Reader, items: readonly Item[]) => Promise<readonly (Answer | Error)[]>;

/**
 * Batches a read across requests: what is asked while earlier statements are under way goes out as one statement; by askByProject, as
 * one for each project. Nothing is cached: each answer comes from a statement sent after the question. Saves a third of what an access
 * check costs this process and over half of what it costs PostgreSQL (`npm run bench -- --only A`, beside `largest` = 1). For look-ups
 * of every request.
 */
export function batchReads<Item, Answer>(
  ask: Ask<Item, Answer>,
  { largest }: { largest: number },
): (db: Reader, item: Item) => Promise<Answer> {
  const loaders = new WeakMap<Reader, Load<Item, Answer>>();
  return (db, item) => {
    const load = loaders.get(db) ?? createLoader(db, ask, largest);
    loaders.set(db, load);
    return load(item);
  };
}

/** Batches look-ups by id. The answer is undefined when there is no such row. */
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

type Batch = { send: () => void; until: number; askers: unknown[] };

function createLoader<Item, Answer>(db: Reader, ask: Ask<Item, Answer>, largest: number): Load<Item, Answer> {
  const tracer = tracerOf(db);
  const waiting: Batch[] = [];
  let newest: Batch | undefined;
  let underWay = 0;
  let isLate = false;

  const sendNext = () => {
    while (underWay < UNDER_WAY) {
      const next = waiting.shift();
      if (!next) return;
      underWay += 1;
      isLate = performance.now() > next.until;
      // `send` calls the batch function below synchronously, and that reads `isLate`.
      if (tracer) tracer.onBehalfOf(next.askers, next.send);
      else next.send();
    }
  };
  const loader = new DataLoader<Item, Answer>(
    async (items) => {
      try {
        // While PostgreSQL hangs, nothing may pile up here: the callers of a late batch have given up already.
        if (isLate) throw new Error('timeout exceeded when waiting for the statements before');
        return await ask(db, items);
      } finally {
        // Always reached, because every statement has a time-out.
        underWay -= 1;
        if (waiting.length > 0) setImmediate(sendNext);
      }
    },
    {
      cache: false,
      maxBatchSize: largest,
      batchScheduleFn(send) {
        newest = { send, until: performance.now() + PATIENCE_MS, askers: [] };
        waiting.push(newest);
        // `setImmediate` lets all requests that arrived together join the batch.
        if (underWay < UNDER_WAY) setImmediate(sendNext);
      },
    },
  );
  return (item) => {
    const answer = loader.load(item);
    // A batch begins with the load of its first item and takes those that follow.
    if (tracer) newest?.askers.push(tracer.asker());
    return answer;
  };
}
