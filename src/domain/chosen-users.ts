import type { Tx } from '../database/engine/connection.ts';
import type { UserRow } from '../database/tables.ts';
import { countUsers } from '../database/user-counts.ts';
import { DEFAULT_ORDER } from '../database/user-order.ts';
import { listSelectedIds, listUsers } from '../database/user-pages.ts';
import { lockUsers } from '../database/users.ts';
import { CallerError } from './caller-error.ts';
import { problem, refuse } from './refusal.ts';
import { type RowResult, resultFor } from './row-results.ts';
import { notFound } from './shared-problems.ts';
import { readSelection, type UserSelectionInput } from './user-selection.ts';

export type UserChoice = {
  projectId: string;
  ids?: readonly string[] | null;
  among?: UserSelectionInput | null;
  selection?: UserSelectionInput | null;
  expectedCount?: number | null;
};

/** The most users that one request changes or deletes. */
export const MOST_CHOSEN = 1000;

/** One of the chosen users, locked; undefined when there is no such user any more. */
export type ChosenUser = {
  /** The place in the request or in the list. */
  index: number;
  user: UserRow | undefined;
  /** The path of whoever it is inside the input; null for one of a selection. */
  field: string[] | null;
  /** Whether a user is not in the selection any more, though it was before. */
  isGone: boolean;
};

/** Throws BAD_USER_INPUT unless there are 1 to 1,000 ids, or a selection with a count. */
export function requireChoice({ ids, among, selection, expectedCount }: UserChoice): void {
  if (Boolean(ids) === Boolean(selection)) throw badInput('Give either ids or a selection.');
  if (selection && among) throw badInput('Give among with ids alone.');
  if (ids && (ids.length === 0 || ids.length > MOST_CHOSEN)) throw badInput(`Give 1 to ${told(MOST_CHOSEN)} ids.`);
  if (selection && (expectedCount === null || expectedCount === undefined)) {
    throw badInput('A selection needs expectedCount.');
  }
}

/** Locks the chosen users, in the order of the ids or of the list. Refuses a selection that has too many users, or not the expected number. */
export async function lockChosen(tx: Tx, choice: UserChoice): Promise<ChosenUser[]> {
  const { projectId, among, selection } = choice;
  if (selection) return lockSelected(tx, choice, selection);
  const ids = choice.ids ?? [];
  const users = await lockById(tx, projectId, ids);
  const selected = new Set(among ? await listSelectedIds(tx, readSelection(projectId, among), ids) : ids);
  return ids.flatMap((id, index) => {
    if (ids.indexOf(id) !== index) return [];
    const user = users.get(id);
    return { index, user, field: ['ids', String(index)], isGone: user !== undefined && !selected.has(id) };
  });
}

async function lockSelected(tx: Tx, choice: UserChoice, input: UserSelectionInput): Promise<ChosenUser[]> {
  const { projectId, expectedCount } = choice;
  const selection = readSelection(projectId, input);
  const found = await listUsers({ db: tx, shortReads: tx }, selection, { ...FROM_THE_START, limit: MOST_CHOSEN + 1 });
  if (found.length > MOST_CHOSEN) {
    const count = told(await countUsers(tx, selection, null));
    const message = `The selection has ${count} users: at most ${told(MOST_CHOSEN)} can be changed at once`;
    return refuse(problem('selection', 'TOO_MANY', message));
  }
  if (found.length !== expectedCount) {
    const users = found.length === 1 ? '1 user' : `${told(found.length)} users`;
    return refuse(problem('expectedCount', 'COUNT_CHANGED', `The selection has ${users} now`));
  }
  const ids = found.map(({ id }) => id);
  const users = await lockById(tx, projectId, ids);
  // While this waited for the locks, somebody may have been seen, or changed.
  const selected = new Set(await listSelectedIds(tx, selection, ids));
  return ids.map((id, index) => ({ index, user: users.get(id), field: null, isGone: !selected.has(id) }));
}

/** The result for a chosen user with whom nothing can be done: there is none any more, or the selection has lost them. */
export function untouched({ index, user, field, isGone }: ChosenUser): RowResult {
  if (isGone) return resultFor(index, 'SKIPPED', user);
  return resultFor(index, 'REFUSED', undefined, [{ ...notFound('user'), field }]);
}

const FROM_THE_START = { orderBy: DEFAULT_ORDER, isBackward: false, after: null, before: null };

async function lockById(tx: Tx, projectId: string, ids: readonly string[]): Promise<Map<string, UserRow>> {
  const users = await lockUsers(tx, projectId, ids);
  return new Map(users.map((user) => [user.id, user]));
}

function badInput(message: string): CallerError {
  return new CallerError('BAD_USER_INPUT', message);
}

function told(count: number): string {
  return count.toLocaleString('en');
}
