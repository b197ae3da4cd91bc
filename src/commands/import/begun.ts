import { readFile, rm, writeFile } from 'node:fs/promises';

// The service knows what was answered to a request for so long.
const LONGEST = 24 * 60 * 60 * 1000;

/**
 * When the import of the file at `path` began, in ms since 1970: now, unless an earlier run was cut off or stopped, which goes on then.
 * It is noted beside the file until `forgetBegun`. Where nothing can be written, each run begins anew: whoever is there is known.
 */
export async function begin(path: string): Promise<number> {
  const now = Date.now();
  const earlier = Number(await readFile(noteOf(path), 'utf8').catch(() => ''));
  if (earlier <= now && now - earlier < LONGEST) return earlier;
  await writeFile(noteOf(path), String(now), { mode: 0o600 }).catch(() => {});
  return now;
}

/** The same command imports the file anew then: whom it added may have been deleted since. */
export async function forgetBegun(path: string): Promise<void> {
  await rm(noteOf(path), { force: true });
}

function noteOf(path: string): string {
  return `${path}.begun`;
}
