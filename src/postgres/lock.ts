import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../database/engine/errors.ts';

/** Another live process owns the data directory. */
export class DataDirectoryInUseError extends Error {
  override readonly name = 'DataDirectoryInUseError';
}

/**
 * Makes this process the only owner of the data directory. Returns a function that gives it up. Throws DataDirectoryInUseError if
 * a live process owns it.
 */
export function lockDataDirectory(dataDirectory: string): () => void {
  const path = join(dataDirectory, 'service.lock');
  const claim = `${path}.${process.pid}`;
  const content = `${process.pid} ${startOf(process.pid)}\n`;
  writeFileSync(claim, content, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (link(claim, path)) return () => release(path, content);
      removeIfStale(path, dataDirectory);
    }
    throw new Error(`${path} could not be taken: another process keeps taking it.`);
  } finally {
    rmSync(claim, { force: true });
  }
}

/** Returns false if the lock exists. A link appears together with its content, so no reader ever sees an empty lock. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function removeIfStale(path: string, dataDirectory: string): void {
  const content = read(path);
  if (content === undefined) return;
  const pid = Number(content.split(' ', 1)[0]);
  const start = content.slice(String(pid).length).trim();
  if (pid > 0 && isAlive(pid) && startOf(pid) === start)
    throw new DataDirectoryInUseError(
      `The data directory ${dataDirectory} is in use by another instance of this service (process ${pid}): stop it first.`,
    );

  // Renamed, not removed: of two processes that find the same stale lock, the slower must not remove the faster one's new lock.
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== content) link(aside, path);
  rmSync(aside, { force: true });
}

function release(path: string, content: string): void {
  if (read(path) === content) rmSync(path, { force: true });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whether the process is alive. A dead process that its parent has not collected yet (state Z) counts as dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  return process.platform !== 'linux' || !['Z', 'X', undefined].includes(statOf(pid)?.[0]);
}

/** When the process began, as text in the system's own form: a later process with the same pid has another. Empty where unknown. */
function startOf(pid: number): string {
  if (process.platform === 'linux') return statOf(pid)?.[19] ?? '';
  if (process.platform === 'win32') return '';
  try {
    return execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** The fields of /proc/<pid>/stat after the command's name, which may itself contain spaces and brackets. */
function statOf(pid: number): string[] | undefined {
  const line = read(`/proc/${pid}/stat`);
  return line?.slice(line.lastIndexOf(')') + 2).split(' ');
}
