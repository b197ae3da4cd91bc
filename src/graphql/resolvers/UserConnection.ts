import type { UserConnectionResolvers } from './../generated/types.ts';

export const UserConnection: UserConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  pageInfo: (connection, _args, { reads }) => ({
    isThereMore: (side) => reads.hasUsersBeyond(connection, side),
    startCursor: connection.edges[0]?.cursor ?? null,
    endCursor: connection.edges.at(-1)?.cursor ?? null,
  }),
  totalCount: (connection, { upTo }, { reads }) => reads.countUsers(connection, upTo),
};
