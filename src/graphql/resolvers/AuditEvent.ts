import type { AuditEventResolvers } from './../generated/types.ts';

export const AuditEvent: AuditEventResolvers = {
  user: ({ subjectId }, _args, { reads }) => reads.user(subjectId),
};
