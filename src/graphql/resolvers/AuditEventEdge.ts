import type { AuditEventEdgeResolvers } from './../generated/types.ts';
import { encodeCursor } from '../paging/cursor.ts';

export const AuditEventEdge: AuditEventEdgeResolvers = {
  cursor: (edge) => encodeCursor(edge),
};
