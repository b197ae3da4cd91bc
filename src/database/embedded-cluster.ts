import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Account, binary, childEnvironment, prepareBinaries, runsAsRoot } from './embedded-binaries.ts';
import { isAlive } from './embedded-lock.ts';

/** Where one cluster lives and what runs it. */
export type Cluster = { directory: string; binaries: string; account: Account; logFile: string };

const MAJOR_VERSION = '18';
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;
const FAST_SHUTDOWN_MS = 10_000;
const HARD_SHUTDOWN_MS = 3_000;

/** Creates the cluster unless there is one. A killed creation leaves only a folder that the next one removes. */
export async function ensureCluster(cluster: Cluster, password: string): Promise<'created' | 'found'> {
  const { directory, account, binaries } = cluster;
  if (existsSync(join(directory, 'PG_VERSION'))) {
    const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
    if (version === MAJOR_VERSION) return 'found';
    throw new Error(
      `${directory} was written by PostgreSQL ${version}, this service brings ${MAJOR_VERSION}: dump and restore it.`,
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
    throw new Error(`PostgreSQL's initdb failed: ${((error as { stderr?: string }).stderr || String(error)).trim()}`);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return 'created';
}

/** Kept beside the cluster, for us alone: the account PostgreSQL runs as need not read it. */
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

/** Starts the postmaster in a session of its own, so that a terminal's Ctrl-C does not reach it before the app has drained. */
export function launchPostgres(cluster: Cluster, port: number): ChildProcess {
  if (existsSync(cluster.logFile) && statSync(cluster.logFile).size > LOG_LIMIT_BYTES)
    renameSync(cluster.logFile, `${cluster.logFile}.1`);
  const log = openSync(cluster.logFile, 'a', 0o600);
  try {
    return spawn(
      binary(prepareBinaries(cluster.account), 'postgres'),
      ['-D', reachable(cluster.directory), ...settings(port)],
      {
        ...cluster.account,
        cwd: cluster.directory,
        env: childEnvironment,
        detached: true,
        windowsHide: true,
        stdio: ['ignore', log, log],
      },
    );
  } finally {
    closeSync(log);
  }
}

/** Fast shutdown, then immediate, then kill: never waits for more than about 16 s. */
export async function shutDownPostgres(cluster: Cluster, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(binary(cluster.binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-t', '10', '-D', cluster.directory], {
      env: childEnvironment,
      windowsHide: true,
    });
  }
  const steps = [
    ['SIGINT', FAST_SHUTDOWN_MS],
    ['SIGQUIT', HARD_SHUTDOWN_MS],
    ['SIGKILL', HARD_SHUTDOWN_MS],
  ] as const;
  for (const [signal, patience] of steps) {
    if (!isPostmaster(cluster, pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const end = Date.now() + patience; isPostmaster(cluster, pid) && Date.now() < end; ) await delay(10);
  }
}

/** The postmaster that a killed predecessor left behind. Its pid may by now belong to a stranger, whom nobody must signal. */
export function findOrphan(cluster: Cluster): number | undefined {
  const pidFile = join(cluster.directory, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  if (!(pid > 1)) return undefined;
  if (isPostmaster(cluster, pid)) return pid;
  // PostgreSQL takes any process of its own account under that pid for a postmaster and would refuse to start, as after a container's restart.
  if (process.platform === 'linux' && isAlive(pid) && runsAsRoot) rmSync(pidFile);
  return undefined;
}

function isPostmaster(cluster: Cluster, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    try {
      return (
        readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster.directory) &&
        /(^|\/)postgres\0/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
      );
    } catch {
      return false;
    }
  }
  if (process.platform === 'win32')
    return (
      spawnSync(binary(cluster.binaries, 'pg_ctl'), ['status', '-D', cluster.directory], {
        env: childEnvironment,
        windowsHide: true,
      }).status === 0
    );
  return spawnSync('/bin/ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
    `-D ${cluster.directory}`,
  );
}

/**
 * The data directory as the account can name it. Under a folder of mode 700 it may not walk there, but we enter before privileges are
 * dropped, and this link leads to where a process stands without walking. PostgreSQL never leaves its data directory.
 */
function reachable(directory: string): string {
  return runsAsRoot && process.platform === 'linux' ? '/proc/self/cwd' : directory;
}

/** The built-in provider sorts and folds alike on every machine; lc_ctype still matters to pg_trgm, so it must know Unicode too. */
function localeArguments(): string[] {
  const locale = { linux: 'C.UTF-8', win32: 'en-US' }[process.platform as string] ?? 'en_US.UTF-8';
  return ['--encoding=UTF8', `--locale=${locale}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
}

/** Error logs stay terse and without statements: both would carry phone numbers. */
function settings(port: number): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '256MB',
    fsync: 'on',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_timezone: 'UTC',
    timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
