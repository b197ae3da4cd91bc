import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Position } from '../../database/position.ts';
import { CallerError } from '../../domain/caller-error.ts';

const shape = z.tuple([z.string(), z.guid(), z.string()]);

// In characters. Beyond it, each cursor of a page would hash a long filter again.
const LONGEST_LIST = 1000;

/** What the cursors of a list are sealed with: its project, order, search and filter, spelled out, or their hash where that is long. */
export function sealOfList(name: readonly unknown[]): string {
  const text = JSON.stringify(name);
  return text.length > LONGEST_LIST ? createHash('sha256').update(text).digest('base64url') : text;
}

/** A position in one list. `list` is the seal of the list. */
export type Place = { list: string; position: Position };

export function encodeCursor({ list, position }: Place): string {
  const { id } = position;
  const key = typeof position.key === 'string' ? position.key : position.key.toISOString();
  return Buffer.from(JSON.stringify([key, id, seal(list, key, id)])).toString('base64url');
}

/** The position of the cursor; null when none is given. Throws BAD_USER_INPUT for a cursor that is damaged or from another list. */
export function readCursor(list: string, cursor: string | null | undefined): Position | null {
  if (cursor === null || cursor === undefined) return null;
  const decoded = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (decoded.success) {
    const [key, id] = decoded.data;
    // A cursor of ours is exactly the same when it is made anew, its seal included.
    if (encodeCursor({ list, position: { key, id } }) === cursor) return { key, id };
  }
  throw new CallerError('BAD_USER_INPUT', 'This cursor is damaged, or of another project, order, search or filter.');
}

function seal(list: string, key: string, id: string): string {
  return createHash('sha256')
    .update(JSON.stringify([list, key, id]))
    .digest('base64url')
    .slice(0, 12);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
