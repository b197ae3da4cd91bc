import { SingleBar } from 'cli-progress';
import type { Chunk, ImportOptions } from '../../contact-files/chunks.ts';
import type { GoodRow } from '../../contact-files/rows.ts';
import type { Db } from '../../database/engine/connection.ts';
import { createUsers } from '../../domain/create-users.ts';
import { OPERATOR } from '../../domain/operator.ts';
import { createTally, type Tally } from './tally.ts';

export type Sent = {
  tally: Tally;
  refused: { record: GoodRow['record']; problem: string }[];
  /** The signal came before the last chunk. */
  isStopped: boolean;
};

/** Sends one chunk after the other, with a bar that tells how far it is. The signal stops it between two chunks. */
export async function sendChunks(
  db: Db,
  chunks: readonly Chunk[],
  options: ImportOptions,
  { dryRun, signal }: { dryRun: boolean; signal: AbortSignal },
): Promise<Sent> {
  const { tally, add } = createTally();
  const refused: Sent['refused'] = [];
  const bar = new SingleBar({ format: '{bar} {percentage}% | {value} of {total} rows | {eta_formatted} left' });
  bar.start(
    chunks.reduce((sum, { rows }) => sum + rows.length, 0),
    0,
  );
  try {
    for (const { rows, idempotencyKey } of chunks) {
      if (signal.aborted) return { tally, refused, isStopped: true };
      const input = { ...options, rows: rows.map(({ row }) => row), dryRun, idempotencyKey };
      const { results } = await createUsers({ actor: OPERATOR, db }, input);
      for (const result of results) {
        add(result);
        const record = rows[result.index]?.record;
        const problem = result.userErrors.map(({ message }) => message).join('. ');
        if (record && result.outcome === 'REFUSED') refused.push({ record, problem });
      }
      bar.increment(rows.length);
    }
    return { tally, refused, isStopped: false };
  } finally {
    bar.stop();
  }
}
