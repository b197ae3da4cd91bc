import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { connect, connectForShortReads } from '../database/engine/connection.ts';
import type { Discovery } from '../domain/provider-discovery.ts';
import { listen } from '../http/listener.ts';
import { type ChargeChannel, shareCharges } from '../http/shared-charges.ts';
import { createFaultLog, createLog, createRequestLog } from '../observe/log.ts';
import { createMetrics, letPrimaryRead } from '../observe/metrics.ts';
import type { Tracing } from '../observe/tracing.ts';
import { createTroubleLog, type TellTrouble } from '../observe/troubles.ts';
import { startJobs } from './jobs.ts';
import type { Lifetime } from './lifetime.ts';
import { lookForProvider, signInOptions } from './provider.ts';

/** The running service, whether it is one process or several. */
export type Serving = { port: number; readMetrics(): Promise<string> };

/** What is there before anybody is served. */
export type Surroundings = {
  /** Of an open database. */
  connectionString: string;
  lifetime: Lifetime;
  /** Leads to those who charge the same allowances, if there are any. */
  others: ChargeChannel | undefined;
  discovery: Discovery | null;
};

/** Serves HTTP from this process. Returns the port and a reader of the metrics. */
export async function serve(
  config: Config,
  { connectionString, lifetime, others, discovery }: Surroundings,
): Promise<Serving> {
  const log = createLog(config.logLevel);
  const report = createFaultLog(log);
  const tellTrouble = createTroubleLog(log);
  const metrics = createMetrics();
  letPrimaryRead(metrics);
  const tracing = await startTracing(config, lifetime, tellTrouble);
  const unavailable = (reason: unknown) => tellTrouble('error', 'unavailable', reason);
  const asServer = {
    role: config.databaseRole,
    asGiven: config.databaseOwnerUrl !== null,
    connections: config.databaseConnections,
    isPrepared: config.preparedStatements,
    // While the process ends, its connections end too, and that is not an error.
    onError: (error: Error) => {
      if (!lifetime.isEnding()) unavailable(error);
    },
    observer: metrics.pool,
    tracer: tracing?.statements,
  };
  const db = connect(connectionString, asServer);
  const shortReads = connectForShortReads(connectionString, asServer);
  lifetime.onEnd(() => Promise.all([db.destroy(), shortReads.destroy()]));

  const jobs = startJobs(db, log);
  lifetime.onEnd(() => jobs.stop());

  if (discovery) await lookForProvider(discovery, log, lifetime);
  const { limits, origins, trustedProxies, basePath } = config;
  const app = createApp({
    connections: { db, shortReads },
    ...signInOptions(config, discovery),
    sharedCharges: others && shareCharges(others),
    record: createRequestLog(log, tellTrouble),
    unavailable,
    onRemoval: jobs.purge,
    ...{ limits, origins, trustedProxies, basePath, metrics, report, tracing },
  });
  const port = await listen(app.server, 'PORT', config.port, config.host);
  lifetime.onEnd(() => app.drain());
  lifetime.beforeEnd(() => app.leave(config.drainSeconds * 1000, lifetime.hurry));
  return { port, readMetrics: () => metrics.registry.metrics() };
}

/** Nothing of OpenTelemetry is loaded unless it is wanted. */
async function startTracing(
  { tracing: settings }: Config,
  lifetime: Lifetime,
  tellTrouble: TellTrouble,
): Promise<Tracing | undefined> {
  if (!settings) return undefined;
  const { createTracing } = await import('../observe/open-telemetry.ts');
  const tracing = createTracing(settings, (error) => tellTrouble('warn', 'traces are lost', error));
  lifetime.onEnd(() => tracing.stop());
  return tracing;
}
