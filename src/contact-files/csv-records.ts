import Papa from 'papaparse';
import { columnsByHeader } from './columns.ts';

export type Separator = ',' | ';' | '\t' | '|';

const SEPARATORS: Separator[] = [',', ';', '\t', '|'];
// In characters: as much as a slow phone parses between two frames.
const SLICE = 100_000;

/** Excel's first line `sep=;`, taken off, or what divides the first rows best: into known columns, and as many in each row. */
export function separate(text: string): { separator: Separator; body: string } {
  const body = text.replace(/\r\n?/g, '\n');
  const [line, told] = /^"?sep=([,;|\t])"?\n/i.exec(body) ?? [];
  if (line !== undefined) return { separator: told as Separator, body: body.slice(line.length) };
  const [separator = ','] = SEPARATORS.toSorted((one, other) => fitness(body, other) - fitness(body, one));
  return { separator, body };
}

function fitness(body: string, separator: Separator): number {
  const rows = firstRows(body, separator, 20);
  const [header = []] = rows;
  const known = columnsByHeader(header).filter(({ field }) => field !== null).length;
  const alike = rows.filter((row) => row.length === header.length).length / rows.length;
  return header.length === 1 ? known : known * 1000 + header.length * alike;
}

export function firstRows(body: string, separator: Separator, most: number): string[][] {
  const head = body.slice(0, SLICE);
  const parse = (isCut: boolean): string[][] =>
    new Papa.Parser({ delimiter: separator, newline: '\n' }).parse(head, 0, isCut).data;
  // The last row of the head is cut off, if the text goes on. But it may be the only one, and longer than the head.
  const whole = parse(body.length > SLICE);
  const rows = whole.length > 1 ? whole : parse(false);
  return rows.filter(isNotBlank).slice(0, most);
}

export type CsvRecord = { line: number; cells: string[]; isUnclosed: boolean };

/** The rows of the text in batches, each parsed when it is asked for. Blank rows are passed over, lines counted from 1. */
export function* csvRecords(body: string, separator: Separator): Generator<CsvRecord[]> {
  let at = 0;
  let line = 1;
  let size = SLICE;
  while (at < body.length) {
    const slice = body.slice(at, at + size);
    const isLast = at + size >= body.length;
    const parser = new Papa.Parser({ delimiter: separator, newline: '\n' });
    const { data, errors, meta } = parser.parse(slice, 0, !isLast) as Papa.ParseResult<string[]>;
    // One row, which is longer than the slice: to look at its beginning each time would take a quadratic time.
    size = data.length === 0 ? size * 2 : SLICE;
    const unclosed = errors.find(({ code }) => code === 'MissingQuotes')?.row;
    const batch: CsvRecord[] = [];
    for (const [index, cells] of data.entries()) {
      if (isNotBlank(cells)) batch.push({ line, cells, isUnclosed: index === unclosed });
      line += 1 + newlinesIn(cells);
    }
    if (batch.length > 0) yield batch;
    at = isLast ? body.length : at + meta.cursor;
  }
}

function isNotBlank(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function newlinesIn(cells: readonly string[]): number {
  let newlines = 0;
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) newlines += 1;
  return newlines;
}
