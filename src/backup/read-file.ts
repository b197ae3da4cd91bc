import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import {
  BackupFileError,
  END_OF_ROWS,
  HASH_BYTES,
  type Header,
  makeSeal,
  parseHeader,
  parseTrailer,
  SEAL_BYTES,
  type Table,
} from './format.ts';

const ZSTANDARD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
const CHUNK_BYTES = 256 * 1024;
const END = Buffer.from(END_OF_ROWS);
const NEWLINE = 0x0a;
// A line of ours has some kilobytes; a stranger's file may have no end of line at all.
const LONGEST_LINE = 1024 * 1024;

export type Summary = { header: Header; rows: readonly number[]; bytes: number };

/** What becomes of the rows of each table; they come in parts, which may end within a line. */
type TakeRows = (table: Table, rows: AsyncIterable<Buffer>) => Promise<unknown>;

type Reading = {
  begin?: (header: Header) => Promise<void>;
  take?: TakeRows;
  onBytes?: (read: number, of: number) => void;
};

/**
 * Reads a backup to its end and hands out what is in it. Throws BackupFileError as soon as something is not as it was written; only when
 * it returns was all of it whole. Holds some kilobytes of it at a time.
 */
export async function readBackup(path: string, { begin, take = drain, onBytes }: Reading = {}): Promise<Summary> {
  const content = createZstdDecompress({ chunkSize: CHUNK_BYTES });
  try {
    const { size, seal } = await readSeal(path);
    const hash = createHash('sha256');
    const listen = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        onBytes?.(chunk.length, size);
        yield chunk;
      }
    };
    const packed = createReadStream(path, { end: size - SEAL_BYTES - 1, highWaterMark: CHUNK_BYTES });
    // Its errors are those of the reader below.
    pipeline(packed, listen, content, () => {});
    const { header, rows } = await readContent(content, begin, take).catch(explain);
    if (!makeSeal(hash.digest()).equals(seal)) throw new BackupFileError('is damaged: its checksum is another.');
    return { header, rows, bytes: size };
  } catch (error) {
    throw error instanceof BackupFileError ? new BackupFileError(`${path} ${error.message}`) : error;
  } finally {
    content.destroy();
  }
}

async function readSeal(path: string): Promise<{ size: number; seal: Buffer }> {
  const stats = await stat(path);
  // Before it is opened: a pipe would wait for a writer.
  if (!stats.isFile()) throw new BackupFileError('is not a file.');
  const { size } = stats;
  const file = await open(path);
  try {
    const start = Buffer.alloc(ZSTANDARD.length);
    await file.read(start, 0, start.length, 0);
    if (!start.equals(ZSTANDARD)) throw new BackupFileError('is not a backup of this service.');
    const seal = Buffer.alloc(SEAL_BYTES);
    await file.read(seal, 0, SEAL_BYTES, Math.max(0, size - SEAL_BYTES));
    if (makeSeal(seal.subarray(-HASH_BYTES)).equals(seal)) return { size, seal };
    throw new BackupFileError('is cut off, or is not a backup of this service.');
  } finally {
    await file.close();
  }
}

function explain(error: unknown): never {
  const code = String(Object(error).code);
  // zlib's words for what it cannot read.
  throw /^(ZSTD|Z|ERR_ZLIB)_/.test(code) ? new BackupFileError(`is damaged (${code}).`) : error;
}

async function readContent(
  chunks: AsyncIterable<Buffer>,
  begin: Reading['begin'],
  take: TakeRows,
): Promise<{ header: Header; rows: number[] }> {
  const lines = createLines(chunks);
  const header = parseHeader(await lines.readLine());
  await begin?.(header);
  const rows: number[] = [];
  for (const table of header.tables) {
    let count = 0;
    const counted = async function* () {
      for await (const part of lines.readRows()) {
        count += countLines(part);
        yield part;
      }
    };
    await take(table, counted());
    rows.push(count);
  }
  const trailer = parseTrailer(await lines.readLine());
  if (trailer.rows.join() !== rows.join() || !(await lines.isAtEnd())) {
    throw new BackupFileError('is damaged: it has not the rows that it was written with.');
  }
  return { header, rows };
}

/** Reads bytes by lines, and rows in parts of any length. */
function createLines(chunks: AsyncIterable<Buffer>) {
  const source = chunks[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  const more = async (): Promise<boolean> => {
    const { done, value } = await source.next();
    if (done) return false;
    rest = rest.length === 0 ? value : Buffer.concat([rest, value]);
    return true;
  };
  const demandMore = async () => {
    if (!(await more())) throw new BackupFileError('is cut off.');
  };
  const cut = (length: number): Buffer => {
    const part = rest.subarray(0, length);
    rest = rest.subarray(length);
    return part;
  };

  return {
    async readLine(): Promise<string> {
      for (;;) {
        const end = rest.indexOf(NEWLINE);
        if (end >= 0) return cut(end + 1).toString();
        if (rest.length > LONGEST_LINE) throw new BackupFileError('is not a backup of this service.');
        await demandMore();
      }
    },
    async *readRows(): AsyncGenerator<Buffer> {
      for (let isLineStart = true; ; ) {
        if (isLineStart && rest.subarray(0, END.length).equals(END)) {
          cut(END.length);
          return;
        }
        const end = rest.indexOf(`\n${END_OF_ROWS}`);
        // No end of a line is waited for, since a stranger's file may have none. But the last bytes may begin the end of the rows.
        const length = end >= 0 ? end + 1 : rest.length - END.length;
        if (length > 0) {
          isLineStart = rest[length - 1] === NEWLINE;
          yield cut(length);
        } else await demandMore();
      }
    },
    async isAtEnd(): Promise<boolean> {
      return rest.length === 0 && !(await more());
    },
  };
}

export function countLines(part: Buffer): number {
  let lines = 0;
  for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}

async function drain(_table: Table, rows: AsyncIterable<Buffer>): Promise<void> {
  for await (const _part of rows);
}
