import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { type Config, ConfigurationError, readConfig } from './config.ts';
import { connect, SERVER_ROLE } from './database/connection.ts';
import { startEmbeddedDatabase } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { firstStart } from './domain/first-start.ts';
import { createIdentityProvider } from './domain/identity-provider.ts';

try {
  await start(readConfig());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(error instanceof ConfigurationError ? 78 : 1);
}

async function start(config: Config): Promise<void> {
  const embedded = config.databaseUrl === null ? await startEmbedded(config) : null;
  const connectionString = embedded?.connectionString ?? config.databaseUrl ?? '';
  const onError = (error: Error) => console.error(`database: ${error.message}`);
  try {
    const owner = connect(connectionString, { onError });
    await migrate(owner).finally(() => owner.destroy());
  } catch (error) {
    await embedded?.stop();
    throw new Error(`The database cannot be used: ${error instanceof Error ? error.message : error}`);
  }
  const db = connect(connectionString, { role: SERVER_ROLE, onError });
  const keyFile = join(config.dataDirectory, 'administrator.key');
  const secret = embedded ? await firstStart(db) : undefined;
  if (secret) await writeFile(keyFile, `${secret}\n`, { mode: 0o600 });

  const server = createApp({
    db,
    identityProvider: config.identityProvider && createIdentityProvider(config.identityProvider),
    report: (error, id) => console.error(id, error instanceof Error ? error.stack : error),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.port, config.host, resolve);
  });
  const address = server.address();
  const origin = `http://localhost:${typeof address === 'object' && address ? address.port : config.port}`;
  console.log(`Users Management is up.\n  GraphiQL  ${origin}/graphql`);
  if (embedded) console.log(`  Key       ${keyFile}`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const drained = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
    await drained;
    await db.destroy();
    await embedded?.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

async function startEmbedded(config: Config) {
  await mkdir(config.dataDirectory, { recursive: true });
  return startEmbeddedDatabase(config.dataDirectory, { onEvent: (message) => console.error(message) });
}
