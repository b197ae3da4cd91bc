import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { endsConnection } from './errors.ts';
import { toQuery } from './prepared.ts';
import type { Proof } from './proof.ts';

export const PIPELINED_CONNECTIONS = 2;

/**
 * A few connections that all requests share. Each statement is sent at once, without waiting for earlier answers. For short reads
 * only: a slow one delays those behind it, and a transaction would include statements of others. It saves a sixth of what a page
 * of users costs this process (`npm run bench -- --only B`).
 */
export function createPipeline(
  config: pg.ClientConfig,
  { prove, onError }: { prove: Proof; onError: (error: Error) => void },
): PostgresPool {
  const opened = new Map<number, { client: pg.Client; lent: Promise<PostgresPoolClient> }>();
  let turn = 0;

  function open(slot: number): Promise<PostgresPoolClient> {
    const client = new pg.Client({ ...config, pipeline: true });
    const forget = () => {
      if (opened.get(slot)?.client === client) opened.delete(slot);
    };
    // The next statement opens a new connection in its place.
    client.on('error', onError).once('end', forget);
    const lent = client
      .connect()
      .then(() => prove(client))
      .then(() => share(client));
    lent.catch(() => {
      forget();
      void client.end();
    });
    opened.set(slot, { client, lent });
    return lent;
  }

  return {
    options: config,
    connect() {
      turn = (turn + 1) % PIPELINED_CONNECTIONS;
      return opened.get(turn)?.lent ?? open(turn);
    },
    async end() {
      await Promise.allSettled(Array.from(opened.values(), ({ client }) => client.end()));
    },
  };
}

function share(client: pg.Client): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: unknown): never;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('Cursors are not used here.');
    return ask(text, values);
  }
  async function ask(text: string, values: readonly unknown[]) {
    try {
      return await client.query(toQuery(text, values));
    } catch (error) {
      if (endsConnection(error)) void client.end();
      throw error;
    }
  }
  return { query, release: () => {} };
}
