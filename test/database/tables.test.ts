import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { createDatabase } from '../support/database.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

// What is selected must be the same, type for type, and an insert must need the same columns.
const COMPARISON = `
import type { Insertable, Selectable } from 'kysely';
import type { Tables } from '../../../src/database/tables.ts';
import type { DB } from './generated.ts';

type Needed<T> = { [Column in keyof T]-?: undefined extends T[Column] ? never : Column }[keyof T];
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

export const tables: Same<keyof Tables, keyof DB> = true;
export const columns: { [Table in keyof DB]: Same<keyof Tables[Table], keyof DB[Table]> } = ALL;
export const rows: { [Table in keyof DB]: Same<Selectable<Tables[Table]>, Selectable<DB[Table]>> } = ALL;
export const inserts: { [Table in keyof DB]: Same<Needed<Insertable<Tables[Table]>>, Needed<Insertable<DB[Table]>>> } = ALL;
`;

/** What the compiler says of our table types beside those made from the migrated database. */
async function compare(): Promise<string> {
  const folder = `${ROOT}node_modules/.cache/tables-${process.pid}/`;
  await mkdir(folder, { recursive: true });
  try {
    const url = await createDatabase();
    const options = ['--dialect=postgres', '--camel-case', '--exclude-pattern=public.kysely_*', '--log-level=error'];
    await run(`${ROOT}node_modules/.bin/kysely-codegen`, [
      ...options,
      `--url=${url}`,
      `--out-file=${folder}generated.ts`,
    ]);
    const generated = await readFile(`${folder}generated.ts`, 'utf8');
    const tables = [...generated.slice(generated.indexOf('export interface DB')).matchAll(/^ {2}(\w+):/gm)];
    const comparison = COMPARISON.replaceAll('ALL', `{ ${tables.map(([, table]) => `${table}: true`).join(', ')} }`);
    const config = { extends: '../../../tsconfig.json', include: ['*.ts'] };
    await writeFile(`${folder}comparison.ts`, comparison);
    await writeFile(`${folder}tsconfig.json`, JSON.stringify(config));
    return await run(`${ROOT}node_modules/.bin/tsc`, ['--project', folder, '--pretty', 'false']).then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('the table types are those of the migrated database: tables, columns, nullability, enums, what an insert needs', async () => {
  expect(await compare()).toBe('');
});
