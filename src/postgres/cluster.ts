import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describeFault } from '../database/engine/errors.ts';
import { type Account, binary, childEnvironment, runsAsRoot } from './binaries.ts';

/** Where a cluster is and what runs it. */
export type Cluster = {
  directory: string;
  binaries: string;
  account: Account;
  logFile: string;
  maxConnections: number;
};

const MAJOR_VERSION = '18';

/**
 * Creates the cluster unless there is one. A killed creation leaves only a folder, which the next creation removes. Throws one
 * line that says what to do if the folder contains something else.
 */
export async function ensureCluster(cluster: Cluster, password: string): Promise<'created' | 'found'> {
  const { directory, account, binaries } = cluster;
  if (existsSync(join(directory, 'PG_VERSION'))) {
    const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
    if (version === MAJOR_VERSION) return 'found';
    throw new Error(
      `${directory} was written by PostgreSQL ${version}, this version of the service brings ${MAJOR_VERSION}: run "npm run backup -- FILE" ` +
        'with the version that wrote it, move the folder away, and run "npm run restore -- FILE" with this one.',
    );
  }
  if (existsSync(directory)) {
    if (readdirSync(directory).length > 0)
      throw new Error(`${directory} is neither empty nor a PostgreSQL cluster: move it away.`);
    rmdirSync(directory);
  }

  const parent = dirname(directory);
  for (const name of readdirSync(parent)) {
    if (name.startsWith('postgres.new-')) rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const workshop = mkdtempSync(join(parent, 'postgres.new-'));
  const fresh = join(workshop, 'cluster');
  const passwordFile = join(workshop, 'password');
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [fresh, passwordFile, workshop]) chownSync(path, account.uid, account.gid);
  try {
    await promisify(execFile)(
      binary(binaries, 'initdb'),
      [
        `--pgdata=${reachable(fresh)}`,
        '--username=postgres',
        '--pwfile=../password',
        '--auth=scram-sha-256',
        '--data-checksums',
        '--no-instructions',
        ...localeArguments(),
      ],
      { ...account, cwd: fresh, env: childEnvironment },
    );
    renameSync(fresh, directory);
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(`PostgreSQL's initdb failed: ${told || describeFault(error)}`);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return 'created';
}

/**
 * Returns the superuser's password; creates it with a new cluster. Its file is beside the cluster and readable only for us: the
 * account PostgreSQL runs as does not need it.
 */
export function ensurePassword(dataDirectory: string, clusterDirectory: string): string {
  const path = join(dataDirectory, 'postgres.password');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  if (existsSync(join(clusterDirectory, 'PG_VERSION')))
    throw new Error(`${path} is missing: without it the cluster in ${clusterDirectory} cannot be opened.`);
  const password = randomBytes(24).toString('base64url');
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, `${password}\n`, { mode: 0o600, flush: true });
  renameSync(fresh, path);
  return password;
}

/**
 * The path by which the account can reach the data directory. The account may not enter parent folders of mode 700. But we enter
 * the directory before privileges are dropped, and /proc/self/cwd is where a process is, without a walk through the parents.
 * PostgreSQL never leaves its data directory.
 */
export function reachable(directory: string): string {
  return runsAsRoot && process.platform === 'linux' ? '/proc/self/cwd' : directory;
}

/** The built-in provider sorts and folds alike on every machine. pg_trgm still uses lc_ctype, so that must know Unicode too. */
function localeArguments(): string[] {
  const locale = { linux: 'C.UTF-8', win32: 'en-US' }[process.platform as string] ?? 'en_US.UTF-8';
  return ['--encoding=UTF8', `--locale=${locale}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
}
