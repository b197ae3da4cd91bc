import { type Column, type Field, looksLikeEmail } from './columns.ts';
import type { ContactFile, ContactRecord } from './contact-file.ts';
import { rearm } from './csv-line.ts';
import { type ChannelIdentity, findEnvironments, readIdentities } from './lists.ts';
import type { RowProblem } from './row-problem.ts';

/** A row of createUsers: what the file leaves blank is left out. */
export type UserRow = {
  phoneNumber?: string;
  email?: string;
  firstName?: string;
  middleName?: string;
  lastName?: string;
  environmentIds?: string[];
  channelIdentities?: ChannelIdentity[];
};

/** A row to send; `record` is where it comes from. */
export type GoodRow = { record: ContactRecord; row: UserRow };
/** A row that is not worth sending, and why. */
type BadRow = { record: ContactRecord; problems: RowProblem[] };

type Environments = readonly { id: string; name: string }[];

/**
 * The rows of a file, read as its columns say, in batches. Environments are found by name among those of the project. Between two
 * batches everything else has its turn, so a page stays usable.
 */
export async function* readRows(
  file: Pick<ContactFile, 'records'>,
  columns: readonly Column[],
  environments: Environments,
): AsyncGenerator<{ good: GoodRow[]; bad: BadRow[] }> {
  const read = rowReader(columns, environments);
  for (const records of file.records()) {
    const good: GoodRow[] = [];
    const bad: BadRow[] = [];
    for (const record of records) {
      const { row, problems } = read(record);
      if (problems.length === 0) good.push({ record, row });
      else bad.push({ record, problems });
    }
    yield { good, bad };
    await everythingElse();
  }
}

/** Not by a timer: in a tab in the background each would take a second. */
function everythingElse(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

// In characters. No field may have so many; the service judges what is shorter.
const LONGEST = { default: 500, list: 6000 };

function rowReader(columns: readonly Column[], environments: Environments) {
  const places = placesOf(columns);
  return ({ cells, isUnclosed }: ContactRecord): { row: UserRow; problems: RowProblem[] } => {
    const problems: RowProblem[] = [];
    if (isUnclosed) problems.push({ code: 'UNCLOSED' });
    if (cells.slice(columns.length).some((cell) => cell !== '')) problems.push({ code: 'TOO_MANY_CELLS' });
    const values = (field: Field) =>
      places[field].flatMap((at) => {
        const cell = rearm(cells[at] ?? '').trim();
        const isList = field === 'environments' || field === 'channelIdentities' || cell.includes(':::');
        const header = columns[at]?.header ?? '';
        if (cell.length > (isList ? LONGEST.list : LONGEST.default)) problems.push({ code: 'TOO_LONG', header });
        if (cell.includes('\0')) problems.push({ code: 'NUL', header });
        return cell === '' || problems.length > 0 ? [] : [cell];
      });
    const several = (field: Field) =>
      values(field).flatMap((cell) => cell.split(/\s*:::\s*/).filter((one) => one !== ''));
    const phones = several('phoneNumber');
    const emails = several('email');
    const [environmentCell] = values('environments');
    const [identityCell] = values('channelIdentities');
    const { ids, unknown, isAmbiguous } = findEnvironments(environmentCell, environments);
    const identities = readIdentities(identityCell);
    problems.push(...unknown.map((value): RowProblem => ({ code: 'UNKNOWN_ENVIRONMENT', value })));
    if (isAmbiguous) problems.push({ code: 'AMBIGUOUS_ENVIRONMENTS', value: environmentCell ?? '' });
    problems.push(...identities.unread.map((value): RowProblem => ({ code: 'UNKNOWN_IDENTITY', value })));
    const row = withoutBlanks({
      phoneNumber: phones.find(isInternational) ?? phones[0],
      email: emails.find(looksLikeEmail) ?? emails[0],
      ...namesOf(values),
      environmentIds: ids,
      channelIdentities: identities.read,
    });
    return { row, problems };
  };
}

function placesOf(columns: readonly Column[]): Record<Field, number[]> {
  const of = (field: Field) => columns.flatMap((column, at) => (column.field === field ? [at] : []));
  const isMobile = (at: number) => /mobil|cell|celular|m[oó]vil|handy|whats|جوال/i.test(columns[at]?.header ?? '');
  // Who has several numbers talks to an assistant from the mobile one.
  const phoneNumber = of('phoneNumber').toSorted((one, other) => Number(isMobile(other)) - Number(isMobile(one)));
  return {
    phoneNumber,
    email: of('email'),
    firstName: of('firstName'),
    middleName: of('middleName'),
    lastName: of('lastName'),
    fullName: of('fullName'),
    environments: of('environments'),
    channelIdentities: of('channelIdentities'),
  };
}

/** A number that the service can take without knowing the country. */
function isInternational(text: string): boolean {
  return /^[^\p{Nd}]*([+＋]|[0٠][0٠])/u.test(text) && (text.match(/\p{Nd}/gu)?.length ?? 0) >= 10;
}

/** The name in parts; where only the whole is told, its last word is the last name. */
function namesOf(values: (field: Field) => string[]): Pick<UserRow, 'firstName' | 'middleName' | 'lastName'> {
  const [firstName] = values('firstName');
  const [middleName] = values('middleName');
  const [lastName] = values('lastName');
  const [fullName] = values('fullName');
  if (firstName !== undefined || lastName !== undefined || fullName === undefined) {
    return { firstName, middleName, lastName } as Pick<UserRow, 'firstName'>;
  }
  const words = fullName.split(/\s+/);
  const last = words.length > 1 ? words.pop() : undefined;
  return { firstName: words.join(' '), middleName, lastName: last } as Pick<UserRow, 'firstName'>;
}

function withoutBlanks(row: { [name in keyof UserRow]: UserRow[name] | undefined }): UserRow {
  const given = Object.entries(row).filter(([, value]) => value !== undefined && value.length > 0);
  return Object.fromEntries(given);
}
