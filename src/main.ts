import cluster from 'node:cluster';
import { type Config, ConfigurationError, readConfig } from './config.ts';
import { describeFault } from './database/engine/errors.ts';
import { listen } from './http/listener.ts';
import { createMetricsListener } from './http/metrics-listener.ts';
import { beginLifetime } from './process/lifetime.ts';
import { type OpenDatabase, openDatabase } from './process/open-database.ts';
import { serve } from './process/serve.ts';
import { FailedStartError, startWorkers } from './process/workers.ts';

const lifetime = beginLifetime();

try {
  const config = readConfig();
  if (cluster.isWorker) await serve(config, config.databaseUrl ?? '', lifetime);
  else await start(config);
} catch (error) {
  if (!(error instanceof FailedStartError)) console.error(describeFault(error));
  await lifetime.end(error instanceof ConfigurationError ? 78 : 1);
}

/** Opens the database, then serves: in this process, or in several that it looks after. */
async function start(config: Config): Promise<void> {
  const { connectionString, administratorKey } = await openDatabase(config, lifetime);
  const begin = config.processes === 1 ? serve : startWorkers;
  const { port, readMetrics } = await begin(config, connectionString, lifetime);
  const metricsPort = await offerMetrics(config, readMetrics);
  announce(port, metricsPort, administratorKey);
}

async function offerMetrics({ metricsPort, host }: Config, read: () => Promise<string>): Promise<number | null> {
  if (metricsPort === null) return null;
  const server = createMetricsListener(read);
  const port = await listen(server, 'METRICS_PORT', metricsPort, host);
  lifetime.onEnd(() => server.close());
  return port;
}

function announce(port: number, metricsPort: number | null, key: OpenDatabase['administratorKey']): void {
  // If the output is not a terminal, it may be a log that is kept: it gets the key only once, at the first start, and later only
  // the key's file.
  const isShown = key?.isNew || process.stdout.isTTY;
  // No server or proxy ever sees what follows the #.
  const signIn = key && isShown ? `#key=${key.secret}` : '';
  console.log(`Users Management is up.
  Page      http://localhost:${port}/${signIn}
  GraphiQL  http://localhost:${port}/graphql${signIn}
  Key       ${key?.file ?? 'npm run access-key -- create --name NAME --role ADMINISTRATOR'}`);
  if (metricsPort !== null) console.log(`  Metrics   http://localhost:${metricsPort}/metrics`);
}
