import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, chownSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { chooseAccount } from '../../src/postgres/binaries.ts';
import { until } from './door.ts';
import { findPorts } from './programs.ts';

const BINARIES = '/usr/lib/postgresql/15/bin';

export type DebianPostgres = {
  /** Makes an empty database; its URL, as a superuser. */
  createDatabase(): Promise<string>;
  close(): Promise<void>;
};

/** The path of a program of Debian's PostgreSQL 15. Throws the line to run where there is none. */
export function findProgram(name: 'initdb' | 'postgres' | 'pg_dump' | 'pg_restore'): string {
  const path = join(BINARIES, name);
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    throw new Error(`${path} is missing, which this test needs. On Debian: apt-get install postgresql-15`);
  }
}

/** A PostgreSQL 15 of its own, as an ordinary account even where this runs as root. */
export async function startDebianPostgres(): Promise<DebianPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'users-management-debian-'));
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
  const password = randomUUID();
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password);
  const account = chooseAccount(join(folder, 'none'));
  if (account) for (const path of [folder, data, passwordFile]) chownSync(path, account.uid, account.gid);
  const options = { ...account, cwd: folder, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } };
  execFileSync(
    findProgram('initdb'),
    ['-D', data, '-U', 'admin', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const [port = 0] = await findPorts(1);
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off' };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(findProgram('postgres'), ['-D', data, ...words], { ...options, stdio: 'ignore' });
  const urlOf = (database: string) => `postgres://admin:${password}@127.0.0.1:${port}/${database}`;
  await until(
    () =>
      query(urlOf('postgres'), 'select').then(
        () => true,
        () => false,
      ),
    (isUp) => isUp,
  );
  return {
    async createDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await query(urlOf('postgres'), `create database ${name} template template0`);
      return urlOf(name);
    },
    async close() {
      server.kill('SIGINT');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

async function query(connectionString: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(text).finally(() => client.end());
}
