import { encodeCursor } from '../cursor.ts';
import type { AuditEventEdgeResolvers } from './../generated/types.ts';

export const AuditEventEdge: AuditEventEdgeResolvers = {
  cursor: (edge) => encodeCursor(edge),
};
