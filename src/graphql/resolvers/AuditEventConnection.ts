import type { AuditEventConnectionResolvers } from './../generated/types.ts';

export const AuditEventConnection: AuditEventConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  pageInfo: ({ edges, hasNextPage, hasPreviousPage }) => ({
    isThereMore: (side) => (side === 'after' ? hasNextPage : hasPreviousPage),
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }),
};
