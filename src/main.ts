import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { openAdministratorKey } from './administrator-key.ts';
import { createApp } from './app.ts';
import { type Config, ConfigurationError, readConfig } from './config.ts';
import { connect, connectForShortReads, type Db, SERVER_ROLE } from './database/connection.ts';
import { startEmbeddedDatabase } from './database/embedded.ts';
import { describeFault } from './database/faults.ts';
import { deleteOldIdempotencyKeys } from './database/idempotency-keys.ts';
import { migrate } from './database/migrate.ts';
import { createIdentityProvider } from './domain/identity-provider.ts';
import { createMetrics, createMetricsListener } from './http/metrics.ts';
import { createFaultLog, createLog, createRequestLog } from './http/request-log.ts';

// What must be ended before the process does, last begun first.
const closers: (() => Promise<unknown> | undefined)[] = [];
let ending = false;
const LONGEST_END_MS = 20_000;

process.on('uncaughtException', (error) => void end(1, error));
process.on('unhandledRejection', (error) => void end(1, error));
// A second signal finds the first one at work, and lets it finish.
process.on('SIGINT', () => void end(0)).on('SIGTERM', () => void end(0));

try {
  await start(readConfig());
} catch (error) {
  console.error(describeFault(error));
  await end(error instanceof ConfigurationError ? 78 : 1);
}

async function start(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const report = createFaultLog(log);
  const metrics = createMetrics();
  const embedded = config.databaseUrl === null ? await startEmbedded(config) : null;
  closers.unshift(() => embedded?.stop());
  const connectionString = embedded?.connectionString ?? config.databaseUrl ?? '';
  // While we end, connections end because they are told to.
  const onError = (error: Error) => {
    if (!ending) report(error);
  };
  const owner = connect(connectionString, { onError });
  await migrate(owner)
    .catch((error) => Promise.reject(new Error(`The database cannot be used: ${describeFault(error)}`)))
    .finally(() => owner.destroy());
  const asServer = { role: SERVER_ROLE, onError, observer: metrics.pool };
  const db = connect(connectionString, asServer);
  const shortReads = connectForShortReads(connectionString, asServer);
  closers.unshift(
    () => db.destroy(),
    () => shortReads.destroy(),
  );
  forgetRegularly(db);
  const databases = { db, shortReads };
  const keyFile = join(config.dataDirectory, 'administrator.key');
  const key = embedded ? await openAdministratorKey(databases, keyFile) : undefined;

  const { limits, origins, pageSignIn } = config;
  const identityProvider = config.identityProvider && createIdentityProvider(config.identityProvider);
  const record = createRequestLog(log);
  const app = createApp({ databases, limits, origins, identityProvider, pageSignIn, metrics, record, report });
  const port = await listen(app.server, 'PORT', config.port, config.host);
  closers.unshift(() => app.drain());
  const metricsServer = createMetricsListener(metrics);
  const metricsPort = config.metricsPort;
  if (metricsPort !== null) {
    await listen(metricsServer, 'METRICS_PORT', metricsPort, config.host);
    closers.unshift(async () => metricsServer.close());
  }
  // Behind the # no server and no proxy ever sees it.
  const signIn = key ? `#key=${key}` : '';
  console.log(`Users Management is up.
  Page      http://localhost:${port}/${signIn}
  GraphiQL  http://localhost:${port}/graphql${signIn}
  Key       ${key ? keyFile : 'npm run access-key -- create --name NAME --role ADMINISTRATOR'}`);
  if (metricsPort !== null) console.log(`  Metrics   http://localhost:${portOf(metricsServer)}/metrics`);
}

async function startEmbedded({ dataDirectory }: Config) {
  await mkdir(dataDirectory, { recursive: true }).catch((error) => {
    throw new Error(`DATA_DIR ${dataDirectory} cannot be used as a folder: ${describeFault(error)}`);
  });
  return startEmbeddedDatabase(dataDirectory, { onEvent: (message) => console.error(message) });
}

function forgetRegularly(db: Db): void {
  const forget = () => void deleteOldIdempotencyKeys(db).catch(() => {});
  forget();
  setInterval(forget, 3_600_000).unref();
}

async function listen(server: Server, name: string, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve)).catch(
    (error) => {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      throw isTaken ? new Error(`Port ${port} of ${host} is in use: stop what uses it, or set ${name}.`) : error;
    },
  );
  return portOf(server);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function end(code: number, fault?: unknown): Promise<void> {
  if (fault !== undefined) createFaultLog(createLog('error'))(fault);
  if (ending) return;
  ending = true;
  // A database that hangs must not keep the process; the supervisor's next start repairs what it leaves.
  setTimeout(() => process.exit(code || 1), LONGEST_END_MS).unref();
  for (const close of closers) await Promise.resolve(close()).catch((error) => console.error(describeFault(error)));
  process.exit(code);
}
