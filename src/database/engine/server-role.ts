import { sql } from 'kysely';
import { type Db, SERVER_ROLE, type Tx } from './connection.ts';

/** Creates the role that has the server's rights and cannot log in. Roles belong to the cluster, so no migration can create it. */
export async function ensureServerRole(tx: Tx): Promise<void> {
  // The servers of two databases in one cluster may run this at the same time.
  await sql`do ${sql.lit(`begin
    if to_regrole('${SERVER_ROLE}') is null then create role ${SERVER_ROLE} nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end`)}`.execute(tx);
  // From PostgreSQL 16 on, whoever created a role may grant it to others, but cannot use it before granting it to themselves.
  const { rows } = await sql<{ isUsable: boolean }>`select pg_has_role(current_user, ${SERVER_ROLE},
    case when current_setting('server_version_num')::integer < 160000 then 'member' else 'set' end) as is_usable`.execute(
    tx,
  );
  if (!rows[0]?.isUsable) await sql`grant ${sql.id(SERVER_ROLE)} to current_user`.execute(tx);
}

/** Runs `work` in a transaction, one server after another: PostgreSQL fails when two sessions grant on the same object. */
export function inTurn<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('users_management.server_role'))`.execute(tx);
    return work(tx);
  });
}
