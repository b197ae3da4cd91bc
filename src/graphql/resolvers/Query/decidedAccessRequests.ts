import type { QueryResolvers } from './../../generated/types.ts';

export const decidedAccessRequests: NonNullable<QueryResolvers['decidedAccessRequests']> = (
  _parent,
  { environmentId, first, after },
  { reads },
) => reads.approvals(environmentId, { first, after });
