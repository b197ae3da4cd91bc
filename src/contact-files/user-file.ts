import { toCsvLine } from './csv-line.ts';

/** Users as lines of CSV; those that need care as a JSON array of their cells. */
export type UserLines = { lines: string };

const HEADER = [
  ...['phone_number', 'email', 'first_name', 'middle_name', 'last_name', 'environments', 'channel_identities'],
  ...['creation_source', 'created_at', 'last_seen_at', 'id'],
];

/** The users as a CSV file that this room reads again, in pieces, with a byte order mark for Excel. */
export async function* userFile(pages: AsyncIterable<UserLines>): AsyncGenerator<string> {
  yield `\ufeff${toCsvLine(HEADER)}`;
  for await (const { lines } of pages) if (lines !== '') yield lines.replace(UNWRITTEN, writeLine);
}

const UNWRITTEN = /(?<=^|\n)\[[^\n]*\n/g;

function writeLine(cells: string): string {
  return toCsvLine(JSON.parse(cells).map((cell: string | null) => cell ?? ''));
}
