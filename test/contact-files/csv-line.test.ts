import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rearm, toCsvLine } from '../../src/contact-files/csv-line.ts';
import { armless, tellCell } from '../support/csv-cell.ts';

// Cells of what matters, and of letters between.
const cell = fc
  .array(fc.constantFrom(...'=+-@＝＋－＠\'",;|\t\r\n ab'), { maxLength: 8 })
  .map((characters) => characters.join(''));

test('a cell is quoted where it must be, has an apostrophe wherever it would run, and is read as it was', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 3 }), (cells) => {
      expect(toCsvLine(cells)).toBe(`${cells.map(tellCell).join(',')}\r\n`);
      for (const each of cells) expect(rearm(armless(each))).toBe(each);
    }),
    { numRuns: 3000, seed: 1 },
  );
});
