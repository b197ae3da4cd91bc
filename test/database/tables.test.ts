import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { generate, PostgresDialect } from 'kysely-codegen';
import { connect } from '../../src/database/connection.ts';
import { createDatabase } from '../support/database.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

// What is selected must be the same type for type; what is inserted must have the same required columns.
// Ours may promise more than the database knows in one place: a phone number is a string only we can make.
const COMPARISON = `
import type { E164Number } from 'libphonenumber-js';
import type { Insertable, Selectable } from 'kysely';
import type { Database } from '../../../src/database/tables.ts';
import type { DB } from './generated.ts';

type Plain<T> = [T] extends [E164Number | null] ? ([T] extends [null] ? T : string | Extract<T, null>) : T;
type Row<T> = { [Column in keyof Selectable<T>]: Plain<Selectable<T>[Column]> };
type Required<T> = { [Column in keyof T]-?: undefined extends T[Column] ? never : null extends T[Column] ? never : Column }[keyof T];
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export const tables: Same<keyof Database, keyof DB> = true;
export const rows: { [Table in keyof Database]: Same<Row<Database[Table]>, { [Column in keyof Selectable<DB[Table]>]: Selectable<DB[Table]>[Column] }> } = {
  TABLES: true
};
export const required: { [Table in keyof Database]: Same<Required<Insertable<Database[Table]>>, Required<Insertable<DB[Table]>>> } = {
  TABLES: true
};
`;

/** What the compiler says of our table types beside those made from the migrated database. */
async function compare(change = (generated: string) => generated): Promise<string> {
  const folder = `${ROOT}node_modules/.cache/tables-${process.pid}/`;
  const db = connect(await createDatabase());
  try {
    const generated = await generate({
      db,
      dialect: new PostgresDialect(),
      camelCase: true,
      excludePattern: 'public.kysely_*',
      outFile: null,
    });
    const tables = [...generated.slice(generated.indexOf('export interface DB')).matchAll(/^ {2}(\w+):/gm)];
    const comparison = COMPARISON.replaceAll('TABLES: true', tables.map(([, table]) => `${table}: true`).join(',\n  '));
    const config = { extends: '../../../tsconfig.json', include: ['*.ts'] };
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}generated.ts`, change(generated));
    await writeFile(`${folder}comparison.ts`, comparison);
    await writeFile(`${folder}tsconfig.json`, JSON.stringify(config));
    return await promisify(execFile)(`${ROOT}node_modules/.bin/tsc`, ['--project', folder, '--pretty', 'false']).then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
  } finally {
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

test('the table types are those of the migrated database: tables, columns, nullability, enums, what an insert needs', async () => {
  expect(await compare()).toBe('');
});

test.each([
  ['a column more', (text: string) => text.replace('projectId: string;', 'projectId: string;\n  more: string;')],
  ['another type', (text: string) => text.replace('name: string;', 'name: number;')],
  ['a null', (text: string) => text.replace('email: string | null;', 'email: string;')],
  ['an enum value more', (text: string) => text.replace('"OPEN"', '"OPEN" | "AJAR"')],
  ['a default less', (text: string) => text.replace('version: Generated<number>;', 'version: number;')],
])('and a difference would be seen: %s', async (_, change) => {
  expect(await compare(change)).toMatch(/error TS2322/);
});
