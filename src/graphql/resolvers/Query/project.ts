import type { QueryResolvers } from './../../generated/types.ts';

export const project: NonNullable<QueryResolvers['project']> = (_parent, { id }, { reads }) => reads.project(id);
