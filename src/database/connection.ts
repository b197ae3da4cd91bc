import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import { isLostRace } from './faults.ts';
import { createPool, type PoolObserver } from './pool.ts';
import type { Database } from './tables.ts';

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** The role the server works as: it does not own the tables, so it can neither truncate them nor disable a trigger. */
export const SERVER_ROLE = 'users_management_server';

// While a caller waits. The query_timeout is above the statement_timeout, for when PostgreSQL is frozen and its own timer with it.
const FOR_CALLERS = {
  query_timeout: 2000,
  statement_timeout: 1500,
  lock_timeout: 1000,
  idle_in_transaction_session_timeout: 10_000,
};

/** As the server's role, everything is bounded; as the owner, who migrates, nothing is: an index may take minutes. */
export function connect(
  connectionString: string,
  options: { role?: string; onError?: (error: Error) => void; observer?: PoolObserver } = {},
): Db {
  const pool = createPool(
    {
      connectionString,
      max: 10,
      connectionTimeoutMillis: 2000,
      keepAlive: true,
      maxLifetimeSeconds: 1800,
      application_name: 'users-management',
      ...(options.role ? { options: `-c role=${options.role}`, ...FOR_CALLERS } : {}),
    },
    { onError: options.onError ?? (() => {}), observer: options.observer },
  );
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
}

const ATTEMPTS = 4;
const PATIENCE_MS = 2500;

/** Runs `work` in a transaction; whoever loses a race looks again, at most three times and while a caller waits. */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === ATTEMPTS || Date.now() > end || !isLostRace(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
    }
  }
}
