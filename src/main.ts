import cluster from 'node:cluster';
import { type Config, ConfigurationError, readConfig } from './config.ts';
import { describeFault } from './database/engine/errors.ts';
import { createDiscovery, type Discovery, UnfitProviderError } from './domain/provider-discovery.ts';
import { listen } from './http/listener.ts';
import { createMetricsListener } from './http/metrics-listener.ts';
import { channelToPrimary } from './http/shared-charges.ts';
import { beginLifetime } from './process/lifetime.ts';
import type { OpenDatabase } from './process/open-database.ts';
import { FailedStartError, startWorkers } from './process/workers.ts';

const lifetime = beginLifetime();

try {
  const config = readConfig();
  const discovery = config.identityProvider && createDiscovery(config.identityProvider);
  if (cluster.isWorker) {
    const connectionString = config.databaseUrl ?? '';
    const { serve } = await import('./process/serve.ts');
    await serve(config, { connectionString, lifetime, others: channelToPrimary(), discovery });
  } else await start(config, discovery);
} catch (error) {
  // Whatever a signal broke off is no error.
  if (!(error instanceof FailedStartError || lifetime.isEnding())) console.error(describeFault(error));
  const isOfSettings = error instanceof ConfigurationError || error instanceof UnfitProviderError;
  await lifetime.end(isOfSettings ? 78 : 1);
}

/**
 * Opens the database, then serves: in this process, or in several that it looks after. Most of what a start takes is loading, so
 * nothing is loaded for settings that are refused, and what answers requests only where it does.
 */
async function start(config: Config, discovery: Discovery | null): Promise<void> {
  if (discovery) await (await import('./process/provider.ts')).refuseUnfit(discovery);
  const { openDatabase } = await import('./process/open-database.ts');
  const { connectionString, instances, administratorKey } = await openDatabase(config, lifetime);
  const begin = config.processes === 1 ? (await import('./process/serve.ts')).serve : startWorkers;
  const { port, readMetrics } = await begin(config, { connectionString, lifetime, others: instances, discovery });
  const metricsPort = await offerMetrics(config, readMetrics);
  announce(`http://localhost:${port}${config.basePath}`, metricsPort, administratorKey);
}

async function offerMetrics({ metricsPort, host }: Config, read: () => Promise<string>): Promise<number | null> {
  if (metricsPort === null) return null;
  const server = createMetricsListener(read);
  const port = await listen(server, 'METRICS_PORT', metricsPort, host);
  lifetime.onEnd(() => server.close());
  return port;
}

function announce(address: string, metricsPort: number | null, key: OpenDatabase['administratorKey']): void {
  // If the output is not a terminal, it may be a log that is kept: it gets the key only once, at the first start, and later only
  // the key's file.
  const isShown = key?.isNew || process.stdout.isTTY;
  // No server or proxy ever sees what follows the #.
  const signIn = key && isShown ? `#key=${key.secret}` : '';
  console.log(`Users Management is up.
  Page      ${address}/${signIn}
  GraphiQL  ${address}/graphql${signIn}
  Key       ${key?.file ?? 'npm run access-key -- create --name NAME --role ADMINISTRATOR'}`);
  if (metricsPort !== null) console.log(`  Metrics   http://localhost:${metricsPort}/metrics`);
}
