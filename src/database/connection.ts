import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type Transaction } from 'kysely';
import type pg from 'pg';
import { isLostRace } from './faults.ts';
import { createPipeline, PIPELINED_CONNECTIONS } from './pipeline.ts';
import { createPool, type PoolObserver } from './pool.ts';
import type { Database } from './tables.ts';

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** `shortReads` for look-ups by an index that answer few rows, `db` for everything else. */
export type Databases = { db: Db; shortReads: Db };

/** The role the server works as: it does not own the tables, so it can neither truncate them nor disable a trigger. */
export const SERVER_ROLE = 'users_management_server';

const POOLED_CONNECTIONS = 10;
/** At most, of one process that serves. */
export const CONNECTIONS_PER_PROCESS = POOLED_CONNECTIONS + PIPELINED_CONNECTIONS;

// While a caller waits. The query_timeout is above the statement_timeout, for when PostgreSQL is frozen and its own timer with it.
const FOR_CALLERS = {
  query_timeout: 2000,
  statement_timeout: 1500,
  lock_timeout: 1000,
  idle_in_transaction_session_timeout: 10_000,
};

type ConnectOptions = { role?: string; onError?: (error: Error) => void; observer?: PoolObserver };

/**
 * For transactions, and for reads that may take long. As the server's role all that a caller waits for is bounded; as
 * the owner, who migrates, nothing is: an index may take minutes.
 */
export function connect(connectionString: string, options: ConnectOptions = {}): Db {
  const { onError = () => {}, observer } = options;
  const config = { ...settings(connectionString, options), max: POOLED_CONNECTIONS, maxLifetimeSeconds: 1800 };
  return createKysely(createPool(config, { onError, observer }));
}

/** For short reads: more than ten can be under way, and the answers of many come in one go. */
export function connectForShortReads(connectionString: string, options: ConnectOptions = {}): Db {
  const config = settings(connectionString, options);
  // Look-ups have one good plan whatever the values. Of a batch of few PostgreSQL would think it worth planning anew each time,
  // which takes as long again as the look-ups themselves.
  const planOnce = `${config.options ?? ''} -c plan_cache_mode=force_generic_plan`;
  return createKysely(createPipeline({ ...config, options: planOnce }, options.onError ?? (() => {})));
}

function createKysely(pool: PostgresPool): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
}

function settings(connectionString: string, { role }: ConnectOptions): pg.ClientConfig {
  return {
    connectionString,
    connectionTimeoutMillis: 2000,
    keepAlive: true,
    application_name: 'users-management',
    ...(role ? { options: `-c role=${role}`, ...FOR_CALLERS } : {}),
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
