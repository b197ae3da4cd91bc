import { mkdir } from 'node:fs/promises';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { connect, type Db, SERVER_ROLE } from '../database/connection.ts';
import { startEmbeddedDatabase } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';

/** Runs a command on the configured, migrated database; says in words what went wrong. */
export async function withDatabase(work: (db: Db) => Promise<void>): Promise<void> {
  try {
    const config = readConfig();
    if (config.databaseUrl === null) await mkdir(config.dataDirectory, { recursive: true });
    const embedded = config.databaseUrl === null ? await startEmbeddedDatabase(config.dataDirectory) : null;
    const connectionString = embedded?.connectionString ?? config.databaseUrl ?? '';
    try {
      const owner = connect(connectionString);
      await migrate(owner).finally(() => owner.destroy());
      const db = connect(connectionString, { role: SERVER_ROLE });
      await work(db).finally(() => db.destroy());
    } finally {
      await embedded?.stop();
    }
  } catch (error) {
    if (error instanceof z.ZodError) console.error(z.prettifyError(error));
    else console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
