import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { endsConnection, UnconfirmedCommitError } from './errors.ts';
import type { ToQuery } from './prepared.ts';
import type { Routes } from './routes.ts';
import { createTeller, type Tell } from './teller.ts';

/** Receives the pool's measurements; `waited` in seconds. */
export type PoolObserver = {
  opened(read: () => { total: number; idle: number; waiting: number }): void;
  waited(seconds: number): void;
  /** Of the connections that requests share. */
  shared(read: () => { connections: number; statements: number }): void;
};

type PoolOptions = {
  routes: Routes;
  toQuery: ToQuery;
  /** Told of lost connections, and of whatever keeps the database from answering. */
  onError: (error: Error) => void;
  observer?: PoolObserver | undefined;
};

/**
 * A pool that survives lost connections and never lends one that hangs. Waiting for a connection fails after
 * `connectionTimeoutMillis`.
 */
export function createPool(config: pg.PoolConfig, { routes, toQuery, onError, observer }: PoolOptions): PostgresPool {
  const pool = new pg.Pool(config);
  // Without these handlers, a lost connection would end the process.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  const tell = createTeller(onError);
  observer?.opened(() => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }));
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const began = performance.now();
      const client = await routes
        .open((way) => {
          // The pool reads it when it opens a connection, be it for this caller or for one who waits already.
          Object.assign(pool.options, way);
          return pool.connect();
        })
        .catch(tell);
      observer?.waited((performance.now() - began) / 1000);
      return guard(client, toQuery, tell);
    },
  };
}

// After a time-out the connection still waits for its answer: the next statement, usually a ROLLBACK, would queue behind it and
// time out as well. So `query` throws from then on, and the connection is closed instead of lent again.
function guard(client: pg.PoolClient, toQuery: ToQuery, tell: Tell): PostgresPoolClient {
  let hung: Error | undefined;
  let isUnconfirmed = false;
  // The name of a function is the same in every language of a server.
  const onNotice = ({ routine }: { routine?: string | undefined }) => {
    isUnconfirmed ||= routine === 'SyncRepWaitForLSN';
  };
  client.on('notice', onNotice);
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(sql: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof sql !== 'string') throw new Error('Cursors are not used here.');
    return ask(sql, parameters);
  }
  async function ask(sql: string, parameters: readonly unknown[]) {
    if (hung) throw hung;
    try {
      isUnconfirmed = false;
      const result = await client.query(toQuery(sql, parameters));
      if (isUnconfirmed) throw new UnconfirmedCommitError('The wait for a standby at the commit was cancelled.');
      return result;
    } catch (error) {
      if (error instanceof Error && endsConnection(error)) hung = error;
      return tell(error);
    }
  }
  const release = (destroy?: unknown) => {
    client.off('notice', onNotice);
    client.release(destroy === true || hung !== undefined);
  };
  return { query, release };
}
