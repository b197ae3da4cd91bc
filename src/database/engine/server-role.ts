import { sql } from 'kysely';
import { type Db, SERVER_ROLE, type Tx } from './connection.ts';

/** Makes the role that holds the server's rights, in which nobody logs in. It is the cluster's, so no migration can own it. */
export async function ensureServerRole(tx: Tx): Promise<void> {
  // Two databases of one cluster may start at once.
  await sql`do ${sql.lit(`begin
    if to_regrole('${SERVER_ROLE}') is null then create role ${SERVER_ROLE} nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end`)}`.execute(tx);
  // Whoever made a role may give it to others, but from PostgreSQL 16 on not take it before it is theirs.
  const { rows } = await sql<{ isUsable: boolean }>`select pg_has_role(current_user, ${SERVER_ROLE},
    case when current_setting('server_version_num')::integer < 160000 then 'member' else 'set' end) as is_usable`.execute(
    tx,
  );
  if (!rows[0]?.isUsable) await sql`grant ${sql.id(SERVER_ROLE)} to current_user`.execute(tx);
}

/** Servers that start at once wait for each other: PostgreSQL fails when two grant on one thing. */
export function inTurn<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('users_management.server_role'))`.execute(tx);
    return work(tx);
  });
}
