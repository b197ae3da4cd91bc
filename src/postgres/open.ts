import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { DATABASE, type EmbeddedDatabase, startEmbeddedDatabase, urlOf } from './embedded.ts';
import { DataDirectoryInUseError } from './lock.ts';
import type { OnEvent } from './supervisor.ts';

const PATIENCE_MS = 20_000;
const PAUSE_MS = 100;

/**
 * Opens the database for a command beside the service: that of the instance that owns the data directory or, if there is none,
 * its own from `startEmbeddedDatabase`. `stop` stops only what was started here, and waits until other commands have left it.
 */
export async function openEmbeddedDatabase(
  dataDirectory: string,
  options: { onEvent?: OnEvent } = {},
): Promise<EmbeddedDatabase> {
  for (const end = Date.now() + PATIENCE_MS; ; await delay(PAUSE_MS)) {
    try {
      const started = await startEmbeddedDatabase(dataDirectory, options);
      return { ...started, stop: () => stopWhenAlone(started, options) };
    } catch (error) {
      if (!(error instanceof DataDirectoryInUseError)) throw error;
      // An owner that is just starting has no address yet, and one that is just stopping has none any more: try again.
      const connectionString = await findRunning(dataDirectory);
      if (connectionString) return { connectionString, stop: async () => {} };
      if (Date.now() > end) throw error;
    }
  }
}

async function findRunning(dataDirectory: string): Promise<string | undefined> {
  const postmaster = read(join(dataDirectory, 'postgres', 'postmaster.pid'));
  const password = read(join(dataDirectory, 'postgres.password'));
  const port = Number(postmaster?.split('\n')[3]);
  if (!(port > 0) || password === undefined) return undefined;
  const connectionString = urlOf(port, password.trim(), DATABASE);
  return (await countOthers(connectionString)) === undefined ? undefined : connectionString;
}

/** Waits until other commands have disconnected: they may use the PostgreSQL that this command started. */
async function stopWhenAlone(started: EmbeddedDatabase, { onEvent }: { onEvent?: OnEvent }): Promise<void> {
  for (let looks = 0; (await countOthers(started.connectionString)) ?? 0; looks++) {
    if (looks === 0) onEvent?.('Waiting for another command to finish with the database');
    await delay(PAUSE_MS);
  }
  await started.stop();
}

/** The number of other connections; undefined when PostgreSQL does not answer. */
async function countOthers(connectionString: string): Promise<number | undefined> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ others: number }>(`select count(*)::int as others from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`);
    return rows[0]?.others;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
