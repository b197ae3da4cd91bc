import { type Patience, persist } from '../api/persist.ts';
import { request } from '../api/request.ts';
import type { UserFilter, UserIdsQuery } from '../generated/graphql.ts';
import { UserIdsDocument } from './bulk-documents.ts';

/** Users by what finds them, and how many they were when somebody last looked. */
export type Found = { search: string; filter: UserFilter; count: number };

type ListedId = NonNullable<UserIdsQuery['project']>['users']['nodes'][number];

/** So many users one request takes. */
export const LARGEST_REQUEST = 1000;

/** The ids of those who are found, by the thousand. The oldest first, so nobody is passed over while the list becomes another. */
export async function* idsOf(
  projectId: string,
  { search, filter }: Omit<Found, 'count'>,
  patience: Patience,
  isWanted: (user: ListedId) => boolean = () => true,
): AsyncGenerator<string[]> {
  const gathered: string[] = [];
  let after: string | null | undefined;
  for (;;) {
    const variables = { projectId, search, filter, after };
    const answer = await persist(() => request(UserIdsDocument, variables), patience, { isRepeatable: true });
    const users = answer.project?.users;
    gathered.push(...(users?.nodes ?? []).filter(isWanted).map(({ id }) => id));
    const isEnd = !users?.pageInfo.hasNextPage;
    if (isEnd || gathered.length >= LARGEST_REQUEST) {
      const whole = gathered.splice(0, LARGEST_REQUEST);
      if (whole.length > 0) yield whole;
    }
    if (isEnd) {
      if (gathered.length > 0) yield gathered;
      return;
    }
    after = users.pageInfo.endCursor;
  }
}
