import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rearm, toCsvLine } from '../../src/contact-files/csv-line.ts';

// Cells of what matters, and of letters between.
const cell = fc
  .array(fc.constantFrom(...'=+-@＝＋－＠\'",;|\t\r\n ab'), { maxLength: 8 })
  .map((characters) => characters.join(''));

const SEPARATORS = [...',;|\t\r\n'];
const LIVE = [...'=+-@＝＋－＠'];

/** Told character by character: an apostrophe wherever a piece between separators begins live, quotes aside, or the cell is a break. */
function armless(text: string): string {
  const begins = (at: number) => at === 0 || SEPARATORS.includes(text.charAt(at - 1));
  const after = (at: number, passed: string) => {
    let next = at;
    while (next < text.length && passed.includes(text.charAt(next))) next += 1;
    return text.charAt(next);
  };
  const isBreak = ['\t', '\r', '\n'].includes(after(0, "'"));
  const safe = [...text].map((character, at) => {
    const isLive = begins(at) && LIVE.includes(after(at, `'"`));
    return isLive || (at === 0 && isBreak) ? `'${character}` : character;
  });
  return safe.join('');
}

function quoted(text: string): string {
  const needs = [...SEPARATORS, '"'].some((each) => text.includes(each)) || text.trim() !== text;
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}

test('a cell is quoted where it must be, has an apostrophe wherever it would run, and is read as it was', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 3 }), (cells) => {
      expect(toCsvLine(cells)).toBe(`${cells.map((each) => quoted(armless(each))).join(',')}\r\n`);
      for (const each of cells) expect(rearm(armless(each))).toBe(each);
    }),
    { numRuns: 3000, seed: 1 },
  );
});
