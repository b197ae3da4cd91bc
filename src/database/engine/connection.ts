import { Kysely, PostgresDialect, type PostgresPool, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { createCamelCase } from './camel-case.ts';
import { isLockTimeout, isLostRace } from './errors.ts';
import { createPipeline, PIPELINED_CONNECTIONS } from './pipeline.ts';
import { createPool, type PoolObserver } from './pool.ts';
import { toNamedQuery, toUnnamedQuery } from './prepared.ts';
import { createRoutes } from './routes.ts';
import {
  CONNECTIONS_PER_PROCESS,
  describeSession,
  planOnce,
  planOnceIfDirect,
  type SessionOptions,
} from './session.ts';
import { type StatementTracer, setTracer, tracePool } from './statement-tracer.ts';

export { CONNECTIONS_PER_PROCESS, ownLogin, SERVER_ROLE } from './session.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/**
 * What a connection that many requests share can do: read. A write or a transaction on it does not compile: statements of others
 * would run inside the transaction, and all would wait for the write.
 */
export type Reader = Pick<Db, 'selectFrom' | 'executeQuery' | 'getExecutor'>;

/** `shortReads` is for index look-ups that answer few rows, `db` for everything else. */
export type Connections = { db: Db; shortReads: Reader };

type ConnectOptions = SessionOptions & {
  connections?: number;
  /** Whether statements get names, so that PostgreSQL keeps their plans. Old poolers do not know names. */
  isPrepared?: boolean;
  /** Told of connections that are lost, and of whatever keeps the database from answering. */
  onError?: (error: Error) => void;
  observer?: PoolObserver;
  tracer?: StatementTracer | undefined;
};

/**
 * A pool for transactions and for reads that may take long. In the server's role, statements have time limits; for the owner, who
 * migrates, they have none, because building an index may take minutes.
 */
export function connect(connectionString: string, options: ConnectOptions = {}): Db {
  const { connections = CONNECTIONS_PER_PROCESS, isPrepared = true, onError = () => {}, observer, tracer } = options;
  const { config, ways, prove } = describeSession(connectionString, options);
  const limits = { max: connections - PIPELINED_CONNECTIONS, maxLifetimeSeconds: 1800 };
  const toQuery = isPrepared ? toNamedQuery : toUnnamedQuery;
  return createKysely(
    createPool({ ...config, ...limits, onConnect: prove }, { routes: createRoutes(ways), toQuery, onError, observer }),
    tracer,
  );
}

/** Shared connections for short reads: more than the pool has can be under way at once, and many answers arrive together. */
export function connectForShortReads(
  connectionString: string,
  options: ConnectOptions = {},
): Reader & Pick<Db, 'destroy'> {
  const { asGiven = false, isPrepared = true, onError = () => {}, observer, tracer } = options;
  const session = describeSession(connectionString, options);
  const { config, ways, prove } = asGiven ? planOnceIfDirect(session) : planOnce(session);
  const toQuery = isPrepared ? toNamedQuery : toUnnamedQuery;
  return createKysely(
    createPipeline(config, { routes: createRoutes(ways), toQuery, prove, onError, observer }),
    tracer,
  );
}

export function createKysely(pool: PostgresPool, tracer?: StatementTracer): Db {
  const dialect = new PostgresDialect({ pool: tracer ? tracePool(pool, tracer) : pool });
  const db = new Kysely<Tables>({ dialect, plugins: [createCamelCase()] });
  if (tracer) setTracer(db, tracer);
  return db;
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
