import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openContactFile } from '../../src/contact-files/contact-file.ts';
import { inProse } from '../../src/contact-files/row-problem.ts';
import { readRows } from '../../src/contact-files/rows.ts';

const ENVIRONMENTS = [
  { id: 'dev', name: 'Development' },
  { id: 'prod', name: 'Production' },
  { id: 'odd', name: 'Lab; west' },
];

export function sample(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, 'samples', name));
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Opens the file and reads all its rows as its columns were guessed. */
export async function read(file: Uint8Array, environments = ENVIRONMENTS) {
  const opened = openContactFile(file);
  const rows = [];
  const problems = [];
  for await (const { good, bad } of readRows(opened, opened.columns, environments)) {
    rows.push(...good.map(({ row }) => row));
    problems.push(...bad.map((row) => [row.record.line, inProse(row.problems)]));
  }
  return { file: opened, rows, problems };
}
