import { describe, expect, it } from '@jest/globals';
import type { GoodRow, UserRow } from '../../src/contact-files/rows.ts';
import { createTally } from '../../src/contact-files/tally.ts';

const NOTHING = { index: 0, duplicateOf: null, phoneNumber: null, user: null, userErrors: [] };
const USER = { id: 'u', version: 1 };

function rowAt(line: number, row: UserRow = {}): GoodRow {
  return { record: { line, cells: [], isUnclosed: false }, row };
}

describe('the counts of an import', () => {
  it('have the same person in a later request as a twin, in a dry run by what is in the rows', () => {
    const tally = createTally();
    tally.add([rowAt(1, { email: 'Ana@example.com ' })], [{ ...NOTHING, outcome: 'CREATED' }]);
    tally.add([rowAt(2, { email: 'ana@example.com' })], [{ ...NOTHING, outcome: 'CREATED' }]);
    tally.add([rowAt(3)], [{ ...NOTHING, outcome: 'SKIPPED', user: USER }]);
    tally.add([rowAt(4)], [{ ...NOTHING, outcome: 'SKIPPED', user: USER }]);
    expect(tally.counts).toEqual({ created: 1, updated: 0, present: 1, twins: 2, refused: 0 });
  });

  it('have no row as the twin of one that was refused', () => {
    const tally = createTally();
    const userErrors = [{ message: 'No' }, { message: 'No' }];
    tally.add([rowAt(9)], [{ ...NOTHING, outcome: 'REFUSED', user: USER, userErrors }]);
    tally.add([rowAt(10)], [{ ...NOTHING, outcome: 'UPDATED', user: USER }]);
    tally.addBad([{ record: rowAt(2).record, problem: 'Bad' }]);
    expect(tally.counts).toEqual({ created: 0, updated: 1, present: 0, twins: 0, refused: 2 });
    expect(tally.bad.map(({ record, problem }) => [record.line, problem])).toEqual([
      [2, 'Bad'],
      [9, 'No'],
    ]);
  });
});
