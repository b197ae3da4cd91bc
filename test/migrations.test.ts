import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NO_MIGRATIONS } from 'kysely/migration';
import pg from 'pg';
import { connect, type Db, SERVER_ROLE } from '../src/database/engine/connection.ts';
import { createMigrator, migrate } from '../src/database/engine/migrate.ts';
import { createDatabase } from './support/database.ts';

let db: Db;
let client: pg.Client;

beforeAll(async () => {
  const connectionString = await createDatabase();
  db = connect(connectionString);
  client = new pg.Client({ connectionString });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await db.destroy();
});

async function list<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  return (await client.query<Row>(statement)).rows;
}

const OURS = `n.nspname = 'public' and c.relname not like 'kysely%'`;

/** Tables with their columns, constraints, indexes, triggers, types and rights, in words. */
async function describeSchema(): Promise<unknown[]> {
  return [
    await list(`select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        pg_get_expr(d.adbin, d.adrelid) as default
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where ${OURS} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`),
    await list(`select c.relname, c.reloptions from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.reloptions is not null order by 1`),
    await list(`select c.relname, o.conname, pg_get_constraintdef(o.oid) from pg_constraint o
      join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS} order by 1, 2`),
    await list(`select tablename, indexname, indexdef from pg_indexes
      where schemaname = 'public' and tablename not like 'kysely%' order by 2`),
    await list(`select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal order by 1`),
    await list(`select proname, prosrc, proconfig from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      order by 1`),
    await list(`select t.typname, e.enumlabel from pg_enum e join pg_type t on t.oid = e.enumtypid
      order by 1, e.enumsortorder`),
    await list(`select c.relname, c.relacl::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind = 'r' order by 1`),
  ];
}

describe('migrations', () => {
  test('are numbered without gaps, each with a way up and a way down', () => {
    const files = readdirSync(new URL('../migrations/', import.meta.url));
    const names = [...new Set(files.map((file) => file.replace(/\.(up|down)\.sql$/, '')))].sort();
    expect(files.toSorted()).toEqual(names.flatMap((name) => [`${name}.down.sql`, `${name}.up.sql`]));
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual([
      ...new Set(names.map((name) => Number(name.slice(0, 4)))),
    ]);
  });

  test('go down one by one to nothing, and up again to the very same', async () => {
    const before = await describeSchema();
    const migrator = createMigrator(db);
    for (const { name } of await migrator.getMigrations()) {
      const { error, results } = await migrator.migrateDown();
      expect([name, error, results?.map(({ status }) => status)]).toEqual([name, undefined, ['Success']]);
    }
    expect((await describeSchema()).flat()).toEqual([]);
    expect((await migrator.migrateTo(NO_MIGRATIONS)).error).toBeUndefined();
    for (const { name } of await migrator.getMigrations()) {
      const { error, results } = await migrator.migrateUp();
      expect([error, results?.map(({ migrationName }) => migrationName)]).toEqual([undefined, [name]]);
    }
    // The rights to newer tables are granted at every start.
    await migrate(db);
    expect(await describeSchema()).toEqual(before);
  });

  test('run once however many servers start at once', async () => {
    await createMigrator(db).migrateTo(NO_MIGRATIONS);
    await Promise.all([migrate(db), migrate(db), migrate(db)]);
    expect((await createMigrator(db).getMigrations()).every(({ executedAt }) => executedAt)).toBe(true);
  });
});

describe('the schema', () => {
  test('names every constraint, index and trigger <table>__<what>', async () => {
    const names = await list<{ table: string; name: string }>(`
      select c.relname as table, o.conname as name from pg_constraint o
        join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
        where ${OURS} and o.contype <> 'n'
      union select c.relname, i.relname from pg_index x join pg_class c on c.oid = x.indrelid
        join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS}
      union select c.relname, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
        join pg_namespace n on n.oid = c.relnamespace where ${OURS} and not t.tgisinternal`);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter(({ table, name }) => !name.startsWith(`${table}__`))).toEqual([]);
  });

  // Keys are found by their public id before any project is known; rewriting users is one job for all projects;
  // what a caller spent is no matter of one project.
  const PROJECTLESS = ['projects__pkey', 'access_keys__pkey', 'user_rewrites__pkey', 'shared_charges__pkey'];

  test('begins every key of a table that a project owns with the project', async () => {
    const keys = await list<{ name: string; type: string; first: string; of: string | null }>(`
      select i.relname as name, coalesce(o.contype, 'u') as type, a.attname as first, null as of
        from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        join pg_namespace n on n.oid = c.relnamespace left join pg_constraint o on o.conindid = x.indexrelid and o.contype in ('p', 'u')
        join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0] where ${OURS} and x.indisunique
      union all
      select o.conname, o.contype, a.attname, f.attname from pg_constraint o
        join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum = o.conkey[1]
        join pg_attribute f on f.attrelid = o.confrelid and f.attnum = o.confkey[1]
        where ${OURS} and o.contype = 'f'`);
    const elsewhere = keys.filter(({ first }) => first !== 'project_id').map(({ name }) => name);
    expect([...new Set(elsewhere)].filter((name) => !PROJECTLESS.includes(name))).toEqual([]);
    const foreign = keys.filter(({ type }) => type === 'f');
    expect(foreign.filter(({ name, of }) => of !== (name.endsWith('__project') ? 'id' : 'project_id'))).toEqual([]);
  });

  test('has no function that a session’s search_path could mislead: each has its own, or was bound at its creation', async () => {
    const functions = await list<{ name: string; bound: boolean; path: string | null }>(`
      select p.oid::regprocedure::text as name, p.prosqlbody is not null as bound,
        (select setting from unnest(p.proconfig) as setting where setting like 'search_path=%') as path
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
    expect(functions.length).toBeGreaterThan(4);
    const isFixed = /^search_path=(public|pg_catalog), pg_temp$/;
    expect(functions.filter(({ bound, path }) => !bound && !isFixed.test(path ?? ''))).toEqual([]);
  });

  test('is not the server role’s, which may read and write rows and nothing more', async () => {
    const owned = await list(`select relname from pg_class where relowner = '${SERVER_ROLE}'::regrole
      union all select proname from pg_proc where proowner = '${SERVER_ROLE}'::regrole
      union all select typname from pg_type where typowner = '${SERVER_ROLE}'::regrole
      union all select nspname from pg_namespace where nspowner = '${SERVER_ROLE}'::regrole
      union all select datname from pg_database where datdba = '${SERVER_ROLE}'::regrole`);
    expect(owned).toEqual([]);
    const [role] = await list(`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolcanlogin,
      has_schema_privilege(oid, 'public', 'create') as creates from pg_roles where rolname = '${SERVER_ROLE}'`);
    expect(Object.values(role ?? {})).toEqual(Array(6).fill(false));
    const more = await list(`select c.relname, p.privilege from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join unnest(array['truncate', 'references', 'trigger']) as p (privilege)
      where ${OURS} and c.relkind = 'r' and has_table_privilege('${SERVER_ROLE}', c.oid, p.privilege)`);
    expect(more).toEqual([]);
    const trail = await list(`select has_table_privilege('${SERVER_ROLE}', 'audit_events', p.privilege) as may
      from unnest(array['update', 'delete']) as p (privilege)`);
    expect(trail).toEqual([{ may: false }, { may: false }]);
  });
});
