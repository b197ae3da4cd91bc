import type { QueryResolvers } from './../../generated/types.ts';

export const nodes: NonNullable<QueryResolvers['nodes']> = (_parent, { ids }, { reads }) => reads.nodes(ids);
