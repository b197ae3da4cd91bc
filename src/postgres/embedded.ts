import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { CONNECTIONS_PER_PROCESS } from '../database/engine/connection.ts';
import { codeOf, describeFault } from '../database/engine/errors.ts';
import { chooseAccount, platformPackage, prepareBinaries } from './binaries.ts';
import { type Cluster, ensureCluster, ensurePassword } from './cluster.ts';
import { openDataDirectory } from './directory.ts';
import { lockDataDirectory } from './lock.ts';
import { findOrphan, shutDownPostgres } from './postmaster.ts';
import { type OnEvent, type Supervisor, supervise } from './supervisor.ts';

export type EmbeddedDatabase = { connectionString: string; stop(): Promise<void> };

export const DATABASE = 'users_management';
const START_ATTEMPTS = 5;
const START_PATIENCE_MS = 60_000;
const FIRST_PAUSE_MS = 200;
// For commands that run beside the service, and people who inspect the database.
const SPARE_CONNECTIONS = 88;

/**
 * Starts PostgreSQL 18 in `${dataDirectory}/postgres`, which it first creates if needed, and keeps it running. Throws one line
 * that says what to do if another live instance owns the folder or PostgreSQL cannot run here.
 */
export async function startEmbeddedDatabase(
  dataDirectory: string,
  options: { onEvent?: OnEvent; processes?: number; connections?: number } = {},
): Promise<EmbeddedDatabase> {
  const onEvent = options.onEvent ?? (() => {});
  // Before the folder: an image without PostgreSQL may not write there either.
  platformPackage();
  const home = openDataDirectory(dataDirectory);
  const unlock = lockDataDirectory(home);
  try {
    const directory = join(home, 'postgres');
    const account = chooseAccount(directory);
    const cluster: Cluster = {
      directory,
      account,
      binaries: prepareBinaries(account),
      logFile: join(home, 'postgres.log'),
      maxConnections: SPARE_CONNECTIONS + (options.connections ?? CONNECTIONS_PER_PROCESS) * (options.processes ?? 1),
    };
    const password = ensurePassword(home, directory);

    const orphan = findOrphan(cluster);
    if (orphan) {
      onEvent(`Stopping PostgreSQL ${orphan}, left behind by a process that was killed`);
      await shutDownPostgres(cluster, orphan);
    }
    if ((await ensureCluster(cluster, password)) === 'created') onEvent(`Created a PostgreSQL cluster in ${directory}`);

    const { port, supervisor } = await startOnFreePort(cluster, password, onEvent);
    return {
      connectionString: urlOf(port, password, DATABASE),
      stop: onlyOnce(async () => {
        await supervisor.stop();
        unlock();
      }),
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Starts PostgreSQL, five attempts at most. Another program can take the port between our check and PostgreSQL's start, and the
 * last backends of a killed server can linger; a new attempt solves both.
 */
async function startOnFreePort(
  cluster: Cluster,
  password: string,
  onEvent: OnEvent,
): Promise<{ port: number; supervisor: Supervisor }> {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const supervisor = supervise(cluster, port, onEvent);
    try {
      await prepareDatabase(port, password, supervisor, cluster);
      return { port, supervisor };
    } catch (error) {
      await supervisor.stop();
      if (attempt === START_ATTEMPTS) throw error;
      await delay(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }
}

async function prepareDatabase(
  port: number,
  password: string,
  supervisor: Supervisor,
  cluster: Cluster,
): Promise<void> {
  const maintenance = await connectWhenReady(urlOf(port, password, 'postgres'), supervisor, cluster);
  try {
    const { rowCount } = await maintenance.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await maintenance.query(`create database ${DATABASE} template template0 encoding 'UTF8'`);
  } finally {
    await maintenance.end();
  }
}

async function connectWhenReady(connectionString: string, supervisor: Supervisor, cluster: Cluster): Promise<Client> {
  for (const end = Date.now() + START_PATIENCE_MS; ; ) {
    const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (!supervisor.isRunning() || Date.now() > end || codeOf(error) === '28P01')
        throw new Error(
          `PostgreSQL did not start: ${lastLine(cluster.logFile)} (${describeFault(error)}; see ${cluster.logFile})`,
        );
      await delay(20);
    }
  }
}

/**
 * Returns a free port below every system's range for outgoing connections: one of those could otherwise take the port while
 * PostgreSQL restarts.
 */
async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer();
    try {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return port;
    } catch {
      // The port is taken: try another one.
    } finally {
      server.close();
    }
  }
  throw new Error('No free port was found on 127.0.0.1 between 20000 and 32000.');
}

export function urlOf(port: number, password: string, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}

function lastLine(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? '';
}

function onlyOnce(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= action());
}
