import { SingleBar } from 'cli-progress';
import { chunksOf, type ImportOptions } from '../../contact-files/chunks.ts';
import type { GoodRow } from '../../contact-files/rows.ts';
import type { Tally } from '../../contact-files/tally.ts';
import type { Db } from '../../database/engine/connection.ts';
import { createUsers } from '../../domain/create-users.ts';
import { OPERATOR } from '../../domain/operator.ts';
import type { RowResult } from '../../domain/row-results.ts';

/**
 * Sends the rows, one request after the other, with a bar that tells how far it is, and counts what becomes of them. The signal stops
 * it between two requests. Returns whether it did.
 */
export async function sendRows(
  db: Db,
  rows: readonly GoodRow[],
  options: ImportOptions,
  { tally, dryRun, signal }: { tally: Tally; dryRun: boolean; signal: AbortSignal },
): Promise<boolean> {
  const bar = new SingleBar({ format: '{bar} {percentage}% | {value} of {total} rows | {eta_formatted} left' });
  bar.start(rows.length, 0);
  try {
    for (const chunk of chunksOf(rows, options)) {
      if (signal.aborted) return true;
      const input = { ...options, rows: chunk.rows.map(({ row }) => row), dryRun };
      const send = async (keyed: { idempotencyKey?: string }) =>
        (await createUsers({ actor: OPERATOR, db }, { ...input, ...keyed })).results;
      const answered = await send({ idempotencyKey: chunk.idempotencyKey });
      const results = !dryRun && isOutdated(answered) ? await send({}) : answered;
      tally.add(chunk.rows, results);
      bar.increment(chunk.rows.length);
    }
    return false;
  } finally {
    bar.stop();
  }
}

// What is remembered of a run that was cut off tells of people who were deleted since: they are to be added again.
function isOutdated(results: readonly RowResult[]): boolean {
  return results.some(({ outcome, duplicateOf, user }) => {
    const isOfSomebody = outcome !== 'REFUSED' && duplicateOf === null;
    return isOfSomebody && user === null;
  });
}
