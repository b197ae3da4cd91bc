import type { QueryResolvers } from './../../generated/types.ts';

export const user: NonNullable<QueryResolvers['user']> = (_parent, { id }, { reads }) => reads.user(id);
