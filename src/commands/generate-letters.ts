import { writeFileSync } from 'node:fs';
import { describeLetters, LETTERS_FILE } from './letters.ts';

writeFileSync(LETTERS_FILE, describeLetters());
