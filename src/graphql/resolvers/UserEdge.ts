import type { UserEdgeResolvers } from './../generated/types.ts';
import { encodeCursor } from '../paging/cursor.ts';
import { listMatches } from '../paging/search-matches.ts';

export const UserEdge: UserEdgeResolvers = {
  cursor: (edge) => encodeCursor(edge),
  matches: ({ node, search }, _args, { reads }) => listMatches(node, search, () => reads.identitiesOfUser(node)),
};
