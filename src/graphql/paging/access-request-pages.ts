import { countApprovals, listApprovals } from '../../database/access-request-approvals.ts';
import {
  type AccessRequestSelection,
  countAccessRequests,
  listAccessRequests,
} from '../../database/access-requests.ts';
import type { Reader } from '../../database/engine/connection.ts';
import type { AccessRequestRow, AccessRequestStatus } from '../../database/tables.ts';
import { readSearch } from '../../domain/search.ts';
import { readEnvironmentFilter } from '../../domain/user-selection.ts';
import { type CountedConnection, readConnection } from './connection.ts';
import { readCursor, sealOfList } from './cursor.ts';
import type { Maybe, PageRequest } from './page-size.ts';

export type AccessRequestsRequest = PageRequest & {
  status?: Maybe<AccessRequestStatus>;
  environmentIds?: Maybe<readonly string[]>;
  search?: Maybe<string>;
};

export type AccessRequestConnection = CountedConnection<AccessRequestRow>;

/** Returns the requested page, newest attempt first. Throws BAD_USER_INPUT for a long search, a bad cursor or page size. */
export async function readAccessRequests(
  db: Reader,
  projectId: string,
  request: AccessRequestsRequest,
): Promise<AccessRequestConnection> {
  const selection: AccessRequestSelection = {
    projectId,
    status: request.status ?? null,
    environmentIds: readEnvironmentFilter(request.environmentIds),
    search: readSearch(request.search),
  };
  const connection = await readConnection<AccessRequestRow>(
    {
      name: ['accessRequests', selection],
      positionOf: ({ lastAttemptAt, id }) => ({ key: lastAttemptAt, id }),
      read: (page) => listAccessRequests(db, selection, page),
    },
    request,
  );
  return { ...connection, count: (upTo) => countAccessRequests(db, selection, upTo) };
}

/** The feed of approvals of an environment, oldest first. */
export async function readApprovals(
  db: Reader,
  environment: { projectId: string; id: string },
  { first, after }: PageRequest,
): Promise<AccessRequestConnection> {
  const name = ['approvals', environment.projectId, environment.id];
  const connection = await readConnection<AccessRequestRow>(
    {
      name,
      positionOf: ({ feedPosition, id }) => ({ key: feedPosition ?? '', id }),
      read: (page) => listApprovals(db, environment, page),
    },
    { first, after },
  );
  const list = sealOfList(name);
  const position = readCursor(list, after);
  const end = position ? { list, position } : undefined;
  return { ...connection, end, count: (upTo) => countApprovals(db, environment, upTo) };
}
