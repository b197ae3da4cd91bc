import type { BlockedSenderEdgeResolvers } from './../generated/types.ts';
import { encodeCursor } from '../paging/cursor.ts';

export const BlockedSenderEdge: BlockedSenderEdgeResolvers = {
  cursor: (edge) => encodeCursor(edge),
};
