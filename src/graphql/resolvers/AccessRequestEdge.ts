import type { AccessRequestEdgeResolvers } from './../generated/types.ts';
import { encodeCursor } from '../paging/cursor.ts';

export const AccessRequestEdge: AccessRequestEdgeResolvers = {
  cursor: (edge) => encodeCursor(edge),
};
