import { sql } from 'kysely';
import type { Db } from '../../src/database/engine/connection.ts';

/** Every row of every table as a line of JSON, in some order; but when a key was last used, which each request may note. */
export async function dumpRows(owner: Db): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select format('%I', tablename) as name from pg_tables where schemaname = 'public' order by 1`.execute(owner);
  const dumps = await Promise.all(
    tables.rows.map(async ({ name }) => {
      const { rows } = await sql<{ row: string }>`
        select (to_jsonb(t) - 'last_used_at')::text as row from ${sql.raw(name)} t order by 1`.execute(owner);
      return rows.map(({ row }) => `${name} ${row}`);
    }),
  );
  return dumps.flat();
}

/** Of every table how many rows it has and a sum over all that is in them: cheap to ask for again and again, and to compare. */
export async function fingerprintTables(owner: Db): Promise<object[]> {
  const tables = await sql<{ name: string }>`
    select format('%I', tablename) as name from pg_tables where schemaname = 'public' order by 1`.execute(owner);
  const each = tables.rows.map(
    ({ name }) => sql`
      select ${name} as "table", count(*) as rows, sum(hashtextextended((to_jsonb(t) - 'last_used_at')::text, 0)) as content
      from ${sql.raw(name)} t`,
  );
  return (await sql<object>`${sql.join(each, sql` union all `)} order by 1`.execute(owner)).rows;
}
