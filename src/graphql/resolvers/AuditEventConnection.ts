import type { AuditEventConnectionResolvers } from './../generated/types.ts';

export const AuditEventConnection: AuditEventConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  pageInfo: ({ edges, hasNextPage, hasPreviousPage }) => ({
    isThereMore: (side) => (side === 'after' ? hasNextPage : hasPreviousPage),
    start: edges[0],
    end: edges.at(-1),
  }),
};
