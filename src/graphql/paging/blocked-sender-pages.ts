import { countBlockedSenders, listBlockedSenders } from '../../database/blocked-senders.ts';
import type { Reader } from '../../database/engine/connection.ts';
import type { BlockedSenderRow } from '../../database/tables.ts';
import { readSearch } from '../../domain/search.ts';
import { type CountedConnection, readConnection } from './connection.ts';
import type { Maybe, PageRequest } from './page-size.ts';

export type BlockedSenderConnection = CountedConnection<BlockedSenderRow>;

/** Returns the requested page, newest block first. Throws BAD_USER_INPUT for a long search, a bad cursor or page size. */
export async function readBlockedSenders(
  db: Reader,
  projectId: string,
  request: PageRequest & { search?: Maybe<string> },
): Promise<BlockedSenderConnection> {
  const selection = { projectId, search: readSearch(request.search) };
  const connection = await readConnection<BlockedSenderRow>(
    {
      name: ['blockedSenders', selection],
      positionOf: ({ createdAt, id }) => ({ key: createdAt, id }),
      read: (page) => listBlockedSenders(db, selection, page),
    },
    request,
  );
  return { ...connection, count: (upTo) => countBlockedSenders(db, selection, upTo) };
}
