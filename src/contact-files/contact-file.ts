import { type Column, columnsByContent, columnsByHeader, isHeader } from './columns.ts';
import { ContactFileError } from './contact-file-error.ts';
import { csvRecords, firstRows, type Separator, separate } from './csv-records.ts';
import { decode, type Encoding } from './encodings.ts';
import { refuseOtherKinds } from './file-kinds.ts';
import { isVCards, VCARD_COLUMNS, vCardRecords } from './vcard-records.ts';

/** A file that was looked at, not read yet. `columns` are a guess, for a person to change before the rows are read. */
export type ContactFile = {
  kind: 'CSV' | 'VCARD';
  encoding: Encoding;
  /** Null for vCards. */
  separator: Separator | null;
  /** False where the first row is somebody already. */
  hasHeader: boolean;
  columns: Column[];
  /** The first rows, at most 5, to show what is in the columns. */
  sample: string[][];
  records: () => Generator<ContactRecord[]>;
};

/** A row, or a card. `line` is where it begins in the file, counted from 1; the file ended within it if it `isUnclosed`. */
export type ContactRecord = { line: number; cells: string[]; isUnclosed: boolean };

const LOOKED_AT = 100;
const SHOWN = 5;

/** Tells what a file is by what is in it, whatever its name. Throws a ContactFileError, which says it to a person, if nothing can be read. */
export function openContactFile(bytes: Uint8Array): ContactFile {
  refuseOtherKinds(bytes);
  const { text, encoding } = decode(bytes);
  return isVCards(text) ? openVCards(text, encoding) : openCsv(text, encoding);
}

function openVCards(text: string, encoding: Encoding): ContactFile {
  const records = () => vCardRecords(text);
  const [first = []] = records();
  if (first.length === 0) throw new ContactFileError('NO_ROWS');
  const sample = first.slice(0, SHOWN).map(({ cells }) => cells);
  return { kind: 'VCARD', encoding, separator: null, hasHeader: true, columns: VCARD_COLUMNS, sample, records };
}

function openCsv(text: string, encoding: Encoding): ContactFile {
  const { separator, body } = separate(text);
  const [header = [], ...rest] = firstRows(body, separator, LOOKED_AT + 1);
  const hasHeader = isHeader(header);
  const rows = hasHeader ? rest : [header, ...rest];
  if (rows.length === 0) throw new ContactFileError('NO_ROWS');
  const columns = hasHeader ? columnsByHeader(header) : columnsByContent(rows);
  // Names alone, or nothing known, make nobody: this is a letter, or a program.
  const isOnly = ['phoneNumber', 'email', 'channelIdentities'].includes(columns[0]?.field ?? '');
  if (columns.length === 1 && !isOnly) throw new ContactFileError('NOT_TEXT');
  const records = () => (hasHeader ? withoutFirst(csvRecords(body, separator)) : csvRecords(body, separator));
  return { kind: 'CSV', encoding, separator, hasHeader, columns, sample: rows.slice(0, SHOWN), records };
}

function* withoutFirst(batches: Generator<ContactRecord[]>): Generator<ContactRecord[]> {
  let isFirst = true;
  for (const batch of batches) {
    const rows = isFirst ? batch.slice(1) : batch;
    isFirst = false;
    if (rows.length > 0) yield rows;
  }
}
