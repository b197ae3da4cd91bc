import { isKnownAsUseless, knownField } from './headers.ts';

export const FIELDS = [
  'phoneNumber',
  'email',
  'firstName',
  'middleName',
  'lastName',
  'fullName',
  'environments',
  'channelIdentities',
] as const;
export type Field = (typeof FIELDS)[number];

/** One column of a file. `field` is what it is read as; without one it is not read, and `isKnown` tells whether that is as it should be. */
export type Column = { header: string; field: Field | null; isKnown: boolean };

/** Guesses from its header what each column is, in the words of the usual products and of our own export. */
export function columnsByHeader(headers: readonly string[]): Column[] {
  const columns = headers.map((text): Column => {
    const header = text.trim();
    const field = knownField(header);
    return { header, field, isKnown: field !== null || header === '' || isKnownAsUseless(header) };
  });
  const has = (field: Field) => columns.some((column) => column.field === field);
  for (const column of columns) {
    if (!has('lastName') && /^(nombres?|nome)$/i.test(column.header)) column.field = 'fullName';
    else if (!has('firstName') && /^nom$/i.test(column.header)) column.field = 'fullName';
    else if (!has('lastName') && has('firstName') && /^name$/i.test(column.header)) column.field = 'lastName';
  }
  return columns;
}

/** Whether a first row is a header: it names a field, and holds no number or address itself. */
export function isHeader(cells: readonly string[]): boolean {
  if (cells.some((cell) => looksLikePhone(cell) || looksLikeEmail(cell))) return false;
  return cells.some((cell) => knownField(cell.trim()) !== null) || cells.filter(isWord).length > 1;
}

/** Guesses columns without headers from what is in them. A single column of words is a full name, of two the second the last name. */
export function columnsByContent(rows: readonly string[][]): Column[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const is = (column: number, test: (cell: string) => boolean) => {
    const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter(test).length > cells.length / 2;
  };
  const fields = Array.from({ length: width }, (_, column): Field | null => {
    if (is(column, looksLikeEmail)) return 'email';
    return is(column, looksLikePhone) ? 'phoneNumber' : null;
  });
  const words = fields.flatMap((field, column) => (field === null && is(column, isWord) ? [column] : []));
  const [first, second] = words;
  if (first !== undefined) fields[first] = second === undefined ? 'fullName' : 'firstName';
  if (second !== undefined) fields[second] = 'lastName';
  return fields.map((field, at) => ({ header: `Column ${at + 1}`, field, isKnown: field !== null }));
}

export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim());
}

/** Digits of any script, with what is written between them, in front and behind. */
function looksLikePhone(text: string): boolean {
  return /^[^\p{L}@]{7,40}$/u.test(text.replace(/^\s*'?\s*tel:/i, '')) && (text.match(/\p{Nd}/gu)?.length ?? 0) >= 7;
}

function isWord(text: string): boolean {
  return /\p{L}/u.test(text) && !looksLikeEmail(text);
}
