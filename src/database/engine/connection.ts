import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, sql, type Transaction } from 'kysely';
import type pg from 'pg';
import { parse } from 'pg-connection-string';
import type { Tables } from '../tables.ts';
import { isLockTimeout, isLostRace } from './errors.ts';
import { createPipeline, PIPELINED_CONNECTIONS } from './pipeline.ts';
import { createPool, type PoolObserver } from './pool.ts';
import { createProof, type Proof } from './proof.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/**
 * What a connection that many requests share can do: read. A write or a transaction on it does not compile: statements of others
 * would run inside the transaction, and all would wait for the write.
 */
export type Reader = Pick<Db, 'selectFrom' | 'executeQuery' | 'getExecutor'>;

/** `shortReads` is for index look-ups that answer few rows, `db` for everything else. */
export type Connections = { db: Db; shortReads: Reader };

/** The role that has the server's rights. It does not own the tables, so it can neither truncate them nor disable a trigger. */
export const SERVER_ROLE = 'users_management_server';

/** The login role of one database's server, a member of SERVER_ROLE. So two databases of a cluster do not share a password. */
export function ownLogin(databaseOid: string): string {
  return `${SERVER_ROLE}_${databaseOid}`;
}

function isOwnLogin(user: string): boolean {
  return new RegExp(`^${SERVER_ROLE}_\\d+$`).test(user);
}

const POOLED_CONNECTIONS = 10;
/** The most connections that one serving process opens. */
export const CONNECTIONS_PER_PROCESS = POOLED_CONNECTIONS + PIPELINED_CONNECTIONS;

// Milliseconds, for statements that a caller waits for.
const TIMEOUTS = { statement_timeout: 1500, lock_timeout: 1000, idle_in_transaction_session_timeout: 10_000 };
// Milliseconds. Our own timer, longer than statement_timeout, for when PostgreSQL is frozen and its timer with it.
const QUERY_TIMEOUT = 2000;

/** `role` is SERVER_ROLE for the server, and undefined for the tables' owner. */
type ConnectOptions = { role?: string; onError?: (error: Error) => void; observer?: PoolObserver };

/**
 * A pool for transactions and for reads that may take long. In the server's role, statements have time limits; for the owner, who
 * migrates, they have none, because building an index may take minutes.
 */
export function connect(connectionString: string, options: ConnectOptions = {}): Db {
  const { role, onError = () => {}, observer } = options;
  const { config, prove } = describeSession(connectionString, role);
  const limits = { max: POOLED_CONNECTIONS, maxLifetimeSeconds: 1800 };
  return createKysely(createPool({ ...config, ...limits, onConnect: prove }, { onError, observer }));
}

/** Shared connections for short reads: more than ten can be under way at once, and many answers arrive together. */
export function connectForShortReads(
  connectionString: string,
  options: ConnectOptions = {},
): Reader & Pick<Db, 'destroy'> {
  const { role, onError = () => {} } = options;
  const { config, prove } = describeSession(connectionString, role);
  // Look-ups have one good plan, whatever the values. For small batches PostgreSQL would plan anew each time, which takes as long
  // as the look-ups themselves.
  const planOnce = `${config.options ?? ''} -c plan_cache_mode=force_generic_plan`;
  return createKysely(createPipeline({ ...config, options: planOnce }, { prove, onError }));
}

function createKysely(pool: PostgresPool): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
}

/** The settings of a connection, and the proof that it got them. Role and time-outs override those in the URL. */
function describeSession(
  connectionString: string,
  role: string | undefined,
): { config: pg.ClientConfig; prove: Proof } {
  // Parsed as pg does it. Passed to pg as a URL, its parameters would override ours.
  const given = parse(connectionString) as pg.ClientConfig;
  const config = { application_name: 'users-management', ...given, connectionTimeoutMillis: 2000, keepAlive: true };
  if (role === undefined) return { config, prove: async () => {} };

  const login = given.user !== undefined && isOwnLogin(given.user) ? given.user : undefined;
  // PostgreSQL tries every `role` option, though only the last one counts, and a login of our own may not take the owner's role:
  // so the URL's must go.
  const theirs = given.options?.replace(/(-c\s*|--)role=\S*/g, '') ?? '';
  return {
    config: { ...config, ...TIMEOUTS, query_timeout: QUERY_TIMEOUT, options: `${theirs} -c role=${login ?? role}` },
    prove: createProof({ login, role: login ?? role, group: role, timeouts: TIMEOUTS }),
  };
}

const ATTEMPTS = 4;
const PATIENCE_MS = 2500;

/**
 * Runs `work` in a transaction, and again in a new one when it loses a race (see retryLostRaces). A dry run takes the same path, the
 * checks of a commit included, and is rolled back.
 */
export function transact<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  { dryRun = false, ...patience }: { dryRun?: boolean } & Patience = {},
): Promise<T> {
  return retryLostRaces(() => (dryRun ? rehearse(db, work) : db.transaction().execute(work)), patience);
}

async function rehearse<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const tx = await db.startTransaction().execute();
  try {
    const result = await work(tx);
    await sql`set constraints all immediate`.execute(tx);
    return result;
  } finally {
    await tx.rollback().execute();
  }
}

const LONGEST_PAUSE_MS = 160;

/** `seconds`: how long to try again, also when somebody else held a lock for too long. */
type Patience = { attempts?: number; seconds?: number };

/** For what writes many rows, and so waits for others who do. */
export const PATIENTLY = { attempts: 50, seconds: 20 };

/**
 * Runs `work` again when it loses a race: three more times and for 2.5 s at most, unless told otherwise. Then throws the last error.
 */
export async function retryLostRaces<T>(
  work: () => Promise<T>,
  { attempts = ATTEMPTS, seconds }: Patience = {},
): Promise<T> {
  const end = Date.now() + (seconds === undefined ? PATIENCE_MS : seconds * 1000);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isLost = isLostRace(error) || (seconds !== undefined && isLockTimeout(error));
      if (attempt === attempts || Date.now() > end || !isLost) throw error;
      const pause = Math.random() * Math.min(10 * 2 ** attempt, LONGEST_PAUSE_MS);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
