import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { endsConnection } from './errors.ts';
import type { PoolObserver } from './pool.ts';
import type { ToQuery } from './prepared.ts';
import type { Proof } from './proof.ts';
import { openClient, type Routes } from './routes.ts';
import { createTeller, type Tell } from './teller.ts';

export const PIPELINED_CONNECTIONS = 2;

type PipelineOptions = {
  routes: Routes;
  toQuery: ToQuery;
  prove: Proof;
  onError: (error: Error) => void;
  observer?: PoolObserver | undefined;
};

/**
 * A few connections that all requests share. Each statement is sent at once, without waiting for earlier answers. For short reads
 * only: a slow one delays those behind it, and a transaction would include statements of others. It saves a sixth of what a page
 * of users costs this process (`npm run bench -- --only B`).
 */
export function createPipeline(
  config: pg.ClientConfig,
  { routes, toQuery, prove, onError, observer }: PipelineOptions,
): PostgresPool {
  const opened = new Map<number, Promise<PostgresPoolClient>>();
  const clients = new Set<pg.Client>();
  const load = { statements: 0 };
  let turn = 0;
  observer?.shared(() => ({ connections: opened.size, ...load }));
  const tell = createTeller(onError);

  function open(slot: number): Promise<PostgresPoolClient> {
    // The next statement opens a new connection in its place.
    const forget = () => {
      if (opened.get(slot) === lent) opened.delete(slot);
    };
    const lent = routes
      .open((way) => openClient({ config: { ...config, pipeline: true }, way, onError }, prove))
      .then((client) => {
        clients.add(client);
        client.once('end', () => {
          clients.delete(client);
          forget();
        });
        return share(client, { toQuery, tell, load });
      }, tell);
    lent.catch(forget);
    opened.set(slot, lent);
    return lent;
  }

  return {
    options: config,
    connect() {
      turn = (turn + 1) % PIPELINED_CONNECTIONS;
      return opened.get(turn) ?? open(turn);
    },
    async end() {
      await Promise.allSettled(opened.values());
      await Promise.allSettled(Array.from(clients, (client) => client.end()));
    },
  };
}

type Sharing = { toQuery: ToQuery; tell: Tell; load: { statements: number } };

function share(client: pg.Client, { toQuery, tell, load }: Sharing): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: unknown): never;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('Cursors are not used here.');
    return ask(text, values);
  }
  async function ask(text: string, values: readonly unknown[]) {
    load.statements += 1;
    try {
      return await client.query(toQuery(text, values));
    } catch (error) {
      if (endsConnection(error)) void client.end();
      return tell(error);
    } finally {
      load.statements -= 1;
    }
  }
  return { query, release: () => {} };
}
