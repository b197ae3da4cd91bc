import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { describeLetters, LETTERS_FILE } from '../../src/commands/letters.ts';

test('the letters that a search takes for the same are those of the data they are made from', () => {
  expect(readFileSync(LETTERS_FILE, 'utf8')).toBe(describeLetters());
});
