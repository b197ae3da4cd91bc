import { createHash } from 'node:crypto';
import { createWriteStream, fstatSync, openSync, rmSync, statSync, type WriteStream } from 'node:fs';
import { lstat, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { makeSeal } from './format.ts';

// Here and not in a temporary folder, which may be on another disk.
const PART = '.part';
const CHUNK_BYTES = 256 * 1024;

/** Where a file of this path is to stand: behind a link, if it is one. Throws when something else than a file stands there. */
export async function findTarget(path: string): Promise<string> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return join(await realpath(dirname(path)), basename(path));
  const target = await realpath(path);
  // A device, a pipe or a folder must not be renamed away.
  if (!(await lstat(target)).isFile()) throw new Error(`${path} is not a file.`);
  return target;
}

/**
 * Writes the content, compressed and sealed, to `target`.part, which takes the place of `target` once all of it is on the disk: what
 * stood there before stays until then, and after a failure. Only its owner can read it. Returns its bytes.
 */
export async function writeFile(target: string, content: () => AsyncIterable<string | Buffer>): Promise<number> {
  const part = `${target}${PART}`;
  // One that a killed command left behind. Not opened again: it may be a link, or readable for others.
  await rm(part, { force: true });
  // At once, so that no signal comes between the file and what removes it.
  const file = openSync(part, 'wx', 0o600);
  const { ino } = fstatSync(file);
  const isOurs = () => statSync(part, { throwIfNoEntry: false })?.ino === ino;
  const remove = () => {
    if (isOurs()) rmSync(part);
  };
  process.once('exit', remove);
  try {
    const { bytesWritten } = await fill(createWriteStream(part, { fd: file, flush: true }), content());
    if (!isOurs()) throw new Error(`${part} was replaced by another command: back up to one file at a time.`);
    await rename(part, target);
    await syncFolder(dirname(target));
    return bytesWritten;
  } finally {
    remove();
    process.off('exit', remove);
  }
}

async function fill(file: WriteStream, content: AsyncIterable<string | Buffer>): Promise<WriteStream> {
  const compress = createZstdCompress({ chunkSize: CHUNK_BYTES, params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  await pipeline(content, compress, seal, file);
  return file;
}

async function* seal(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  yield makeSeal(hash.digest());
}

/** Without it, a power cut could take the new name back. */
async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders.
  if (process.platform === 'win32') return;
  const folder = await open(path);
  await folder.sync().finally(() => folder.close());
}
