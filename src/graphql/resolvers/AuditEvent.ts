import type { AuditEventResolvers } from './../generated/types.ts';

export const AuditEvent: AuditEventResolvers = {
  user: ({ projectId, subjectId }, _args, { reads }) => reads.userOf(projectId, subjectId),
};
