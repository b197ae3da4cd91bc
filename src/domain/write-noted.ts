import { isUnavailable } from '../database/engine/errors.ts';

type Writing<Item> = {
  /** The most items of one step. */
  most: number;
  write(step: readonly Item[]): Promise<void>;
  /** Gets each item that is to be written the next time. */
  keep(item: Item): void;
};

/**
 * Writes what was noted in memory, a step at a time. Rejects when the database does not answer; then what is not written yet is kept for
 * the next time.
 */
export async function writeNoted<Item>(items: readonly Item[], { most, write, keep }: Writing<Item>): Promise<void> {
  const bugs: unknown[] = [];
  for (let at = 0; at < items.length; at += most) {
    try {
      await write(items.slice(at, at + most));
    } catch (error) {
      if (isUnavailable(error)) {
        for (const item of items.slice(at)) keep(item);
        throw error;
      }
      // What a bug of ours refuses is refused the next time, too: it must not keep others from being written.
      bugs.push(error);
    }
  }
  if (bugs.length > 0) throw bugs[0];
}
