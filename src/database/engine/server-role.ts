import { sql } from 'kysely';
import { type Db, SERVER_ROLE, type Tx } from './connection.ts';
import { codeOf, describeFault } from './errors.ts';

/** The server's role cannot be had. The message has the statements with which somebody else can make it so. */
class ServerRoleError extends Error {
  override readonly name = 'ServerRoleError';
}

type Situation = {
  owner: string;
  exists: boolean;
  hasOwnersRights: boolean;
  /** By whoever the server logs in as. */
  isUsable: boolean;
};

/**
 * Creates the role that has the server's rights and cannot log in. Whoever the server logs in as becomes a member: `login`, or the
 * owner, who makes a login. Roles belong to the cluster, so no migration can create it. Throws what to run if the owner may not.
 */
export async function ensureServerRole(tx: Tx, role = SERVER_ROLE, login?: string): Promise<void> {
  const before = await describe(tx, role, login);
  const missing = before.exists ? [] : [`create role ${quote(role)} nologin`];
  if (!before.isUsable)
    missing.push(
      `grant ${quote(role)} to ${login === undefined ? `${quote(before.owner)} with admin option` : quote(login)}`,
    );
  try {
    // The servers of two databases in one cluster may run this at the same time.
    if (!before.exists)
      await sql`do ${sql.lit(`begin create role "${role}" nologin; exception when duplicate_object or unique_violation then null; end`)}`.execute(
        tx,
      );
    const now = await describe(tx, role, login);
    if (now.hasOwnersRights)
      throw new ServerRoleError(
        `DATABASE_ROLE must be another role: ${role} has the rights of ${now.owner}, the owner.`,
      );
    // From PostgreSQL 16 on, whoever created a role may grant it to others, but cannot use it before granting it to themselves.
    if (!now.isUsable) await sql`grant ${sql.id(role)} to ${sql.id(login ?? now.owner)}`.execute(tx);
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    throw new ServerRoleError(
      `The role ${role} cannot be made or granted (${describeFault(error)}). Let a superuser run this, or name another role in ` +
        `DATABASE_ROLE:\n${missing.map((statement) => `  ${statement};`).join('\n')}`,
    );
  }
}

async function describe(tx: Tx, role: string, login?: string): Promise<Situation> {
  const { rows } = await sql<Situation>`
    with roles as (select
      (select oid from pg_roles where rolname = ${role}) as server,
      (select oid from pg_roles where rolname = ${login ?? null}) as login,
      (select oid from pg_roles where rolname = current_user) as owner)
    select current_user::text as owner, server is not null as exists,
      coalesce(pg_has_role(server, owner, 'member'), false) as has_owners_rights,
      coalesce(case when login is not null then pg_has_role(login, server, 'usage')
        when current_setting('server_version_num')::integer < 160000 then pg_has_role(owner, server, 'member')
        else pg_has_role(owner, server, 'set') end, false) as is_usable
    from roles`.execute(tx);
  if (!rows[0]) throw new Error('The database does not say who its roles are.');
  return rows[0];
}

/** As PostgreSQL writes the name of a role in a statement. */
function quote(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Runs `work` in a transaction, one server after another: PostgreSQL fails when two sessions grant on the same object. */
export function inTurn<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('users_management.server_role'))`.execute(tx);
    return work(tx);
  });
}
