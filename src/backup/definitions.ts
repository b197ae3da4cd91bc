import { type Client, escapeIdentifier } from 'pg';
import type { Table } from './format.ts';

/** What holds up each row that is written, with the statements that take it away and bring it back. */
type Definition = { table: string; drop: string; create: string };

/** In the order in which they are brought back: foreign keys need the unique ones. */
type Definitions = { keys: Definition[]; indexes: Definition[]; foreignKeys: Definition[] };

type Rebuild = (onBuild: (table: string) => void) => Promise<void>;

/**
 * Takes keys, indexes and triggers away, so that rows are written without them: a sorted index is built in a fraction of the time, and
 * foreign keys are checked by one join each. Returns how many there are and a function that brings them back as they were.
 */
export async function setAside(client: Client, tables: readonly Table[]): Promise<{ count: number; rebuild: Rebuild }> {
  const { keys, indexes, foreignKeys } = await readDefinitions(client, tables);
  for (const { drop } of [...foreignKeys, ...indexes, ...keys]) await client.query(drop);
  // Those that PostgreSQL makes for foreign keys went with these.
  await switchTriggers(client, tables, 'disable');
  const rebuild: Rebuild = async (onBuild) => {
    for (const { create, table } of [...keys, ...indexes]) {
      onBuild(table);
      await client.query(create);
    }
    // The planner must know how many there are before it joins them.
    await client.query('analyze');
    for (const { create, table } of foreignKeys) {
      onBuild(table);
      await client.query(create);
    }
    await switchTriggers(client, tables, 'enable');
  };
  return { count: keys.length + indexes.length + foreignKeys.length, rebuild };
}

async function readDefinitions(client: Client, tables: readonly Table[]): Promise<Definitions> {
  const names = tables.map(({ name }) => name);
  const { rows: constraints } = await client.query<{ table: string; name: string; type: string; definition: string }>(
    `select c.relname as table, o.conname as name, o.contype as type, pg_get_constraintdef(o.oid) as definition
     from pg_constraint o join pg_class c on c.oid = o.conrelid
     where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relname = any($1) and o.contype in ('p', 'u', 'x', 'f')
     order by 1, 2`,
    [names],
  );
  const { rows: indexes } = await client.query<Definition>(
    `select c.relname as table, format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as create
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relname = any($1)
       and not exists (select from pg_constraint o where o.conindid = i.indexrelid and o.contype in ('p', 'u', 'x'))
     order by 1, 2`,
    [names],
  );
  const toDefinition = ({ table, name, definition }: (typeof constraints)[number]): Definition => {
    const [on, constraint] = [`alter table ${escapeIdentifier(table)}`, `constraint ${escapeIdentifier(name)}`];
    return { table, drop: `${on} drop ${constraint}`, create: `${on} add ${constraint} ${definition}` };
  };
  return {
    keys: constraints.filter(({ type }) => type !== 'f').map(toDefinition),
    indexes,
    foreignKeys: constraints.filter(({ type }) => type === 'f').map(toDefinition),
  };
}

async function switchTriggers(client: Client, tables: readonly Table[], way: 'enable' | 'disable'): Promise<void> {
  for (const { name } of tables) await client.query(`alter table ${escapeIdentifier(name)} ${way} trigger user`);
}
