import type { AuditEventEdgeResolvers } from './../generated/types.ts';
export const AuditEventEdge: AuditEventEdgeResolvers = {
  /* Implement AuditEventEdge resolver logic here */
};
