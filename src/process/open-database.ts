import type { Config } from '../config.ts';
import { connect } from '../database/engine/connection.ts';
import { describeFault } from '../database/engine/errors.ts';
import { findGivenLogin, settleGivenLogin } from '../database/engine/given-login.ts';
import { migrate } from '../database/engine/migrate.ts';
import { prepareServerLogin } from '../database/engine/server-login.ts';
import type { ChargeChannel } from '../http/shared-charges.ts';
import { startEmbeddedDatabase } from '../postgres/embedded.ts';
import { type AdministratorKey, keyFileIn, openAdministratorKey } from './administrator-key.ts';
import { createInstanceCharges } from './instance-charges.ts';
import type { Lifetime } from './lifetime.ts';

export type OpenDatabase = {
  /** For the server's login, not the owner's. */
  connectionString: string;
  /** Leads to other instances; with the embedded database there are none. */
  instances: ChargeChannel | undefined;
  /** Only with the embedded database, and as long as the key is valid. */
  administratorKey: (AdministratorKey & { file: string }) | undefined;
};

/**
 * Opens PostgreSQL, the embedded one or that of DATABASE_URL, and migrates it to the newest schema. Runs once, however many
 * processes serve. Throws when the database cannot be used.
 */
export async function openDatabase(config: Config, lifetime: Lifetime): Promise<OpenDatabase> {
  const starting = config.databaseUrl === null ? startEmbedded(config) : null;
  // A start that is under way is finished before it is stopped: half of one would leave processes behind.
  lifetime.onEnd(() => starting?.then((database) => database.stop()).catch(() => {}));
  const embedded = await starting;
  const url = embedded?.connectionString ?? config.databaseUrl ?? '';
  const connectionString = await prepare(url, config).catch((error) => {
    throw new Error(`The database cannot be used: ${describeFault(error)}`);
  });
  const { databaseRole: role, databaseOwnerUrl, preparedStatements: isPrepared } = config;
  const db = connect(connectionString, { role, asGiven: databaseOwnerUrl !== null, isPrepared });
  lifetime.onEnd(() => db.destroy());
  if (!embedded) {
    const instances = createInstanceCharges(db, (message) => console.error(message));
    lifetime.onEnd(() => instances.stop());
    return { connectionString, instances, administratorKey: undefined };
  }
  const file = keyFileIn(config.dataDirectory);
  const key = await openAdministratorKey({ db, shortReads: db }, file);
  return { connectionString, instances: undefined, administratorKey: key && { ...key, file } };
}

/** Migrates as the owner of the tables and returns the server's URL. The owner is not needed afterwards. */
async function prepare(url: string, { databaseOwnerUrl, databaseRole: role }: Config): Promise<string> {
  const owner = connect(databaseOwnerUrl ?? url);
  const onEvent = (message: string) => console.error(message);
  try {
    const login = databaseOwnerUrl === null ? undefined : await findGivenLogin(owner, url);
    await migrate(owner, onEvent, { role, login });
    if (login === undefined) return await prepareServerLogin(owner, url, onEvent, role);
    await settleGivenLogin(owner, url, role);
    return url;
  } finally {
    await owner.destroy();
  }
}

function startEmbedded({ dataDirectory, processes, databaseConnections: connections }: Config) {
  const onEvent = (message: string) => console.error(message);
  return startEmbeddedDatabase(dataDirectory, { processes, connections, onEvent });
}
