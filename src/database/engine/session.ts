import type pg from 'pg';
import { readAddress, type Way } from './address.ts';
import { createProof, type Proof, refuseReadOnly } from './proof.ts';

/**
 * The role that has the server's rights, unless DATABASE_ROLE names another. It does not own the tables, so it can neither truncate
 * them nor disable a trigger.
 */
export const SERVER_ROLE = 'users_management_server';

/** The login role of one database's server, a member of `role`. So two databases of a cluster do not share a password. */
export function ownLogin(databaseOid: string, role = SERVER_ROLE): string {
  return `${role}_${databaseOid}`;
}

function isOwnLogin(user: string, role: string): boolean {
  return new RegExp(`^${role}_\\d+$`).test(user);
}

/** The most connections that one serving process opens, the shared ones among them, unless DATABASE_CONNECTIONS says otherwise. */
export const CONNECTIONS_PER_PROCESS = 12;

/** Milliseconds, for statements that a caller waits for. */
export const TIMEOUTS = { statement_timeout: 1500, lock_timeout: 1000, idle_in_transaction_session_timeout: 10_000 };
/**
 * `work_mem`, in kB: room for all rows that the search index finds among ten million users. Where they do not fit, PostgreSQL notes whole
 * pages, and makes the grams of everybody on them anew: two words of two letters took 20 s instead of 0.1. Only such searches take it.
 *
 * `parallel_setup_cost`: the planner thinks that a rare term finds one user in two hundred, and to start workers for it takes longer than
 * to find the two or three who have it. Only exact counts of millions are worth them.
 */
export const PLANNING = { work_mem: 32_768, parallel_setup_cost: 200_000 };
// Milliseconds. Our own timer, longer than statement_timeout, for when PostgreSQL is frozen and its timer with it.
const QUERY_TIMEOUT = 2000;

/**
 * `role` is the server's, and undefined for the tables' owner. `asGiven`: the URL's login is the server's and has its time-outs from
 * its role, since a pooler, which may be in between, refuses all settings.
 */
export type SessionOptions = { role?: string; asGiven?: boolean };

/** The settings of a connection, the ways to open it, and the proof that it got what it should. */
export type Session = { config: pg.ClientConfig; ways: Way[]; prove: Proof };

/** Role and time-outs override those in the URL. */
export function describeSession(connectionString: string, { role, asGiven = false }: SessionOptions): Session {
  // Parsed as pg does it. Passed to pg as a URL, its parameters would override ours.
  const { given, ways } = readAddress(connectionString);
  const config = { application_name: 'users-management', ...given, connectionTimeoutMillis: 2000, keepAlive: true };
  if (role === undefined) return { config, ways, prove: ways.length > 1 ? refuseReadOnly : async () => {} };
  const limited = { ...config, query_timeout: QUERY_TIMEOUT };
  if (asGiven) return { config: limited, ways, prove: createProof({ group: role, timeouts: TIMEOUTS }) };

  const login = given.user !== undefined && isOwnLogin(given.user, role) ? given.user : undefined;
  // PostgreSQL tries every `role` option, though only the last one counts, and a login of our own may not take the owner's role:
  // so the URL's must go.
  const theirs = given.options?.replace(/(-c\s*|--)role=\S*/g, '') ?? '';
  return {
    config: {
      ...limited,
      ...TIMEOUTS,
      // The last one counts: others are the URL's to ask for.
      options: `${asOptions(PLANNING)} ${theirs} -c role=${login ?? role}`,
    },
    ways,
    prove: createProof({ login, role: login ?? role, group: role, timeouts: TIMEOUTS }),
  };
}

function asOptions(settings: Record<string, number>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

// Look-ups have one good plan, whatever the values. For small batches PostgreSQL would plan anew each time, which takes as long as
// the look-ups themselves.
const ONE_PLAN = 'plan_cache_mode=force_generic_plan';

/** The same session with plans that are made once. */
export function planOnce({ config, ...session }: Session): Session {
  return { ...session, config: { ...config, options: `${config.options ?? ''} -c ${ONE_PLAN}` } };
}

/**
 * The same where only a statement can set it, which behind a pooler would set it for whoever is lent that connection next. So there
 * it stays as it is, and PostgreSQL plans small batches anew. A pooler gives itself away: it makes up the number of the process.
 */
export function planOnceIfDirect({ prove, ...session }: Session): Session {
  return {
    ...session,
    async prove(client) {
      await prove(client);
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      if (Reflect.get(client, 'processID') === rows[0]?.pid) await client.query(`set ${ONE_PLAN}`);
    },
  };
}
