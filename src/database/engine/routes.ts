import pg from 'pg';
import type { Way } from './address.ts';
import { describeFault, isPoolExhausted, isUnavailable } from './errors.ts';
import type { Proof } from './proof.ts';
import { describeSession } from './session.ts';
import { explainTls } from './tls.ts';

// A host that does not answer takes all the time that a caller has. The next caller begins with the next host.
const PATIENCE_MS = 1000;

/** Several ways to one database, of which the one that was good last is tried first. */
export type Routes = {
  /** Connects by one way after another. Throws what all of them met. */
  open<T>(connect: (way: Way) => Promise<T>): Promise<T>;
};

/** A server that is away or read-only leads on to the next one; a refused password does not, as in libpq. */
export function createRoutes(ways: readonly Way[]): Routes {
  let current = 0;
  return {
    async open(connect) {
      const errors: unknown[] = [];
      for (const began = performance.now(); ; ) {
        const at = current;
        const way = ways[at] ?? NOWHERE;
        try {
          return await connect(way);
        } catch (error) {
          errors.push(explainTls(error, way.host));
          const next = (at + 1) % ways.length;
          const leadsOn = !isPoolExhausted(error) && (isUnavailable(error) || ways[next]?.host === way.host);
          // Somebody else may have gone on already.
          if (leadsOn && current === at) current = next;
          if (!leadsOn || errors.length >= ways.length || performance.now() - began > PATIENCE_MS) throw join(errors);
        }
      }
    },
  };
}

const NOWHERE: Way = { host: undefined, port: undefined, ssl: undefined };

function join(errors: readonly unknown[]): unknown {
  const alike = new Set(errors.map(describeFault)).size === 1;
  return alike ? errors[0] : new AggregateError(errors);
}

/** A connection of its own by one of the ways, once it is proven. A refused one is closed. */
export async function openClient(
  { config, way, onError }: { config: pg.ClientConfig; way: Way; onError: (error: Error) => void },
  prove: Proof,
): Promise<pg.Client> {
  const client = new pg.Client({ ...config, ...way });
  client.on('error', onError);
  try {
    await client.connect();
    await prove(client);
    return client;
  } catch (error) {
    void client.end();
    throw error;
  }
}

/** A connection of its own with no limits, in the role that the URL logs in as: for what a pool cannot do, such as COPY. */
export function openClientAsGiven(connectionString: string, settings: pg.ClientConfig = {}): Promise<pg.Client> {
  const { config, ways, prove } = describeSession(connectionString, {});
  const onError = () => {};
  return createRoutes(ways).open((way) => openClient({ config: { ...config, ...settings }, way, onError }, prove));
}
