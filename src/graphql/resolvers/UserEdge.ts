import type { UserEdgeResolvers } from './../generated/types.ts';
import { listMatches } from '../search-matches.ts';

export const UserEdge: UserEdgeResolvers = {
  matches: ({ node, parts }) => listMatches(node, parts),
};
