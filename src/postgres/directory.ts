import { chmodSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { describeFault } from '../database/engine/errors.ts';
import { runsAsRoot } from './binaries.ts';

// As root elsewhere than on Linux the account PostgreSQL runs as must walk in by itself (see `reachable`).
const MODE = runsAsRoot && process.platform !== 'linux' ? 0o711 : 0o700;
// Either is there as soon as this service has begun to use a folder.
const OURS = ['service.lock', 'postgres.password'];

/** The data directory's real path, made if it is not there, and closed to everybody but its owner. Throws one line that says what to do. */
export function openDataDirectory(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: MODE });
    const directory = realpathSync(path);
    const obstacle = process.platform === 'win32' ? undefined : close(directory);
    if (obstacle === undefined) return directory;
    throw new Error(obstacle);
  } catch (error) {
    throw new Error(`DATA_DIR ${path} cannot be used as a folder: ${describeFault(error)}`);
  }
}

/** What stands in the way, if anything does. */
function close(directory: string): string | undefined {
  const { uid, mode } = statSync(directory);
  const ourselves = process.getuid?.();
  if (!runsAsRoot && uid !== ourselves)
    return `it belongs to user ${uid}, this process runs as ${ourselves}: start it as its owner or as root, or name another.`;
  if ((mode & 0o077 & ~MODE) === 0) return undefined;
  // Closing /var/lib or somebody's home would lock out others.
  const names = readdirSync(directory).filter((name) => name !== 'lost+found');
  if (names.length > 0 && !names.some((name) => OURS.includes(name)))
    return 'others may enter it, and it holds other things already: name one of its own, or close it by chmod 700.';
  chmodSync(directory, MODE);
  return undefined;
}
