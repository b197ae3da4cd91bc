import { readConfig } from '../config.ts';
import { connect, type Db } from '../database/engine/connection.ts';
import { describeFault } from '../database/engine/errors.ts';
import { migrate } from '../database/engine/migrate.ts';
import { openEmbeddedDatabase } from '../postgres/open.ts';

/**
 * Runs a command's work on the configured database, migrated: the running service's own, or one started for it. With `onStop`, the first
 * Ctrl-C lets the work come to an end; without it, and the second time, the command ends at once.
 */
export function withDatabase(
  work: (db: Db, connectionString: string, role: string) => Promise<void>,
  options: { onStop?: () => void } = {},
): Promise<void> {
  return withConnection(async (connectionString, role) => {
    await prepare(connectionString, role);
    const db = connect(connectionString, { role });
    await work(db, connectionString, role).finally(() => db.destroy());
  }, options);
}

/** The same with the owner's address of the database and the server's role, and nothing done to it. */
export async function withConnection(
  work: (connectionString: string, role: string) => Promise<void>,
  { onStop }: { onStop?: () => void } = {},
): Promise<void> {
  const config = readConfig();
  const onEvent = (message: string) => console.error(message);
  const embedded = config.databaseUrl === null ? await openEmbeddedDatabase(config.dataDirectory, { onEvent }) : null;
  // As the owner, who reaches PostgreSQL without a pooler, and takes the server's role for the work.
  const connectionString = embedded?.connectionString ?? config.databaseOwnerUrl ?? config.databaseUrl ?? '';
  listen(onStop);
  try {
    await work(connectionString, config.databaseRole);
  } finally {
    await embedded?.stop();
  }
}

const SAME_SIGNAL_MS = 1000;

// An exit takes the embedded PostgreSQL along; a signal alone would leave it behind.
function listen(onStop?: () => void): void {
  let stoppedAt: number | undefined;
  const end = (status: number) => {
    // npm passes on what the terminal sends to both, so one Ctrl-C arrives twice.
    const isFirst = stoppedAt === undefined || performance.now() - stoppedAt < SAME_SIGNAL_MS;
    if (!onStop || !isFirst) process.exit(status);
    stoppedAt ??= performance.now();
    onStop();
  };
  process.on('SIGINT', () => end(130)).on('SIGTERM', () => end(143));
}

async function prepare(connectionString: string, role: string): Promise<void> {
  try {
    await migrateAsOwner(connectionString, role);
  } catch (error) {
    throw new Error(`The database cannot be used: ${describeFault(error)}`);
  }
}

/** Migrates the database to the newest schema, and grants the rights of the server's role. */
export async function migrateAsOwner(
  connectionString: string,
  role: string,
  onEvent?: (message: string) => void,
): Promise<void> {
  const owner = connect(connectionString);
  await migrate(owner, onEvent, { role }).finally(() => owner.destroy());
}
