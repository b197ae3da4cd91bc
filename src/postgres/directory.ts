import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, describeFault } from '../database/engine/errors.ts';
import { runsAsRoot } from './binaries.ts';

// As root outside Linux, the account that PostgreSQL runs as must enter the folder by itself (see `reachable`).
const MODE = runsAsRoot && process.platform !== 'linux' ? 0o711 : 0o700;
// One of these exists as soon as this service has used a folder.
const OURS = ['service.lock', 'postgres.password'];

/**
 * Creates the data directory if it is missing, closes it to everybody but its owner, and returns its real path. Throws one line
 * that says what to do.
 */
export function openDataDirectory(path: string): string {
  try {
    makeFolder(path);
    const directory = realpathSync(path);
    const obstacle = process.platform === 'win32' ? undefined : close(directory);
    if (obstacle === undefined) return directory;
    throw new Error(obstacle);
  } catch (error) {
    throw new Error(`DATA_DIR ${path} cannot be used as a folder: ${describeFault(error)}`);
  }
}

/** With its parents. Not by `recursive`: where a system lets nobody make folders, such as /proc, that never ends. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: MODE });
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && statSync(path).isDirectory()) return;
    if (codeOf(error) !== 'ENOENT' || existsSync(dirname(path))) throw error;
    makeFolder(dirname(path));
    makeFolder(path);
  }
}

/** Closes the directory to others. Returns what prevents its use; undefined if nothing does. */
function close(directory: string): string | undefined {
  const { uid, mode } = statSync(directory);
  const ourselves = process.getuid?.();
  if (!runsAsRoot && uid !== ourselves)
    return `it belongs to user ${uid}, this process runs as ${ourselves}: start it as its owner or as root, or name another.`;
  if ((mode & 0o077 & ~MODE) === 0) return undefined;
  // Closing a shared folder like /var/lib, or somebody's home, would lock others out.
  const names = readdirSync(directory).filter((name) => name !== 'lost+found');
  if (names.length > 0 && !names.some((name) => OURS.includes(name)))
    return 'others may enter it, and it holds other things already: name one of its own, or close it by chmod 700.';
  chmodSync(directory, MODE);
  return undefined;
}
