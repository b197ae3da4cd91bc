import type { Column } from './columns.ts';
import type { ContactRecord } from './contact-file.ts';
import { rearm, toCsvLine } from './csv-line.ts';

/** The header in front of the reasons. A file with it is imported like any other: the column is passed over. */
const PROBLEM = 'problem';

// Excel takes a file without it for Windows-1252.
const BYTE_ORDER_MARK = '\ufeff';

/** The rows that were not taken, as the file has them, each with its reason: a CSV file to mend and to import again. */
export function* problemFile(
  columns: readonly Column[],
  bad: Iterable<{ record: ContactRecord; problem: string }>,
): Generator<string> {
  const places = columns.flatMap(({ header }, at) => (header.toLowerCase() === PROBLEM ? [] : [at]));
  yield BYTE_ORDER_MARK + toCsvLine([...places.map((at) => columns[at]?.header ?? ''), PROBLEM]);
  for (const { record, problem } of bad)
    yield toCsvLine([...places.map((at) => rearm(record.cells[at] ?? '')), problem]);
}
