import { readConfig } from '../config.ts';
import { connect, type Db, SERVER_ROLE } from '../database/engine/connection.ts';
import { describeFault } from '../database/engine/errors.ts';
import { migrate } from '../database/engine/migrate.ts';
import { openEmbeddedDatabase } from '../postgres/open.ts';

/** Runs a command's work on the configured database, migrated: the running service's own, or one started for it. */
export async function withDatabase(work: (db: Db, connectionString: string) => Promise<void>): Promise<void> {
  const config = readConfig();
  const onEvent = (message: string) => console.error(message);
  const embedded = config.databaseUrl === null ? await openEmbeddedDatabase(config.dataDirectory, { onEvent }) : null;
  const connectionString = embedded?.connectionString ?? config.databaseUrl ?? '';
  // An exit takes the embedded PostgreSQL along; a signal alone would leave it behind.
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
  try {
    await prepare(connectionString);
    const db = connect(connectionString, { role: SERVER_ROLE });
    await work(db, connectionString).finally(() => db.destroy());
  } finally {
    await embedded?.stop();
  }
}

async function prepare(connectionString: string): Promise<void> {
  const owner = connect(connectionString);
  try {
    await migrate(owner);
  } catch (error) {
    throw new Error(`The database cannot be used: ${describeFault(error)}`);
  } finally {
    await owner.destroy();
  }
}
