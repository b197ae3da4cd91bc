import type   { AuditEventResolvers } from './../types.generated.ts';
    export const AuditEvent: AuditEventResolvers = {
    /* Implement AuditEvent resolver logic here */
  };