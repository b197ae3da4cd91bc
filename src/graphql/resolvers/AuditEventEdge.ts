import type   { AuditEventEdgeResolvers } from './../types.generated.ts';
    export const AuditEventEdge: AuditEventEdgeResolvers = {
    /* Implement AuditEventEdge resolver logic here */
  };