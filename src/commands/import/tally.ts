import type { RowResult } from '../../domain/row-results.ts';

/** What became of the rows; those that are not good are counted elsewhere. */
export type Tally = { added: number; changed: number; known: number; twins: number };

/** Counts results. A row that is the same person as one of an earlier request is a twin, as within a request. */
export function createTally(): { tally: Tally; add: (result: RowResult) => void } {
  const tally: Tally = { added: 0, changed: 0, known: 0, twins: 0 };
  const phones = new Set<string>();
  const add = ({ outcome, duplicateOf, phoneNumber }: RowResult) => {
    if (outcome === 'REFUSED') return;
    const isTwin = duplicateOf !== null || (phoneNumber !== null && phones.has(phoneNumber));
    if (phoneNumber !== null) phones.add(phoneNumber);
    if (isTwin) tally.twins += 1;
    else if (outcome === 'CREATED') tally.added += 1;
    else if (outcome === 'UPDATED') tally.changed += 1;
    else tally.known += 1;
  };
  return { tally, add };
}

export function describeTally({ added, changed, known, twins }: Tally, bad: number, dryRun: boolean): string {
  const would = dryRun ? ' would be' : '';
  return [
    `${added}${would} new, ${changed}${would} changed, ${known} here already, ${twins} twice in the file, ${bad} not good.`,
    ...(dryRun ? ['Nothing was written.'] : []),
  ].join(' ');
}
