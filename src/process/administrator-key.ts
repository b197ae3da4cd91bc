import { readFile, writeFile } from 'node:fs/promises';
import type { Connections } from '../database/engine/connection.ts';
import { authenticateKey } from '../domain/access-keys.ts';
import { firstStart } from '../domain/operator.ts';

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
  const kept = made ?? (await readFile(file, 'utf8').catch(() => ''));
  const secret = kept.trim();
  return (await authenticateKey(connections, secret)) ? { secret, isNew: made !== undefined } : undefined;
}
