import type { Client } from 'pg';
import { escapeIdentifier } from 'pg';
import type { Table } from './format.ts';

/** What no backup has, and why. Unlogged tables are left out as well: PostgreSQL itself may empty them. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  kysely_migration: 'the header names the migrations; a restoring database notes its own',
  kysely_migration_lock: 'of use only while a migration runs',
};

/** The tables of the schema that a backup has, by name, each with the columns that are not computed. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
       and c.relname <> all($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     group by 1 order by 1`,
    [Object.keys(LEFT_OUT)],
  );
  return rows;
}

/** The migrations that the database has, oldest first; none if it was never migrated. */
export async function listExecutedMigrations(client: Client): Promise<string[]> {
  const { rows: found } = await client.query(`select to_regclass('kysely_migration') is not null as is_there`);
  if (!found[0]?.is_there) return [];
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  return rows.map(({ name }) => name);
}

export function namesOf(tables: readonly Table[]): string {
  return tables.map(({ name }) => escapeIdentifier(name)).join(', ');
}

/** The table and its columns, as COPY wants them. */
export function toCopy({ name, columns }: Table): string {
  return `${escapeIdentifier(name)} (${columns.map((column) => escapeIdentifier(column)).join(', ')})`;
}
