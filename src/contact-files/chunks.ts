import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { GoodRow, UserRow } from './rows.ts';

// What createUsers takes at once, and less than a body may have, with room for the rest of the request.
const MOST_ROWS = 500;
const MOST_BYTES = 200_000;

/** What one request sends. */
export type Chunk = { rows: GoodRow[]; idempotencyKey: string };

/** What all requests of an import have in common. Whoever changes it starts another import. */
export type ImportOptions = {
  projectId: string;
  ifExisting: 'SKIP' | 'ADD_ENVIRONMENTS' | 'UPDATE';
  environmentIds: readonly string[];
  /** In ms since 1970. With it, the same file imported anew is another import: its first may have been undone since. */
  begunAt?: number;
};

/**
 * Divides the rows into requests. The idempotency key of each is made from what it sends and from its number, so when the same
 * import is begun again after a crash, what was done already is answered and not done twice. Each is made when it is asked for:
 * the keys of a large file at once would stop a page for a while.
 */
export function* chunksOf(rows: readonly GoodRow[], options: ImportOptions): Generator<Chunk> {
  let chunk: GoodRow[] = [];
  let bytes = 0;
  let number = 0;
  for (const good of rows) {
    const size = utf8ToBytes(JSON.stringify(good.row)).length + 1;
    if (chunk.length === MOST_ROWS || (chunk.length > 0 && bytes + size > MOST_BYTES)) {
      yield { rows: chunk, idempotencyKey: keyOf(chunk, options, number) };
      chunk = [];
      bytes = 0;
      number += 1;
    }
    chunk.push(good);
    bytes += size;
  }
  if (chunk.length > 0) yield { rows: chunk, idempotencyKey: keyOf(chunk, options, number) };
}

function keyOf(
  rows: readonly GoodRow[],
  { projectId, ifExisting, environmentIds, begunAt }: ImportOptions,
  number: number,
): string {
  const sent: UserRow[] = rows.map(({ row }) => row);
  const what = JSON.stringify([projectId, ifExisting, environmentIds.toSorted(), begunAt, number, sent]);
  return `import-${bytesToHex(sha256(utf8ToBytes(what)))}`;
}
