import { type Column, FIELDS, type Field } from '../../contact-files/columns.ts';
import type { ContactFile } from '../../contact-files/contact-file.ts';
import { UsageError } from '../command-line.ts';

/** The columns as the operator says, else as they were guessed. Nothing goes on while one is not understood. */
export function chooseColumns(guessed: readonly Column[], told: readonly string[], ignoresUnknown: boolean): Column[] {
  const choices = new Map(told.map(readChoice));
  const missing = [...choices.keys()].filter((header) => !guessed.some((column) => column.header === header));
  if (missing.length > 0) throw new UsageError(`The file has no column ${missing.map(quote).join(', ')}.`);
  const columns = guessed.map((column): Column => {
    const choice = choices.get(column.header);
    return choice === undefined ? column : { ...column, field: choice, isKnown: true };
  });
  const unknown = columns.filter(({ isKnown }) => !isKnown).map(({ header }) => quote(header));
  if (unknown.length > 0 && !ignoresUnknown) {
    throw new UsageError(
      `Nobody knows what is in ${unknown.join(', ')}. Say it with --column HEADER=FIELD, or add --ignore-unknown-columns.`,
    );
  }
  if (columns.every(({ field }) => field === null)) throw new UsageError('No column of this file is known.');
  return columns;
}

function readChoice(text: string): [header: string, field: Field | null] {
  const [, header = '', name = ''] = /^(.*)=(\w*)$/.exec(text) ?? [];
  const field = FIELDS.find((known) => known === name) ?? null;
  if (header === '' || (field === null && name !== '')) {
    throw new UsageError(`--column must be HEADER=FIELD, with one of ${FIELDS.join(', ')}, or nothing after the "=".`);
  }
  return [header, field];
}

function quote(header: string): string {
  return `"${header}"`;
}

const KINDS = { CSV: 'CSV', VCARD: 'vCards' };

/** What the file was taken for, so that a wrong guess is seen. */
export function describeFile(file: ContactFile, columns: readonly Column[]): string {
  const separator =
    file.separator === null ? '' : `, separated by ${file.separator === '\t' ? 'tabs' : file.separator}`;
  const read = columns.flatMap(({ header, field }) => (field === null ? [] : [`  ${header} is read as ${field}`]));
  const unread = columns.filter(({ header, field }) => field === null && header !== '').map(({ header }) => header);
  return [
    `${KINDS[file.kind]} in ${file.encoding}${separator}${file.hasHeader ? '' : ', without a header'}`,
    ...read,
    ...(unread.length > 0 ? [`  not read: ${unread.join(', ')}`] : []),
    ...(columns.some(({ field }) => field === 'fullName')
      ? ['  Of a full name, the last word becomes the last name.']
      : []),
  ].join('\n');
}
