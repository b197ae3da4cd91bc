import { toCsvCells, toCsvLine } from './csv-line.ts';

/** A user as an export tells it; environments and ids on channels each as one text. */
export type ExportedUser = {
  phoneNumber: string | null;
  email: string | null;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  environments: string | null;
  channelIdentities: string | null;
  creationSource: string;
  createdAt: Date;
  lastSeenAt: Date | null;
  id: string;
};

const HEADER = [
  ...['phone_number', 'email', 'first_name', 'middle_name', 'last_name', 'environments', 'channel_identities'],
  ...['creation_source', 'created_at', 'last_seen_at', 'id'],
];

/** The users as a CSV file that this room reads again, in pieces, with a byte order mark for Excel. */
export async function* userFile(pages: AsyncIterable<readonly ExportedUser[]>): AsyncGenerator<string> {
  yield `\ufeff${toCsvLine(HEADER)}`;
  for await (const users of pages) if (users.length > 0) yield users.map(lineOf).join('');
}

function lineOf(user: ExportedUser): string {
  const typed = toCsvCells([
    user.phoneNumber ?? '',
    user.email ?? '',
    user.firstName ?? '',
    user.middleName ?? '',
    user.lastName ?? '',
    user.environments ?? '',
    user.channelIdentities ?? '',
  ]);
  // What the server made is nothing to be run or quoted.
  const { creationSource, createdAt, lastSeenAt, id } = user;
  return `${typed},${creationSource},${createdAt.toISOString()},${lastSeenAt?.toISOString() ?? ''},${id}\r\n`;
}
