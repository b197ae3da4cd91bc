import type   { AuditEventConnectionResolvers } from './../types.generated.ts';
    export const AuditEventConnection: AuditEventConnectionResolvers = {
    /* Implement AuditEventConnection resolver logic here */
  };