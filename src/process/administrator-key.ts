import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connections } from '../database/engine/connection.ts';
import { authenticateKey } from '../domain/access-keys.ts';
import { firstStart } from '../domain/operator.ts';

/** Where the key of the first start is kept. */
export function keyFileIn(dataDirectory: string): string {
  return join(dataDirectory, 'administrator.key');
}

export type AdministratorKey = { secret: string; isNew: boolean };

/**
 * Returns the key that was created at the first start and is kept in this file, readable only for its owner. Undefined when the
 * file is gone or its key is not valid any more.
 */
export async function openAdministratorKey(
  connections: Connections,
  file: string,
): Promise<AdministratorKey | undefined> {
  const made = await firstStart(connections.db);
  if (made) await writeFile(file, `${made}\n`, { mode: 0o600 });
  const secret = await readAdministratorKey(connections, file);
  return secret === undefined ? undefined : { secret, isNew: made !== undefined };
}

/** Returns the key that this file keeps; undefined when there is none, or it is not valid any more. */
export async function readAdministratorKey(connections: Connections, file: string): Promise<string | undefined> {
  const secret = (await readFile(file, 'utf8').catch(() => '')).trim();
  return (await authenticateKey(connections, secret)) ? secret : undefined;
}
