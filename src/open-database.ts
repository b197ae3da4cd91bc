import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openAdministratorKey } from './administrator-key.ts';
import type { Config } from './config.ts';
import { connect, SERVER_ROLE } from './database/connection.ts';
import { startEmbeddedDatabase } from './database/embedded.ts';
import { describeFault } from './database/faults.ts';
import { migrate } from './database/migrate.ts';
import type { Lifetime } from './lifetime.ts';

export type OpenDatabase = {
  connectionString: string;
  /** Of the embedded one, as long as it is in use. */
  administratorKey: { secret: string; file: string } | undefined;
};

/** PostgreSQL, the embedded one or theirs, of the newest schema and looked after: once, however many processes serve. */
export async function openDatabase(config: Config, lifetime: Lifetime): Promise<OpenDatabase> {
  const embedded = config.databaseUrl === null ? await startEmbedded(config) : null;
  lifetime.onEnd(() => embedded?.stop());
  const connectionString = embedded?.connectionString ?? config.databaseUrl ?? '';
  const owner = connect(connectionString);
  await migrate(owner)
    .catch((error) => Promise.reject(new Error(`The database cannot be used: ${describeFault(error)}`)))
    .finally(() => owner.destroy());
  const db = connect(connectionString, { role: SERVER_ROLE });
  lifetime.onEnd(() => db.destroy());
  if (!embedded) return { connectionString, administratorKey: undefined };
  const file = join(config.dataDirectory, 'administrator.key');
  const secret = await openAdministratorKey({ db, shortReads: db }, file);
  return { connectionString, administratorKey: secret === undefined ? undefined : { secret, file } };
}

async function startEmbedded({ dataDirectory, processes }: Config) {
  await mkdir(dataDirectory, { recursive: true }).catch((error) => {
    throw new Error(`DATA_DIR ${dataDirectory} cannot be used as a folder: ${describeFault(error)}`);
  });
  return startEmbeddedDatabase(dataDirectory, { processes, onEvent: (message) => console.error(message) });
}
