import { z } from 'zod';

/*
 * A backup is one file, compressed by Zstandard (RFC 8878): `zstd -dc FILE` shows lines of text.
 *
 *   {"format":"users-management-backup","version":1,"createdAt":"…","postgres":"18.4","migrations":["0001_projects",…],
 *    "tables":[{"name":"access_keys","columns":["project_id","id",…]},…]}             (one line)
 *   the rows of the first table, a line each, in the text format of PostgreSQL's COPY
 *   \.
 *   and so for every table, in the header's order
 *   {"rows":[12,0,1000000,…]}                                                         (of each table, in the same order)
 *
 * Behind it stands the seal: a frame that Zstandard passes over, with the SHA-256 of all bytes of the file before it.
 */

const FORMAT = 'users-management-backup';
const FORMAT_VERSION = 1;

/** Ends the rows of a table. COPY writes a backslash as two, so no row is like it. */
export const END_OF_ROWS = '\\.\n';

export const HASH_BYTES = 32;
/** Zstandard's number of a frame to pass over, and its length. */
const SEAL_HEAD = Buffer.from([0x50, 0x2a, 0x4d, 0x18, HASH_BYTES, 0, 0, 0]);
export const SEAL_BYTES = SEAL_HEAD.length + HASH_BYTES;

export function makeSeal(sha256: Buffer): Buffer {
  return Buffer.concat([SEAL_HEAD, sha256]);
}

const table = z.object({ name: z.string(), columns: z.array(z.string()).min(1) });

const header = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  createdAt: z.iso.datetime(),
  postgres: z.string(),
  /** Of the schema, oldest first. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(table),
});

const trailer = z.object({ rows: z.array(z.number().int().nonnegative()) });

export type Table = z.infer<typeof table>;
export type Header = z.infer<typeof header>;
export type Trailer = z.infer<typeof trailer>;

/** The file is no backup, is damaged, or is of a version that cannot be read here. The message follows its path. */
export class BackupFileError extends Error {
  override readonly name = 'BackupFileError';
}

export function makeHeader(known: Omit<Header, 'format' | 'version'>): Header {
  return { format: FORMAT, version: FORMAT_VERSION, ...known };
}

export function toLine(value: Header | Trailer): string {
  return `${JSON.stringify(value)}\n`;
}

/** Reads the first line. Throws BackupFileError when it is not that of a backup that this code knows. */
export function parseHeader(line: string): Header {
  const value = parseJson(line);
  const { format, version } = Object(value);
  if (format !== FORMAT) throw new BackupFileError('is not a backup of this service.');
  if (version > FORMAT_VERSION) {
    throw new BackupFileError('was made by a newer version of this service: restore it with that one or a later one.');
  }
  const parsed = header.safeParse(value);
  if (!parsed.success) throw new BackupFileError('is damaged: its first line is not as it was written.');
  return parsed.data;
}

export function parseTrailer(line: string): Trailer {
  const parsed = trailer.safeParse(parseJson(line));
  if (!parsed.success) throw new BackupFileError('is damaged: its last line is not as it was written.');
  return parsed.data;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
