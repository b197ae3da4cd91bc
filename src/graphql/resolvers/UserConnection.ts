import type { UserConnectionResolvers } from './../generated/types.ts';

export const UserConnection: UserConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  pageInfo: async (connection, _args, { reads }) => ({
    hasNextPage: await reads.hasUsersBeyond(connection, 'after'),
    hasPreviousPage: await reads.hasUsersBeyond(connection, 'before'),
    startCursor: connection.edges[0]?.cursor ?? null,
    endCursor: connection.edges.at(-1)?.cursor ?? null,
  }),
  totalCount: (connection, { upTo }, { reads }) => reads.countUsers(connection, upTo),
};
