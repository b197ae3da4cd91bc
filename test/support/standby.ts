import { chmodSync, chownSync, cpSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../../src/postgres/embedded.ts';

/** Two servers in a folder: a primary and, made of a cold copy of it, a standby that follows it and may be promoted. */
export async function startPair(folder: string): Promise<{ primary: EmbeddedDatabase; standby: EmbeddedDatabase }> {
  const [first, second] = [join(folder, 'primary'), join(folder, 'standby')];
  await (await startEmbeddedDatabase(first)).stop();
  cpSync(first, second, { recursive: true });
  const cluster = join(second, 'postgres');
  writeFileSync(join(cluster, 'standby.signal'), '');
  const primary = await startEmbeddedDatabase(first);
  const { hostname, port, username, password } = new URL(primary.connectionString);
  const address = `host=${hostname} port=${port} user=${username} password=${password}`;
  writeFileSync(join(cluster, 'postgresql.auto.conf'), `primary_conninfo = '${address}'\n`);
  // PostgreSQL starts in no folder that others may enter.
  chmodSync(cluster, 0o700);
  giveTo(statSync(join(first, 'postgres')), cluster);
  return { primary, standby: await startEmbeddedDatabase(second) };
}

/** As root, PostgreSQL runs as somebody else, and a copy belongs to root. */
function giveTo({ uid, gid }: { uid: number; gid: number }, directory: string): void {
  const below = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  for (const path of ['', ...below]) chownSync(join(directory, path), uid, gid);
}
