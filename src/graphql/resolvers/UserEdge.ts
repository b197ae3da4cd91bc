import { encodeCursor } from '../cursor.ts';
import type { UserEdgeResolvers } from './../generated/types.ts';
import { listMatches } from '../search-matches.ts';

export const UserEdge: UserEdgeResolvers = {
  cursor: (edge) => encodeCursor(edge),
  matches: ({ node, search }, _args, { reads }) => listMatches(node, search, () => reads.identitiesOfUser(node)),
};
