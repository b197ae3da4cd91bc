import type { ContactRecord } from './contact-file.ts';
import type { GoodRow, UserRow } from './rows.ts';

/** A result of createUsers, as much of it as is counted. */
type RowResult = {
  index: number;
  outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'SKIPPED' | 'DELETED' | 'REFUSED';
  duplicateOf: number | null;
  phoneNumber: string | null;
  user: { id: string; version: number } | null;
  userErrors: readonly { message: string }[];
};

/** What becomes of the rows of a file. */
export type Counts = { created: number; updated: number; present: number; twins: number; refused: number };
/** A row that was not taken, and why. */
export type BadRecord = { record: ContactRecord; problem: string };

export type Tally = {
  readonly counts: Readonly<Counts>;
  /** In the file's order. */
  readonly bad: readonly BadRecord[];
  /** The versions of the users that were created, by their ids. */
  readonly created: ReadonlyMap<string, number>;
  addBad(bad: readonly BadRecord[]): void;
  add(rows: readonly GoodRow[], results: readonly RowResult[]): void;
};

export function createTally(): Tally {
  const counts: Counts = { created: 0, updated: 0, present: 0, twins: 0, refused: 0 };
  const bad: BadRecord[] = [];
  const created = new Map<string, number>();
  // Twins within one request are told by the service; those of an earlier request are known here.
  const seen = new Set<string>();
  return {
    counts,
    get bad() {
      return bad.sort((one, other) => one.record.line - other.record.line);
    },
    created,
    addBad(found) {
      bad.push(...found);
      counts.refused += found.length;
    },
    add(rows, results) {
      const marks: string[] = [];
      for (const result of results) {
        const good = rows[result.index];
        if (!good) continue;
        const own = marksOf(result, good.row);
        counts[
          kindOf(
            result,
            own.some((mark) => seen.has(mark)),
          )
        ] += 1;
        marks.push(...own);
        if (result.outcome === 'REFUSED') bad.push({ record: good.record, problem: problemOf(result) });
        const { user } = result;
        if (user && (result.outcome === 'CREATED' || created.has(user.id))) created.set(user.id, user.version);
      }
      for (const mark of marks) seen.add(mark);
    },
  };
}

function kindOf({ outcome, duplicateOf }: RowResult, isSeen: boolean): keyof Counts {
  if (outcome === 'REFUSED') return 'refused';
  if (isSeen || typeof duplicateOf === 'number') return 'twins';
  if (outcome === 'CREATED') return 'created';
  return outcome === 'UPDATED' ? 'updated' : 'present';
}

/** What two rows of the same person have in common. Somebody whom a dry run would create has no id yet; a refused row counts for nobody. */
function marksOf({ outcome, user, phoneNumber }: RowResult, row: UserRow): string[] {
  if (outcome === 'REFUSED') return [];
  if (user) return [user.id];
  if (outcome !== 'CREATED') return [];
  return [
    ...(phoneNumber ? [phoneNumber] : []),
    ...(row.email ? [row.email.trim().toLowerCase()] : []),
    ...(row.channelIdentities ?? []).map(({ channel, externalId }) => `${channel}:${externalId}`),
  ];
}

function problemOf({ userErrors }: RowResult): string {
  return [...new Set(userErrors.map(({ message }) => message))].join('. ');
}
