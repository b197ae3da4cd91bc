import type { UserRow } from '../database/tables.ts';
import type { Problem } from './refusal.ts';
import type { PhoneNumber } from './values/phone-number.ts';

export type RowOutcome = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'SKIPPED' | 'DELETED' | 'REFUSED';

/** What became of one row of a request, or of one user that it names. */
export type RowResult = {
  index: number;
  outcome: RowOutcome;
  user: UserRow | null;
  phoneNumber: PhoneNumber | null;
  /** The index of an earlier row that is the same person. */
  duplicateOf: number | null;
  userErrors: Problem[];
};

export type RowCounts = {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  deleted: number;
  refused: number;
};

export type ManyResults = { results: RowResult[]; counts: RowCounts };

export const NO_COUNTS: RowCounts = { created: 0, updated: 0, unchanged: 0, skipped: 0, deleted: 0, refused: 0 };

export function withCounts(results: RowResult[]): ManyResults {
  const counts = { ...NO_COUNTS };
  for (const { outcome } of results) counts[COUNTED[outcome]] += 1;
  return { results, counts };
}

const COUNTED = {
  CREATED: 'created',
  UPDATED: 'updated',
  UNCHANGED: 'unchanged',
  SKIPPED: 'skipped',
  DELETED: 'deleted',
  REFUSED: 'refused',
} as const;

/** The result for a user as it is, by its own number. */
export function resultFor(
  index: number,
  outcome: RowOutcome,
  user: UserRow | undefined,
  userErrors: Problem[] = [],
): RowResult {
  return { index, outcome, user: user ?? null, phoneNumber: user?.phoneNumber ?? null, duplicateOf: null, userErrors };
}
