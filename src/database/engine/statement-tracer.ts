import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Reader } from './connection.ts';

/** Whose statement it is, it knows from where a function is called. */
export type StatementTracer = {
  trace<T>(text: string, run: () => Promise<T>): Promise<T>;
  /** Who asks here and now. Kept with a look-up that becomes part of another statement. */
  asker(): unknown;
  /** What `run` begins, it begins for all of them. */
  onBehalfOf(askers: readonly unknown[], run: () => void): void;
};

const tracers = new WeakMap<Reader, StatementTracer>();

export function setTracer(db: Reader, tracer: StatementTracer): void {
  tracers.set(db, tracer);
}

export function tracerOf(db: Reader): StatementTracer | undefined {
  return tracers.get(db);
}

/** The pool, each of whose statements is traced. */
export function tracePool(pool: PostgresPool, tracer: StatementTracer): PostgresPool {
  return { ...pool, connect: async () => traceClient(await pool.connect(), tracer) };
}

function traceClient(client: PostgresPoolClient, tracer: StatementTracer): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: unknown): never;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('Cursors are not used here.');
    return tracer.trace(text, () => client.query(text, values));
  }
  return { ...client, query };
}
