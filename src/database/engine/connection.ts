import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type Transaction } from 'kysely';
import type pg from 'pg';
import { parse } from 'pg-connection-string';
import type { Tables } from '../tables.ts';
import { isLostRace } from './errors.ts';
import { createPipeline, PIPELINED_CONNECTIONS } from './pipeline.ts';
import { createPool, type PoolObserver } from './pool.ts';
import { createProof, type Proof } from './proof.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/**
 * What can be asked of a connection that many share: to read. A transaction or a write does not compile on it: others' statements
 * would be within the one, and all wait for the other.
 */
export type Reader = Pick<Db, 'selectFrom' | 'executeQuery' | 'getExecutor'>;

/** `shortReads` for look-ups by an index that answer few rows, `db` for everything else. */
export type Connections = { db: Db; shortReads: Reader };

/** The role that holds the server's rights: it does not own the tables, so it can neither truncate them nor disable a trigger. */
export const SERVER_ROLE = 'users_management_server';

/** The member of SERVER_ROLE in which the server of one database logs in, so that two of a cluster do not share a password. */
export function ownLogin(databaseOid: string): string {
  return `${SERVER_ROLE}_${databaseOid}`;
}

function isOwnLogin(user: string): boolean {
  return new RegExp(`^${SERVER_ROLE}_\\d+$`).test(user);
}

const POOLED_CONNECTIONS = 10;
/** At most, of one process that serves. */
export const CONNECTIONS_PER_PROCESS = POOLED_CONNECTIONS + PIPELINED_CONNECTIONS;

// While a caller waits.
const TIMEOUTS = { statement_timeout: 1500, lock_timeout: 1000, idle_in_transaction_session_timeout: 10_000 };
// Ours, above the statement_timeout, for when PostgreSQL is frozen and its own timer with it.
const QUERY_TIMEOUT = 2000;

/** `role` is SERVER_ROLE for the server, and nothing for the tables' owner. */
type ConnectOptions = { role?: string; onError?: (error: Error) => void; observer?: PoolObserver };

/**
 * For transactions, and for reads that may take long. As the server's role all that a caller waits for is bounded; as
 * the owner, who migrates, nothing is: an index may take minutes.
 */
export function connect(connectionString: string, options: ConnectOptions = {}): Db {
  const { role, onError = () => {}, observer } = options;
  const { config, prove } = describeSession(connectionString, role);
  const limits = { max: POOLED_CONNECTIONS, maxLifetimeSeconds: 1800 };
  return createKysely(createPool({ ...config, ...limits, onConnect: prove }, { onError, observer }));
}

/** For short reads: more than ten can be under way, and the answers of many come in one go. */
export function connectForShortReads(
  connectionString: string,
  options: ConnectOptions = {},
): Reader & Pick<Db, 'destroy'> {
  const { role, onError = () => {} } = options;
  const { config, prove } = describeSession(connectionString, role);
  // Look-ups have one good plan whatever the values. Of a batch of few PostgreSQL would think it worth planning anew each time,
  // which takes as long again as the look-ups themselves.
  const planOnce = `${config.options ?? ''} -c plan_cache_mode=force_generic_plan`;
  return createKysely(createPipeline({ ...config, options: planOnce }, { prove, onError }));
}

function createKysely(pool: PostgresPool): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
}

/** What a connection asks for at its start, and the proof that it was given it. What the URL says of these things does not count. */
function describeSession(
  connectionString: string,
  role: string | undefined,
): { config: pg.ClientConfig; prove: Proof } {
  // As pg itself reads it; but there the URL would go before all else.
  const given = parse(connectionString) as pg.ClientConfig;
  const config = { application_name: 'users-management', ...given, connectionTimeoutMillis: 2000, keepAlive: true };
  if (role === undefined) return { config, prove: async () => {} };

  const login = given.user !== undefined && isOwnLogin(given.user) ? given.user : undefined;
  // The last one counts, but each is tried, and to be the owner is not in the power of a login of our own.
  const theirs = given.options?.replace(/(-c\s*|--)role=\S*/g, '') ?? '';
  return {
    config: { ...config, ...TIMEOUTS, query_timeout: QUERY_TIMEOUT, options: `${theirs} -c role=${login ?? role}` },
    prove: createProof({ login, role: login ?? role, group: role, timeouts: TIMEOUTS }),
  };
}

const ATTEMPTS = 4;
const PATIENCE_MS = 2500;

/** Runs `work` in a transaction, and again in another one when it loses a race. */
export function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return retryLostRaces(() => db.transaction().execute(work));
}

const LONGEST_PAUSE_MS = 160;

/** Whoever loses a race looks again, at most three times unless told otherwise, and while a caller waits. */
export async function retryLostRaces<T>(work: () => Promise<T>, { attempts = ATTEMPTS } = {}): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || Date.now() > end || !isLostRace(error)) throw error;
      const pause = Math.random() * Math.min(10 * 2 ** attempt, LONGEST_PAUSE_MS);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
