import { readdirSync, readFileSync } from 'node:fs';

// Linux counts in hundredths of a second for all programs, whatever its own clock.
const TICKS_PER_SECOND = 100;

/** What a process has used of all CPUs so far; not a number where there is no /proc. */
export function cpuSeconds(pid: number | undefined): number {
  const [, , ...fields] = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** What a process and its descendants have used so far, those that ended included; without the other trees. */
export function cpuSecondsOfTree(root: number, without: readonly number[] = []): number {
  return treeOf(root, without).reduce((sum, pid) => {
    const [, , ...fields] = statOf(pid);
    // Of itself in user mode and in the kernel, and the same of the children it waited for.
    const ticks = fields.slice(11, 15).reduce((all, field) => all + Number(field), 0);
    return sum + ticks / TICKS_PER_SECOND;
  }, 0);
}

/** A process and its descendants, but for the other trees. */
export function treeOf(root: number, without: readonly number[] = []): number[] {
  const parents = processes().map((pid) => ({ pid, parent: Number(statOf(pid)[3]) }));
  const found = [root];
  for (const above of found) {
    const below = parents.filter(({ pid, parent }) => parent === above && !without.includes(pid));
    found.push(...below.map(({ pid }) => pid));
  }
  return found;
}

/** The words with which a process was started. */
export function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

export function residentMegabytes(pid: number | undefined): number {
  const status = read(`/proc/${pid}/status`);
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** What each direct child of a process, PostgreSQL's backends for one, has used so far. */
export function cpuOfChildren(parent: number): Map<number, number> {
  const children = processes().filter((pid) => Number(statOf(pid)[3]) === parent);
  return new Map(children.map((pid) => [pid, cpuSeconds(pid)]));
}

/** Of those that are still there. */
export function cpuSecondsSince(before: ReadonlyMap<number, number>, parent: number): number {
  return [...cpuOfChildren(parent)].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0);
}

function processes(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** The fields of proc(5), the name of the program without its spaces. */
function statOf(pid: number | undefined): string[] {
  return read(`/proc/${pid}/stat`)
    .replace(/\(.*\)/, '()')
    .split(' ');
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
