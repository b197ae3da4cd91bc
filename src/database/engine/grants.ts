import { sql } from 'kysely';
import type { Tables } from '../tables.ts';
import { type Db, SERVER_ROLE, type Tx } from './connection.ts';
import { inTurn } from './server-role.ts';
import { snakeCase } from './snake-case.ts';

const ROWS = ['select', 'insert', 'update', 'delete'];

/** All that the server may do with the tables. It has no other rights on them. */
const TABLES: Record<keyof Tables, readonly string[]> = {
  projects: ROWS,
  environments: ROWS,
  users: ROWS,
  userEnvironments: ROWS,
  channelIdentities: ROWS,
  sightings: ROWS,
  seenUsers: ROWS,
  accessKeys: ROWS,
  accessKeyEnvironments: ROWS,
  projectMembers: ROWS,
  accessRequests: ROWS,
  blockedSenders: ROWS,
  invitations: ROWS,
  // Audit events are never changed or deleted.
  auditEvents: ['select', 'insert'],
  idempotencyKeys: ROWS,
  userRewrites: ['select', 'update'],
  sharedCharges: ROWS,
};

// /ready reads here whether the schema is the one that the server was written for.
const GRANTS = { ...TABLES, kyselyMigration: ['select'], kyselyMigrationLock: [] };

// The search index and the searches call these.
const FUNCTIONS = ['search_grams(uuid, text)', 'search_grams_of_part(uuid, text)', 'search_week(timestamptz)'];

/**
 * Gives the server's role exactly these rights, whatever was restored or tampered with; runs as the owner. Rights that are
 * already correct are not touched, because each change makes every session plan its statements anew. Calls `onEvent` with each
 * statement that only the owner of the database or schema can run.
 */
export async function grantServerRights(
  owner: Db,
  onEvent: (message: string) => void,
  role = SERVER_ROLE,
): Promise<void> {
  await inTurn(owner, async (tx) => {
    await grantOnTables(tx, role);
    for (const statement of await settleSurroundings(tx, role))
      onEvent(
        `The server's rights are not as they should be until the owner of the database or schema runs: ${statement}`,
      );
  });
}

async function grantOnTables(tx: Tx, role: string): Promise<void> {
  const { rows } = await sql<{ name: string; privileges: string[] }>`
    select c.relname as name, array_agg(lower(a.privilege_type) || case when a.is_grantable then '*' else '' end) as privileges
    from pg_class c
    cross join lateral (
      select (aclexplode(c.relacl)).*
      union all select (aclexplode(attacl)).* from pg_attribute where attrelid = c.oid
    ) as a
    where c.relnamespace = quote_ident(current_schema())::regnamespace and a.grantee = ${role}::regrole
    group by c.relname`.execute(tx);
  const actual = new Map(rows.map(({ name, privileges }) => [name, privileges.toSorted().join()]));
  for (const [table, privileges] of Object.entries(GRANTS)) {
    const name = snakeCase(table);
    if ((actual.get(name) ?? '') === privileges.toSorted().join()) continue;
    await sql`revoke all on ${sql.table(name)} from ${sql.id(role)} cascade`.execute(tx);
    if (privileges.length === 0) continue;
    await sql`grant ${sql.raw(privileges.join(', '))} on ${sql.table(name)} to ${sql.id(role)}`.execute(tx);
  }
}

/**
 * Grants and revokes on the database, the schema and functions. By default everybody may create temporary tables, and in older
 * versions any table: such a table could hide one of ours. Returns the statements that need another owner.
 */
async function settleSurroundings(tx: Tx, role: string): Promise<string[]> {
  const { rows } = await sql<{ statement: string; isOwner: boolean }>`
    with wanted (statement, is_done, owner) as (
      select format('grant connect on database %I to %I', datname, ${role}::text),
        has_database_privilege(${role}, oid, 'connect'), datdba from pg_database where datname = current_database()
      union all
      select format('revoke temporary on database %I from public, %I', datname, ${role}::text),
        not has_database_privilege(${role}, oid, 'temporary'), datdba from pg_database where datname = current_database()
      union all
      select format('grant usage on schema %I to %I', nspname, ${role}::text),
        has_schema_privilege(${role}, oid, 'usage'), nspowner from pg_namespace where nspname = current_schema()
      union all
      select format('revoke create on schema %I from public, %I', nspname, ${role}::text),
        not has_schema_privilege(${role}, oid, 'create'), nspowner from pg_namespace where nspname = current_schema()
      union all
      select format('grant execute on function %s to %I', oid::regprocedure, ${role}::text),
        has_function_privilege(${role}, oid, 'execute'), proowner from pg_proc where oid = any(${FUNCTIONS}::regprocedure[])
    )
    select statement, pg_has_role(current_user, owner, 'usage') as is_owner from wanted where not is_done`.execute(tx);
  for (const { statement, isOwner } of rows) if (isOwner) await sql.raw(statement).execute(tx);
  return rows.filter(({ isOwner }) => !isOwner).map(({ statement }) => statement);
}
