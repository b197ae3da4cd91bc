import { sql } from 'kysely';
import type pg from 'pg';
import { connect, type Db } from './connection.ts';
import { isUnavailable } from './errors.ts';
import { openClientAsGiven } from './routes.ts';
import { PLANNING, TIMEOUTS } from './session.ts';

/** Both URLs are good, but not together. */
class ContradictionError extends Error {
  override readonly name = 'ContradictionError';
}

// The same database of the same server, whichever way leads there.
const PLACE = `(select oid from pg_database where datname = current_database()) || ' ' || extract(epoch from pg_postmaster_start_time())`;

/**
 * Returns who DATABASE_URL logs in as, where DATABASE_OWNER_URL is set as well. Throws when the two do not go together. Changes
 * nothing.
 */
export async function findGivenLogin(owner: Db, connectionString: string): Promise<string> {
  const client = await openUnproven(connectionString);
  const { rows } = await client
    .query<{ login: string; place: string }>(`select session_user::text as login, ${PLACE} as place`)
    .finally(() => client.end());
  const { login = '', place = '' } = rows[0] ?? {};
  const ours = await sql<{ place: string; owner: string; isOwner: boolean }>`
    select ${sql.raw(PLACE)} as place, current_user::text as owner,
      pg_has_role((select oid from pg_roles where rolname = ${login}),
        (select oid from pg_roles where rolname = current_user), 'member') as is_owner`.execute(owner);
  if (ours.rows[0]?.place !== place)
    throw new ContradictionError('DATABASE_URL and DATABASE_OWNER_URL lead to different databases.');
  if (ours.rows[0]?.isOwner)
    throw new ContradictionError(
      `DATABASE_URL logs in as ${login}, who has the rights of ${ours.rows[0].owner}, the owner: it must be a role without them.`,
    );
  return login;
}

/**
 * Gives the server's login its time-outs, settings of the planner and search_path for this database, and proves a connection. A role may always set
 * its own, and this way they hold for every connection that a pooler opens. Those that it opened before are ended.
 */
export async function settleGivenLogin(owner: Db, connectionString: string, role: string): Promise<void> {
  const { rows } = await sql<{ schema: string; database: string }>`
    select quote_ident(current_schema()) as schema, quote_ident(current_database()) as database`.execute(owner);
  const { schema = '', database = '' } = rows[0] ?? {};
  const wanted = { ...TIMEOUTS, ...PLANNING, search_path: `${schema}, pg_temp` };
  const client = await openUnproven(connectionString);
  try {
    if (!(await hasSettings(client, wanted))) await changeSettings(client, database, wanted);
  } finally {
    await client.end();
  }
  await prove(connectionString, role);
}

type Settings = Record<string, string | number>;

async function hasSettings(client: pg.Client, wanted: Settings): Promise<boolean> {
  const { rows } = await client.query<{ settings: string[] }>(`select setconfig as settings from pg_db_role_setting
    where setrole = (select oid from pg_roles where rolname = current_user)
      and setdatabase = (select oid from pg_database where datname = current_database())`);
  return Object.entries(wanted).every(([name, value]) => rows[0]?.settings.includes(`${name}=${value}`));
}

async function changeSettings(client: pg.Client, database: string, wanted: Settings): Promise<void> {
  const changes = Object.entries(wanted).map(
    ([name, value]) => `alter role current_user in database ${database} set ${name} = ${value};`,
  );
  // In one piece, which a pooler gives to one connection. PostgreSQL fails when two sessions change a role at once.
  await client.query(`begin; select pg_advisory_xact_lock(hashtext('users_management.server_role'));
    ${changes.join('\n')} commit`);
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where usename = session_user and datname = current_database() and state = 'idle' and pid <> pg_backend_pid()`);
  await client.query('select pg_terminate_backend(pg_backend_pid())').catch(ignoreItsEnd);
}

function ignoreItsEnd(error: unknown): void {
  if (!isUnavailable(error)) throw error;
}

const ATTEMPTS = 5;
const PAUSE_MS = 100;

/** Connects and reads one of our tables. A pooler may first notice that connections were ended. */
async function prove(connectionString: string, role: string): Promise<void> {
  const db = connect(connectionString, { role, asGiven: true, isPrepared: false });
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await sql`select from kysely_migration limit 0`.execute(db);
        return;
      } catch (error) {
        if (attempt === ATTEMPTS || !isUnavailable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  } finally {
    await db.destroy();
  }
}

// A pooler keeps who is one too many waiting for minutes.
const PATIENCE_MS = 10_000;

function openUnproven(connectionString: string): Promise<pg.Client> {
  return openClientAsGiven(connectionString, { query_timeout: PATIENCE_MS });
}
