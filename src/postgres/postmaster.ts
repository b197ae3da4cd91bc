import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { binary, childEnvironment, prepareBinaries, runsAsRoot } from './binaries.ts';
import { type Cluster, reachable } from './cluster.ts';
import { isAlive } from './lock.ts';

const LOG_LIMIT_BYTES = 16 * 1024 * 1024;
const FAST_SHUTDOWN_MS = 10_000;
const HARD_SHUTDOWN_MS = 3_000;

/** Starts PostgreSQL in a session of its own, so that a terminal's Ctrl-C does not stop it before the app has drained. */
export function launchPostgres(cluster: Cluster, port: number): ChildProcess {
  if (existsSync(cluster.logFile) && statSync(cluster.logFile).size > LOG_LIMIT_BYTES)
    renameSync(cluster.logFile, `${cluster.logFile}.1`);
  const log = openSync(cluster.logFile, 'a', 0o600);
  try {
    return spawn(
      binary(prepareBinaries(cluster.account), 'postgres'),
      ['-D', reachable(cluster.directory), ...settings(cluster, port)],
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

/** Tries a fast shutdown, then an immediate one, then kills: waits about 16 s at most. */
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

/**
 * Returns the pid of a PostgreSQL that a killed instance of this service left behind. The pid in the file may now belong to
 * another program, which must not get a signal.
 */
export function findOrphan(cluster: Cluster): number | undefined {
  const pidFile = join(cluster.directory, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  if (!(pid > 1)) return undefined;
  if (isPostmaster(cluster, pid)) return pid;
  // PostgreSQL takes any process of its own account with that pid for its main process and would refuse to start, for example
  // after a container's restart.
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

/** PostgreSQL's settings. Its log is terse and without statements: details and statements would contain phone numbers. */
function settings({ maxConnections }: Cluster, port: number): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: maxConnections,
    shared_buffers: '256MB',
    fsync: 'on',
    synchronous_commit: 'on',
    // Autovacuum must process new users soon: until then, a search looks each of them up in the table.
    autovacuum_naptime: '10s',
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
