import { readFile, writeFile } from 'node:fs/promises';
import type { Databases } from './database/connection.ts';
import { authenticate } from './domain/access-keys.ts';
import { firstStart } from './domain/first-start.ts';

/** The key of the first start, which this file keeps for its owner alone; undefined once it is gone, revoked or another's. */
export async function openAdministratorKey(databases: Databases, file: string): Promise<string | undefined> {
  const made = await firstStart(databases.db);
  if (made) await writeFile(file, `${made}\n`, { mode: 0o600 });
  const kept = made ?? (await readFile(file, 'utf8').catch(() => ''));
  const key = kept.trim();
  return (await authenticate(databases, key)) ? key : undefined;
}
